import { createHash } from 'node:crypto';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import {
  exportInvoice,
  exportInvoices,
  getInvoice,
  getInvoicePdf,
  INVOICE_PDF_MAX_BYTES,
  INVOICE_SORTS,
  listInvoices,
  listLicenseInvoices,
  putInvoice,
  putInvoicePdf,
} from '@muniment/contract/invoices.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');

let muniment: Muniment;
let organization: Organization;
/** Bill-to contact and administrator of two license IDs. */
let bill: Member;
/** Administers the first of them, and does not see Invoice Reader. */
let ann: Member;
/** Holds Invoice Reader alone, on the first. */
let iris: Member;
let first: string;
let second: string;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  bill = await organization.administrator({ billTo: true, licenses: 2 });
  [first = '', second = ''] = bill.licenseIds;
  ann = await organization.colleague(bill, { roles: ['administrator'] });
  iris = await organization.colleague(bill, { roles: ['benefits-reader'] });
  await give(iris, ['invoice-reader']);
  await push(first, 'INV-2026-001', { invoiceDate: '2026-03-01', dueDate: '2026-03-31' });
  await push(first, 'INV-2026/002', {
    invoiceDate: '2026-06-01',
    poNumber: 'PO-88',
    totalDue: { amount: '90071992547.09', currency: 'JPY' },
    billingPeriod: { from: '2026-06-01', to: '2026-08-31' },
    soldTo: ADDRESS,
    billTo: { ...ADDRESS, name: 'Lindgren Accounts' },
    lines: [
      { description: '=HYPERLINK("x")', quantity: 3, unitPrice: '1.2345', amount: '3.7' },
      {
        description: 'Support',
        partNumber: 'SUP-1',
        orderNumber: 'R-1',
        quantity: 1,
        unitPrice: '10',
        amount: '10',
      },
    ],
  });
  await push(first, 'CM-1', {
    kind: 'credit-memo',
    invoiceDate: '2026-07-01',
    totalDue: { amount: '-12.5', currency: 'EUR' },
  });
  await push(second, 'INV-2026-001', { invoiceDate: '2026-09-01' });
});
afterAll(() => muniment.stop());

const ADDRESS = { name: 'Lindgren AB', lines: ['Storgatan 1', '211 22 Malmö'], country: 'SE' };
const FACTS = {
  kind: 'invoice' as const,
  invoiceDate: '2026-03-01',
  paymentTerms: 'Net 30',
  totalDue: { amount: '100', currency: 'EUR' },
};

function push(licenseId: string, invoiceNumber: string, facts: object, by = organization.partner.api) {
  return by.call(putInvoice, { params: { licenseId, invoiceNumber }, body: { ...FACTS, ...facts } });
}

function give(to: Member, roles: string[]) {
  const user = { signInEmail: to.email, displayName: nameOf(to.email) };
  return bill.api.call(changeAssignments, {
    body: { assignments: [{ user, licenseId: first, roles }] },
  });
}

const pushPdf = (invoiceNumber: string, body: Buffer, licenseId = first, by = organization.partner.api) =>
  by.call(putInvoicePdf, { params: { licenseId, invoiceNumber }, body: Uint8Array.from(body) });

const listed = async (by: Member, query: object = {}) =>
  (await by.api.call(listInvoices, { query })).body.items.map((one) => one.invoiceNumber);

async function invoiceNamed(by: Member, q: string, licenseId = first) {
  const { items } = (await by.api.call(listLicenseInvoices, { params: { licenseId }, query: { q } })).body;
  const [found] = items;
  if (found === undefined) throw new Error(`There is no ${q}`);
  return found;
}

describe('W9 the list of invoices', () => {
  test('holds those of license IDs on which the caller may list them, the newest first', async () => {
    expect(await listed(bill)).toEqual(['INV-2026-001', 'CM-1', 'INV-2026/002', 'INV-2026-001']);
    expect(await listed(iris)).toEqual(['CM-1', 'INV-2026/002', 'INV-2026-001']);
    expect(await listed(ann)).toEqual(['CM-1', 'INV-2026/002', 'INV-2026-001']);
    const { body } = await iris.api.call(listInvoices, { query: { kind: 'credit-memo' } });
    expect(body).toMatchObject({
      total: 1,
      items: [{ licenseId: first, totalDue: { amount: '-12.50', currency: 'EUR' }, hasPdf: false }],
    });
  });

  test('is found by number, PO, kind, date and license ID, and sorted by every column, page by page', async () => {
    expect(await listed(bill, { q: 'po-88' })).toEqual(['INV-2026/002']);
    expect(await listed(bill, { q: '%' })).toEqual([]);
    expect(await listed(bill, { from: '2026-06-01', to: '2026-07-01' })).toEqual(['CM-1', 'INV-2026/002']);
    expect(await listed(bill, { licenseId: second })).toEqual(['INV-2026-001']);
    for (const sort of INVOICE_SORTS) {
      const whole = (await bill.api.call(listInvoices, { query: { sort } })).body.items.map(({ id }) => id);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { sort, limit: 1, ...(cursor === undefined ? {} : { cursor }) };
        const { items, nextCursor, total } = (await bill.api.call(listInvoices, { query })).body;
        expect(total).toBe(4);
        paged.push(...items.map(({ id }) => id));
        cursor = nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect({ sort, ids: paged }).toEqual({ sort, ids: whole });
    }
    const byTotal = (await bill.api.call(listInvoices, { query: { sort: '-totalDue' } })).body.items;
    expect(byTotal[0]?.totalDue).toEqual({ amount: '90071992547.09', currency: 'JPY' });
  });

  test('W9 a cursor with a number that no column holds is refused, and no fault of the server', async () => {
    const values = ['totalDue', '1e200000', '00000000-0000-4000-8000-000000000000'];
    const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
    expect(await bill.api.call(listInvoices, { query: { sort: 'totalDue', cursor } })).toMatchObject({
      status: 400,
      problemId: 'invalid-request',
    });
  });

  test('one invoice shows its addresses and lines', async () => {
    const { id } = await invoiceNamed(iris, 'PO-88');
    const { body } = await iris.api.call(getInvoice, { params: { licenseId: first, invoiceId: id } });
    expect(body).toMatchObject({
      soldTo: ADDRESS,
      billTo: { name: 'Lindgren Accounts' },
      shipTo: null,
      pdf: null,
      billingPeriod: { from: '2026-06-01', to: '2026-08-31' },
      lines: [
        { line: 1, partNumber: null, quantity: 3, unitPrice: '1.2345', amount: '3.70' },
        { line: 2, partNumber: 'SUP-1', orderNumber: 'R-1', amount: '10.00' },
      ],
    });
  });

  test('R10 an invoice of another license ID is answered as one that there is not, byte for byte', async () => {
    const other = await (await muniment.newPartner()).organization();
    const stranger = await other.administrator();
    const { id } = await invoiceNamed(bill, 'INV-2026-001', second);
    for (const [by, licenseId] of [
      [iris, second],
      [stranger, second],
      [iris, 'NO-SUCH-ID'],
    ] as const) {
      for (const path of ['', '/pdf', '/export']) {
        const answer = await by.api.send('GET', `/v1/licenses/${licenseId}/invoices/${id}${path}`);
        expect(answer).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
        const unknown = await by.api.send('GET', `/v1/licenses/UNKNOWN/invoices/${id}${path}`);
        const told = (text: string) => text.replace(/"instance":"[^"]+"/, '');
        expect(told(answer.text)).toBe(told(unknown.text));
      }
    }
    // Under a license ID that is open, the invoice of another one is not there either.
    for (const invoiceId of [id, crypto.randomUUID(), 'x']) {
      expect(await iris.api.call(getInvoice, { params: { licenseId: first, invoiceId } })).toMatchObject({
        status: 404,
        problemId: 'not-found',
      });
    }
  });
});

describe('W9 the document of an invoice', () => {
  test('is kept and given as it came, safe to open, with an entry in the ledger for each download', async () => {
    expect(await pushPdf('CM-1', PDF)).toMatchObject({ status: 201 });
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect((await pushPdf('CM-1', PDF)).body).toEqual({ outcome: 'unchanged', bytes: PDF.length, sha256 });
    const { id, hasPdf } = await invoiceNamed(iris, 'CM-1');
    expect(hasPdf).toBe(true);
    const params = { licenseId: first, invoiceId: id };
    expect((await iris.api.call(getInvoice, { params })).body.pdf).toEqual({ bytes: PDF.length, sha256 });
    const answer = await iris.api.call(getInvoicePdf, { params });
    expect(answer.text).toBe(PDF.toString());
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="invoice-CM-1.pdf"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const [entry] = (await bill.api.call(listLedger, { query: { chain: 'disclosures' } })).body.items;
    expect(entry).toMatchObject({
      event: 'invoice.downloaded',
      actor: { kind: 'person', id: iris.vlUserId },
      details: { downloaded: [{ invoiceId: id, as: 'pdf' }] },
    });
  });

  test('R9 no entry of the ledger tells who holds Invoice Reader to whoever does not see the role', async () => {
    const { id } = await invoiceNamed(ann, 'CM-1');
    const params = { licenseId: first, invoiceId: id };
    await iris.api.call(exportInvoice, { params });
    await iris.api.call(exportInvoices, {});
    await ann.api.call(getInvoicePdf, { params });
    const seen = async (by: Member) =>
      (await by.api.call(listLedger, { query: { chain: 'disclosures', licenseId: first } })).body.items.map(
        ({ event, actor }) => `${event} ${actor.id === iris.vlUserId ? 'iris' : 'ann'}`,
      );
    expect((await seen(bill)).slice(0, 3)).toEqual([
      'invoice.downloaded ann',
      'invoices.exported iris',
      'invoice.downloaded iris',
    ]);
    expect(new Set(await seen(ann))).toEqual(new Set(['invoice.downloaded ann']));
  });

  test('a link that was handed out opens nothing once the role has ended', async () => {
    const dora = await organization.colleague(bill, { roles: ['administrator'] });
    const { id } = await invoiceNamed(dora, 'CM-1');
    const paths = ['/pdf', '/export'].map((path) => `/v1/licenses/${first}/invoices/${id}${path}`);
    for (const path of paths) expect((await dora.api.send('GET', path)).status).toBe(200);
    await give(dora, ['benefits-reader']);
    for (const path of paths) {
      expect(await dora.api.send('GET', path)).toMatchObject({
        status: 404,
        problemId: 'license-id-not-found',
      });
    }
  });

  test.each([
    ['no PDF', Buffer.from('<html>')],
    ['a PDF behind something else', Buffer.concat([Buffer.from('GIF89a'), PDF])],
    ['nothing', Buffer.alloc(0)],
  ])('%s is refused', async (_what, body) => {
    expect(await pushPdf('INV-2026-001', body)).toMatchObject({ status: 400, problemId: 'invalid-request' });
  });

  test('of another media type, of more than 10 MiB, or for an invoice that there is not, it is refused', async () => {
    const path = `/v1/partner/licenses/${first}/invoices/CM-1/pdf`;
    const { api } = organization.partner;
    expect(await api.send('PUT', path, { body: { pdf: 'x' } })).toMatchObject({ status: 400 });
    const tooLong = Buffer.concat([PDF, Buffer.alloc(INVOICE_PDF_MAX_BYTES)]);
    expect(await pushPdf('CM-1', tooLong)).toMatchObject({ status: 413, problemId: 'payload-too-large' });
    const longest = Buffer.concat([PDF, Buffer.alloc(INVOICE_PDF_MAX_BYTES - PDF.length)]);
    expect((await pushPdf('INV-2026-001', longest)).body).toMatchObject({ bytes: INVOICE_PDF_MAX_BYTES });
    expect(await pushPdf('NO-SUCH', PDF)).toMatchObject({ status: 404, problemId: 'not-found' });
    const stranger = await muniment.newPartner();
    expect(await pushPdf('CM-1', PDF, first, stranger.api)).toMatchObject({
      status: 404,
      problemId: 'license-id-not-found',
    });
    // No other operation takes a PDF in place of JSON.
    const headers = { 'content-type': 'application/pdf' };
    expect(
      await api.send('PUT', `/v1/partner/licenses/${first}/invoices/CM-1`, { body: PDF.toString(), headers }),
    ).toMatchObject({ status: 400, problemId: 'invalid-request' });
  });
});

describe('W9 the reconciliation', () => {
  const rowsOf = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[];

  test('is a row for each line of one invoice, and no cell runs as a formula', async () => {
    const { id } = await invoiceNamed(iris, 'PO-88');
    const answer = await iris.api.call(exportInvoice, { params: { licenseId: first, invoiceId: id } });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="invoice-INV-2026-002.csv"');
    expect(rowsOf(answer.text)).toMatchObject([
      {
        invoiceNumber: 'INV-2026/002',
        totalDue: '90071992547.09',
        line: '1',
        description: '\'=HYPERLINK("x")',
      },
      { currency: 'JPY', line: '2', partNumber: 'SUP-1', amount: '10.00' },
    ]);
  });

  test('of many is of exactly those that are filtered', async () => {
    const answer = await bill.api.call(exportInvoices, {
      query: { from: '2026-06-01', sort: 'invoiceDate' },
    });
    expect(rowsOf(answer.text).map(({ invoiceNumber, line }) => `${invoiceNumber} ${line}`)).toEqual([
      'INV-2026/002 1',
      'INV-2026/002 2',
      'CM-1 ',
      'INV-2026-001 ',
    ]);
    expect(rowsOf((await iris.api.call(exportInvoices, { query: { licenseId: second } })).text)).toEqual([]);
  });
});

describe('P7 invoices as they are pushed', () => {
  test('again change nothing, otherwise written amounts included', async () => {
    const facts = {
      totalDue: { amount: '-12.50', currency: 'EUR' },
      kind: 'credit-memo',
      invoiceDate: '2026-07-01',
    };
    expect((await push(first, 'CM-1', facts)).body).toEqual({ outcome: 'unchanged' });
    expect((await push(first, 'CM-1', { ...facts, poNumber: 'PO-9' })).body).toEqual({ outcome: 'updated' });
    expect((await push(first, 'CM-1', facts, muniment.publisher)).body).toEqual({ outcome: 'updated' });
  });

  test.each([
    ['/billingPeriod/to', { billingPeriod: { from: '2026-06-01', to: '2026-05-31' } }],
    ['/dueDate', { dueDate: '2026-02-28' }],
    ['/totalDue/amount', { totalDue: { amount: 100, currency: 'EUR' } }],
    ['/totalDue/amount', { totalDue: { amount: '1.234', currency: 'EUR' } }],
    ['/totalDue/currency', { totalDue: { amount: '1', currency: 'euro' } }],
    ['/lines/0/amount', { lines: [{ description: 'x', quantity: 1, unitPrice: '1', amount: '1e5' }] }],
  ])('%s of %j is refused', async (pointer, facts) => {
    expect((await push(first, 'BAD-1', facts)).problem.errors?.[0]?.pointer).toBe(pointer);
  });

  test('many at once: the bad ones are named, a foreign license ID as an unknown one', async () => {
    const stranger = await (await muniment.newPartner()).organization();
    const foreign = await stranger.license();
    const record = (line: number, facts: object) => ({
      line,
      record: {
        type: 'invoice',
        licenseId: first,
        invoiceNumber: `MANY-${line}`,
        ...FACTS,
        ...facts,
      },
    });
    const answer = await organization.partner.api.call(pushRecords, {
      body: {
        records: [
          record(1, {}),
          record(2, { licenseId: foreign }),
          record(3, { licenseId: 'NO-SUCH-ID' }),
          record(4, { invoiceNumber: '../etc' }),
        ],
      },
    });
    const [kept, foreignOne, unknown, bad] = answer.body.records;
    expect(kept).toMatchObject({ outcome: 'created' });
    expect({ ...foreignOne, line: 3 }).toEqual(unknown);
    expect(bad).toMatchObject({ outcome: 'rejected', pointer: '/invoiceNumber' });
  });
});

test('W9 R10 who loses the role while a download waits to be recorded gets no invoice', async () => {
  const leaving = await organization.colleague(bill, { roles: ['benefits-reader'] });
  await give(leaving, ['invoice-reader']);
  await pushPdf('CM-1', PDF);
  const params = { licenseId: first, invoiceId: (await invoiceNamed(bill, 'CM-1')).id };
  await bill.api.call(getInvoicePdf, { params });
  const busy = await muniment.db.startTransaction().execute();
  const answers: Promise<{ readonly status: number }>[] = [];
  try {
    await sql`select from ledger_head where chain = 'disclosures' for update`.execute(busy);
    answers.push(leaving.api.call(getInvoicePdf, { params }), leaving.api.call(exportInvoice, { params }));
    await vi.waitFor(async () => {
      const { rows } = await sql`select from pg_locks where not granted`.execute(muniment.db);
      expect(rows.length).toBeGreaterThanOrEqual(2);
    });
    expect((await give(leaving, [])).status).toBe(201);
  } finally {
    await busy.rollback().execute();
  }
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404]);
});
