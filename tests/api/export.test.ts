import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { countVlUsers, exportVlUsers, listVlUsers } from '@muniment/contract/vl-users.ts';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addManyPeople } from '../support/many-people.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

interface Row {
  readonly displayName: string;
  readonly status: string;
  readonly signInEmail: string;
  readonly licenseId: string;
  readonly licenseName: string;
  readonly agreementNumber: string;
  readonly role: string;
  readonly origin: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

let muniment: Muniment;
let organization: Organization;
/** Bill-to contact of both license IDs. */
let bill: Member;
/** Administers the first of them alone. */
let ann: Member;
let pending: string;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  bill = await organization.administrator({ licenses: 2, billTo: true });
  ann = await organization.colleague(bill, { roles: ['administrator'] });
  await organization.colleague(bill, {
    email: organization.newEmail('reader'),
    licenseIds: bill.licenseIds,
    roles: ['benefits-reader', 'invoice-reader'],
  });
  pending = organization.newEmail('pending');
  const user = { signInEmail: pending, displayName: '=HYPERLINK("https://evil.example","Pay")' };
  const roles = [{ role: 'product-keys-reader', endsAt: '2030-01-01T00:00:00Z' }];
  await bill.api.call(changeAssignments, {
    body: { assignments: [{ user, licenseId: bill.licenseId, roles }] },
  });
});
afterAll(() => muniment.stop());

async function exported(by: Member, query: QueryOf<typeof exportVlUsers> = {}) {
  const answer = await by.api.call(exportVlUsers, { query });
  const rows = parse(answer.text, { bom: true, columns: true, record_delimiter: '\r\n' }) as Row[];
  return { answer, rows };
}

const brief = (rows: readonly Row[]) =>
  rows.map(({ signInEmail, licenseId, role }) => `${signInEmail} ${licenseId} ${role}`);

describe('B8 the export of Manage Assignments', () => {
  test('is CSV (RFC 4180) with a byte order mark, and is saved as a file named after organization and day', async () => {
    const { answer, rows } = await exported(bill);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="vl-users-${organization.number}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
    );
    expect(answer.text.startsWith('displayName,status,signInEmail,businessEmail,licenseId,')).toBe(true);
    const bytes = await fetch(`${muniment.url}/v1/vl-users/export`, {
      headers: { authorization: `Bearer ${bill.token}` },
    }).then((response) => response.bytes());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.text.split('\r\n')).toHaveLength(rows.length + 2);
  });

  test('has a row for each person, license ID and role, in the order of the list', async () => {
    const { rows } = await exported(bill, { sort: '-signInEmail' });
    const list = (await bill.api.call(listVlUsers, { query: { sort: '-signInEmail' } })).body.items;
    expect([...new Set(rows.map(({ signInEmail }) => signInEmail))]).toEqual(
      list.map(({ signInEmail }) => signInEmail),
    );
    expect(rows).toHaveLength(2 + 1 + 4 + 1);
    for (const { signInEmail, status } of list) {
      expect(new Set(rows.filter((row) => row.signInEmail === signInEmail).map((row) => row.status))).toEqual(
        new Set([status]),
      );
    }
    const [row] = rows.filter(({ signInEmail }) => signInEmail === pending);
    expect(row).toMatchObject({
      status: 'invitation-sent',
      licenseId: bill.licenseId,
      licenseName: `Contract ${bill.licenseId}`,
      role: 'product-keys-reader',
      origin: 'assigned',
      endsAt: '2030-01-01T00:00:00.000Z',
    });
    expect(row?.agreementNumber).toMatch(/^A-/);
  });

  const FILTERS: readonly [string, () => QueryOf<typeof exportVlUsers>][] = [
    ['a status', () => ({ status: 'invitation-sent' })],
    ['several roles', () => ({ role: ['invoice-reader', 'product-keys-reader'] })],
    ['a license ID', () => ({ licenseId: bill.licenseIds[1] ?? '' })],
    ['license IDs', () => ({ licenseId: [...bill.licenseIds, 'L-NONE'] })],
    ['an unknown license ID', () => ({ licenseId: 'L-NONE' })],
    ['a text', () => ({ q: 'reader.' })],
    [
      'all together',
      () => ({ status: ['active'], role: 'benefits-reader', q: 'READER', licenseId: bill.licenseId }),
    ],
  ];
  test.each(FILTERS)('holds exactly the people whom the list shows for %s', async (_what, filter) => {
    const query = filter();
    const list = (await bill.api.call(listVlUsers, { query: { ...query, limit: 1_000 } })).body;
    const { rows } = await exported(bill, query);
    expect(new Set(rows.map(({ signInEmail }) => signInEmail))).toEqual(
      new Set(list.items.map(({ signInEmail }) => signInEmail)),
    );
    expect(list.total).toBe(list.items.length);
  });

  test('R9 R10 tells an administrator of their license IDs alone, and of no role that they do not see', async () => {
    const { rows } = await exported(ann);
    expect(new Set(rows.map(({ licenseId }) => licenseId))).toEqual(new Set([bill.licenseId]));
    expect(brief(rows).filter((row) => row.endsWith('invoice-reader'))).toEqual([]);
    expect(brief((await exported(ann, { role: 'invoice-reader' })).rows)).toEqual([]);
    expect((await exported(bill)).rows.filter(({ role }) => role === 'invoice-reader')).toHaveLength(2);
  });

  test('A cell that a spreadsheet would take for a formula begins with an apostrophe', async () => {
    const { rows } = await exported(bill, { q: pending });
    expect(rows[0]?.displayName).toBe('\'=HYPERLINK("https://evil.example","Pay")');
  });

  test('is not made for a HEAD, which would throw it away', async () => {
    const head = await fetch(`${muniment.url}/v1/vl-users/export`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${bill.token}` },
    });
    expect(head.status).toBe(404);
  });

  test('refuses what the list refuses', async () => {
    expect(await bill.api.send('GET', '/v1/vl-users/export?status=happy')).toMatchObject({
      problemId: 'invalid-request',
    });
  });
});

test('M1 the counts of the tabs are those of the lists that they open', async () => {
  const totalOf = async (by: Member, query: QueryOf<typeof listVlUsers>) =>
    (await by.api.call(listVlUsers, { query })).body.total;
  for (const by of [bill, ann]) {
    expect((await by.api.call(countVlUsers, {})).body).toEqual({
      everyone: await totalOf(by, {}),
      needsAttention: await totalOf(by, { status: ['failed', 'user-not-found', 'invitation-expired'] }),
      pendingInvitations: await totalOf(by, { status: 'invitation-sent' }),
      administrators: await totalOf(by, { role: 'administrator' }),
    });
  }
  expect((await ann.api.call(countVlUsers, {})).body).toMatchObject({ everyone: 4, administrators: 2 });
});

test('B8 the export of 20,000 people and 200,000 roles takes no more memory than a piece of it', async () => {
  const chief = await (await (await muniment.newPartner()).organization()).administrator();
  await addManyPeople(muniment, chief, { people: 20_000, licenses: 50, licensesEach: 10 });
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const heap = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };

  const response = await fetch(`${muniment.url}/v1/vl-users/export`, {
    headers: { authorization: `Bearer ${chief.token}` },
  });
  const decoder = new TextDecoder();
  const before = heap();
  let [most, length, lines, sinceMeasured] = [0, 0, 0, 0];
  for await (const chunk of response.body ?? []) {
    const text = decoder.decode(chunk, { stream: true });
    length += text.length;
    lines += text.split('\n').length - 1;
    sinceMeasured += chunk.length;
    if (sinceMeasured < 2_000_000) continue;
    sinceMeasured = 0;
    most = Math.max(most, heap() - before);
  }
  expect(lines).toBe(1 + 51 + 200_000);
  expect(length).toBeGreaterThan(25_000_000);
  expect(most).toBeLessThan(12_000_000);
}, 120_000);
