import { BRAMBLEWICK_NUMBER } from '../bramblewick-bakery.ts';
import { HALDEN_NUMBER } from '../halden-robotics.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { DemoRecord, DemoRecordContext } from './demo-record.ts';
import { PRODUCTS } from './products.ts';

const DAY_MS = 86_400_000;
/** Orders look back as far. */
const DAYS_BACK = 3 * 365;
const RICH = new Set([HALDEN_NUMBER, BRAMBLEWICK_NUMBER]);
/** Sold as subscriptions, or given: nobody orders them by the piece. */
const NOT_ORDERED = /^(?:OSV-|CAS-HOM-)/;

const ORDERED = PRODUCTS.filter(({ partNumber }) => !NOT_ORDERED.test(partNumber));
const FOR_CLOUD = ORDERED.filter(({ pool }) => pool === 'servers');
const FOR_DESKS = ORDERED.filter(({ pool }) => pool !== 'servers');

/** Orders of the last three years: many of Halden and Bramblewick, a few of each license ID of Fennimore. */
export function orders({ contracts, random, now }: DemoRecordContext): DemoRecord[] {
  let number = 20_417;
  return contracts.flatMap((contract) => {
    const { licenseId, program, partner, country, organizationNumber } = contract;
    const isRich = RICH.has(organizationNumber);
    const from = Math.max(Date.parse(contract.startDate), now.getTime() - DAYS_BACK * DAY_MS);
    const daysOpen = Math.max(1, Math.floor((now.getTime() - from) / DAY_MS));
    const count = isRich ? random.between(4, 9) : random.between(1, 3);
    const days = Array.from({ length: count }, () => random.between(0, daysOpen)).sort((a, b) => a - b);
    return days.map((day) => {
      number += random.between(1, 40);
      const orderedOn = dayAfter(from, day);
      const isCloud = program.includes('cloud');
      return {
        type: 'order',
        licenseId,
        resellerOrderNumber: `${initialsOf(partner.name)}-${number}`,
        ...(random.next() < 0.85
          ? {
              customerOrderNumber: `PO-${orderedOn.slice(0, 4)}-${String(random.between(1, 980)).padStart(4, '0')}`,
            }
          : {}),
        orderedOn,
        ...(random.next() < 0.8 ? { usageStartDate: dayAfter(from, day + random.between(0, 35)) } : {}),
        reseller: partner.name,
        lines: linesOf(random, isCloud ? FOR_CLOUD : FOR_DESKS, isRich ? 5 : 3, country),
      };
    });
  });
}

function linesOf(random: SeededRandom, from: typeof PRODUCTS, most: number, country: string) {
  const partNumbers = new Set(
    Array.from({ length: random.between(1, most) }, () => random.pick(from).partNumber),
  );
  return [...partNumbers].map((partNumber) => ({
    partNumber,
    quantity: random.pick([1, 2, 5, 10, 15, 25, 40, 60, 120, 250]),
    country,
  }));
}

function dayAfter(from: number, days: number): string {
  return new Date(from + days * DAY_MS).toISOString().slice(0, 10);
}

/** As resellers number their orders: "NL" of Northgate Licensing. */
function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
