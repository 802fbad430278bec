import type { InvoiceRecord } from '@muniment/contract/invoices.ts';
import { BRAMBLEWICK_NUMBER } from '../bramblewick-bakery.ts';
import { HALDEN_NUMBER } from '../halden-robotics.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { DemoRecord, DemoRecordContext } from './demo-record.ts';
import { PRODUCTS } from './products.ts';

const DAY_MS = 86_400_000;
/** Invoices go back as many quarters. */
const QUARTERS = 6;
const RICH = new Set([HALDEN_NUMBER, BRAMBLEWICK_NUMBER]);
const CURRENCIES: Readonly<Record<string, string>> = {
  NO: 'NOK',
  SE: 'SEK',
  PL: 'PLN',
  JP: 'JPY',
  GB: 'GBP',
  PT: 'EUR',
};
const TERMS = [
  { name: 'Net 30', days: 30 },
  { name: 'Net 60', days: 60 },
] as const;

type Contract = DemoRecordContext['contracts'][number];

/** An invoice each quarter of Halden's and Bramblewick's license IDs, now and then a credit memo, some of Fennimore. */
export function invoices({ contracts, random, now }: DemoRecordContext): DemoRecord[] {
  let number = 4_100;
  return contracts.flatMap((contract) => {
    const quarters = RICH.has(contract.organizationNumber) ? QUARTERS : random.between(0, 1);
    const terms = random.pick(TERMS);
    return Array.from({ length: quarters }, (_, back) => quarterBefore(now, back))
      .filter(({ from }) => from >= contract.startDate)
      .flatMap((period) => {
        number += random.between(1, 6);
        const invoice = invoiceOf(contract, period, terms, number, random);
        if (random.next() > 0.15) return [invoice];
        number += 1;
        return [invoice, creditOf(invoice, number)];
      });
  });
}

function invoiceOf(
  contract: Contract,
  period: { readonly from: string; readonly to: string },
  terms: (typeof TERMS)[number],
  number: number,
  random: SeededRandom,
): InvoiceRecord & DemoRecord {
  const currency = CURRENCIES[contract.country] ?? 'USD';
  const products = new Set(Array.from({ length: random.between(1, 4) }, () => random.pick(PRODUCTS)));
  const lines = [...products].map(({ partNumber, name }) => {
    const quantity = random.pick([5, 10, 25, 40, 60, 120]);
    const unitCents = random.between(12, 480) * 100 + (currency === 'JPY' ? 0 : random.pick([0, 50, 95]));
    return {
      partNumber,
      description: name,
      quantity,
      unitPrice: decimal(unitCents),
      amount: decimal(unitCents * quantity),
    };
  });
  const total = lines.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
  const address = {
    name: contract.organizationName,
    lines: [contract.name, ...(contract.city === null ? [] : [contract.city])],
    country: contract.country,
  };
  return {
    type: 'invoice',
    licenseId: contract.licenseId,
    invoiceNumber: `NS-${period.from.slice(0, 4)}-${String(number).padStart(6, '0')}`,
    kind: 'invoice',
    invoiceDate: period.from,
    ...(random.next() < 0.8 ? { poNumber: `PO-${period.from.slice(0, 4)}-${random.between(100, 980)}` } : {}),
    billingPeriod: period,
    dueDate: dayAfter(period.from, terms.days),
    paymentTerms: terms.name,
    totalDue: { amount: decimal(total), currency },
    soldTo: address,
    billTo: { ...address, lines: ['Accounts payable', ...address.lines] },
    shipTo: address,
    lines,
  };
}

/** Gives back what the first line of an invoice asked for. */
function creditOf(invoice: InvoiceRecord & DemoRecord, number: number): DemoRecord {
  const { dueDate: _, lines = [], ...rest } = invoice;
  const given = lines.slice(0, 1).map((line) => ({
    ...line,
    quantity: -line.quantity,
    amount: `-${line.amount}`,
  }));
  return {
    ...rest,
    invoiceNumber: `NS-${invoice.invoiceDate.slice(0, 4)}-${String(number).padStart(6, '0')}`,
    kind: 'credit-memo',
    invoiceDate: dayAfter(invoice.invoiceDate, 12),
    totalDue: { amount: given[0]?.amount ?? '0', currency: invoice.totalDue.currency },
    lines: given,
  };
}

/** @param back 0: the quarter that it is. */
function quarterBefore(now: Date, back: number): { from: string; to: string } {
  const month = Math.floor(now.getUTCMonth() / 3) * 3 - back * 3;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return {
    from: day(Date.UTC(now.getUTCFullYear(), month, 1)),
    to: day(Date.UTC(now.getUTCFullYear(), month + 3, 0)),
  };
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

function decimal(cents: number): string {
  return (cents / 100).toFixed(2);
}
