import { getAccessMatrix, listMatrixLicenses, MATRIX_COLUMNS_MAX } from '@muniment/contract/access-matrix.ts';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { getVlUserAccess, listVlUsers } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addManyPeople } from '../support/many-people.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
/** Bill-to contact and administrator of two license IDs under one agreement, and administrator of one under none. */
let bill: Member;
let bare: string;
/** Administers the first license ID beside them, and no other. */
let ann: Member;
/** Holds roles on the first license ID and on the one without an agreement. */
let ravi: Member;
let pendingId: string;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  bill = await organization.administrator({ licenses: 2, billTo: true });
  bare = await organization.license({ contact: bill.email });
  await muniment.register(bill.email);
  ann = await organization.colleague(bill, { roles: ['administrator'] });
  ravi = await organization.colleague(bill, {
    licenseIds: [bill.licenseId],
    roles: ['benefits-reader', 'invoice-reader'],
  });
  const assignments = [
    { user: { vlUserId: ravi.vlUserId }, licenseId: bare, roles: ['product-keys-reader'] },
    {
      user: { signInEmail: organization.newEmail('pending'), displayName: 'Aaron Pending' },
      licenseId: bill.licenseIds[1] ?? '',
      roles: [{ role: 'administrator', startsAt: '2099-01-01T00:00:00Z' }],
    },
  ];
  const saved = await bill.api.call(changeAssignments, { body: { assignments } });
  pendingId = saved.body.difference[1]?.vlUserId ?? '';
});
afterAll(() => muniment.stop());

const columns = async (by: Member, query: QueryOf<typeof listMatrixLicenses> = {}) =>
  (await by.api.call(listMatrixLicenses, { query })).body;
const matrix = async (by: Member, query: QueryOf<typeof getAccessMatrix> = {}) =>
  (await by.api.call(getAccessMatrix, { query })).body;
/** `person license role role` for each cell. */
const cells = ({ rows }: Awaited<ReturnType<typeof matrix>>) =>
  rows.flatMap((row) =>
    row.cells.map(({ licenseId, roles }) => `${row.vlUserId} ${licenseId} ${roles.join(' ')}`),
  );

describe('B8 the columns of the access matrix', () => {
  test('are the license IDs that the caller administers, each with how many administrators can be counted on', async () => {
    const all = await columns(bill);
    expect(all).toMatchObject({ total: 3, nextCursor: null });
    expect(all.items.map(({ licenseId }) => licenseId)).toEqual([...bill.licenseIds, bare].toSorted());
    const reachable = Object.fromEntries(
      all.items.map(({ licenseId, administrators }) => [licenseId, administrators]),
    );
    // Somebody who begins in 2099 is not one of them yet.
    expect(reachable).toEqual({ [bill.licenseId]: 2, [bill.licenseIds[1] ?? '']: 1, [bare]: 1 });
    expect((await columns(ann)).items.map(({ licenseId }) => licenseId)).toEqual([bill.licenseId]);
  });

  test('are narrowed to an agreement, and paged', async () => {
    const [{ agreementNumber } = { agreementNumber: null }] = (await columns(ann)).items;
    const under = await columns(bill, { agreement: agreementNumber ?? '' });
    expect(under.items.map(({ licenseId }) => licenseId)).toEqual(bill.licenseIds.toSorted());
    expect(await columns(bill, { agreement: 'A-NONE' })).toEqual({ items: [], nextCursor: null, total: 0 });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await columns(bill, { limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map(({ licenseId }) => licenseId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual((await columns(bill)).items.map(({ licenseId }) => licenseId));
  });
});

describe('B8 a window of the access matrix', () => {
  test('holds the people of the list, by name, and in its cells what View access tells of each', async () => {
    const whole = await matrix(bill);
    const list = (await bill.api.call(listVlUsers, {})).body;
    expect(whole.total).toBe(list.total);
    expect(
      whole.rows.map(({ vlUserId, displayName, status }) => ({ id: vlUserId, displayName, status })),
    ).toEqual(list.items.map(({ id, displayName, status }) => ({ id, displayName, status })));
    for (const row of whole.rows) {
      const { items } = (await bill.api.call(getVlUserAccess, { params: { vlUserId: row.vlUserId } })).body;
      expect(row.cells).toEqual(
        items.map(({ licenseId, roles }) => ({
          licenseId,
          roles: [...new Set(roles.map(({ role }) => role))],
        })),
      );
    }
    expect(cells(whole)).toContain(`${ravi.vlUserId} ${bill.licenseId} benefits-reader invoice-reader`);
  });

  test('put together from windows of any size, is the whole', async () => {
    const whole = await matrix(bill);
    const pieces: string[] = [];
    for (let offset = 0; offset < whole.total; offset += 2) {
      for (const fromLicenseId of whole.licenseIds) {
        const window = await matrix(bill, { offset, limit: 2, fromLicenseId, columns: 1 });
        expect(window.licenseIds).toEqual([fromLicenseId]);
        pieces.push(...cells(window));
      }
    }
    expect(pieces.toSorted()).toEqual(cells(whole).toSorted());
    expect(await matrix(bill, { offset: 100 })).toMatchObject({ total: whole.total, rows: [] });
    expect((await matrix(bill, { fromLicenseId: 'ZZZZZZ' })).licenseIds).toEqual([]);
  });

  test('is narrowed by text, role, license ID and agreement; the role is looked for under the agreement', async () => {
    const ids = async (query: QueryOf<typeof getAccessMatrix>) =>
      (await matrix(bill, query)).rows.map(({ vlUserId }) => vlUserId);
    const [{ agreementNumber } = { agreementNumber: '' }] = (await columns(ann)).items;
    const agreement = agreementNumber ?? '';
    expect(await ids({ q: 'aaron' })).toEqual([pendingId]);
    expect(await ids({ role: 'product-keys-reader' })).toEqual([ravi.vlUserId]);
    expect(await ids({ role: 'product-keys-reader', agreement })).toEqual([]);
    expect((await ids({ licenseId: bare })).toSorted()).toEqual([bill.vlUserId, ravi.vlUserId].toSorted());
    expect((await ids({ role: ['benefits-reader', 'product-keys-reader'], agreement })).toSorted()).toEqual([
      ravi.vlUserId,
    ]);
    const under = await matrix(bill, { agreement });
    expect(under.licenseIds).toEqual(bill.licenseIds.toSorted());
    expect(under.rows).toHaveLength(4);
    expect(cells(under).some((cell) => cell.includes(bare))).toBe(false);
    expect(await matrix(bill, { agreement: 'A-NONE' })).toEqual({ total: 0, licenseIds: [], rows: [] });
  });

  test('R9 R10 tells an administrator of their license IDs alone, and of no role that they do not see', async () => {
    const seen = await matrix(ann);
    expect(seen.licenseIds).toEqual([bill.licenseId]);
    expect(seen.rows.map(({ vlUserId }) => vlUserId)).not.toContain(pendingId);
    expect(cells(seen)).toContain(`${ravi.vlUserId} ${bill.licenseId} benefits-reader`);
    expect((await matrix(ann, { role: 'invoice-reader' })).total).toBe(0);
    expect((await matrix(bill, { role: 'invoice-reader' })).total).toBe(1);
    expect(await matrix(ravi)).toEqual({ total: 0, licenseIds: [], rows: [] });
  });

  test('refuses a window that is too large', async () => {
    for (const query of ['limit=101', `columns=${MATRIX_COLUMNS_MAX + 1}`, 'offset=-1', 'role=boss']) {
      expect(await bill.api.send('GET', `/v1/access-matrix?${query}`)).toMatchObject({
        problemId: 'invalid-request',
      });
    }
  });
});

test('B8 of 2,041 people by 4,012 license IDs any window comes, no larger than what is held in it', async () => {
  const chief = await (await (await muniment.newPartner()).organization()).administrator();
  await addManyPeople(muniment, chief, { people: 2_040, licenses: 4_011, licensesEach: 5 });
  const window = await matrix(chief, {
    offset: 1_501,
    limit: 100,
    fromLicenseId: 'MANY001500',
    columns: 200,
  });
  expect(window.total).toBe(2_041);
  expect(window.licenseIds).toHaveLength(200);
  expect(window.rows).toHaveLength(100);
  expect(window.rows[0]).toMatchObject({ displayName: 'Person 001500' });
  expect(cells(window)).toHaveLength(500);
  expect((await columns(chief, { limit: 1_000 })).total).toBe(4_012);
}, 60_000);
