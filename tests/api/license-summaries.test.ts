import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import type { BodyOf } from '@muniment/contract/endpoint.ts';
import { putEntitlement } from '@muniment/contract/entitlements.ts';
import {
  cancelLicenseSummary,
  createLicenseSummary,
  exportLicenseSummary,
  getLicenseSummary,
  type LicenseSummaryDetails,
  listLicenseSummaries,
  listLicenseSummaryRows,
  printLicenseSummary,
} from '@muniment/contract/license-summaries.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { exportSummary } from '../../apps/server/src/features/license-summaries/show-summaries.ts';
import type { ApiAnswer } from '../support/api.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

const within = { timeout: 10_000, interval: 30 };

let muniment: Muniment;
let organization: Organization;
let admin: Member;
let stranger: Member;
beforeAll(async () => {
  muniment = await startMuniment({ env: { RUN: 'web,worker' } });
  organization = await (await muniment.newPartner()).organization('Łódź 東京 AB');
  admin = await organization.administrator({ licenses: 3 });
  stranger = await (await (await muniment.newPartner()).organization()).administrator();
  for (const [partNumber, family, pool] of [
    ['CAS-STD', '=Castellan', 'applications'],
    ['LED-SRV', 'Ledgerline', 'servers'],
  ] as const) {
    const body = { name: family, family, version: '2027', pool };
    await muniment.publisher.call(putProduct, { params: { partNumber }, body });
  }
  const [first = '', second = '', third = ''] = admin.licenseIds;
  const answer = await push([
    entitlement(first, 'E-1', { quantity: 120, softwareAssuranceQuantity: 100 }),
    entitlement(first, 'E-2', { quantity: 30, effectiveTo: '2026-01-31' }),
    entitlement(first, 'E-3', { quantity: 5, granted: true }),
    entitlement(second, 'E-1', {
      quantity: 40,
      softwareAssuranceQuantity: 40,
      softwareAssuranceTo: '2026-02-01',
    }),
    entitlement(second, 'E-2', { quantity: 8, partNumber: 'LED-SRV', entitlementType: 'subscription' }),
    entitlement(third, 'E-1', { quantity: 1_000_000_000 }),
    entitlement(stranger.licenseId, 'E-1', {}),
    entitlement(first, 'E-9', { effectiveFrom: '2026-03-01', effectiveTo: '2026-02-28' }),
  ]);
  expect(
    answer.body.records.map(({ outcome }) => outcome),
    answer.text,
  ).toEqual([...Array.from({ length: 6 }, () => 'created'), 'rejected', 'rejected']);
});
afterAll(() => muniment.stop());

function entitlement(licenseId: string, entitlementNumber: string, more: object) {
  return {
    type: 'entitlement',
    licenseId,
    entitlementNumber,
    partNumber: 'CAS-STD',
    entitlementType: 'license-and-software-assurance',
    quantity: 1,
    effectiveFrom: '2026-01-01',
    ...more,
  };
}

function push(records: readonly object[]) {
  return organization.partner.api.call(pushRecords, {
    body: { records: records.map((record, index) => ({ line: index + 1, record })) },
  });
}

async function made(
  member: Member,
  body: BodyOf<typeof createLicenseSummary>,
): Promise<LicenseSummaryDetails> {
  const created = await member.api.call(createLicenseSummary, { body });
  expect(created.status).toBe(201);
  return vi.waitFor(async () => {
    const { body: now } = await member.api.call(getLicenseSummary, {
      params: { summaryId: created.body.id },
    });
    expect(now.state).toBe('done');
    return now;
  }, within);
}

const own = (summaryId: string) => ({ params: { summaryId } });
const told = ({ status, text }: ApiAnswer<unknown>) => `${status} ${text.replace(/"instance":"[^"]*"/, '')}`;

async function sums(member: Member, summaryId: string) {
  const { body } = await member.api.call(listLicenseSummaryRows, own(summaryId));
  return body.items.map((row) => [
    row.family,
    row.pool,
    row.type,
    row.granted,
    row.effectiveQuantity,
    row.activeSoftwareAssuranceQuantity,
  ]);
}

/** Takes the roles of somebody on license IDs away. */
async function revoke(member: Member, licenseIds: readonly string[]) {
  const assignments = licenseIds.map((licenseId) => ({
    user: { vlUserId: member.vlUserId },
    licenseId,
    roles: [],
  }));
  const answer = await admin.api.call(changeAssignments, { body: { assignments } });
  expect(answer.status, answer.text).toBe(201);
}

const both = [
  ['=Castellan', 'applications', 'license-and-software-assurance', false, 160, 100],
  ['=Castellan', 'applications', 'license-and-software-assurance', true, 5, 0],
  ['Ledgerline', 'servers', 'subscription', false, 8, 0],
];

test('W4 a summary adds up what is effective today, what was granted apart, with totals per pool', async () => {
  const summary = await made(admin, { licenseIds: admin.licenseIds.slice(0, 2) });
  expect(summary).toMatchObject({
    progress: { done: 2, total: 2 },
    openLicenseCount: 2,
    licenseIds: admin.licenseIds.slice(0, 2),
    totals: [
      { pool: 'applications', effectiveQuantity: 165, activeSoftwareAssuranceQuantity: 100 },
      { pool: 'systems', effectiveQuantity: 0, activeSoftwareAssuranceQuantity: 0 },
      { pool: 'servers', effectiveQuantity: 8, activeSoftwareAssuranceQuantity: 0 },
    ],
  });
  expect(await sums(admin, summary.id)).toEqual(both);
  const csv = await admin.api.call(exportLicenseSummary, own(summary.id));
  expect(csv.text).toBe(
    [
      'family,version,pool,type,granted,effectiveQuantity,activeSoftwareAssuranceQuantity',
      "'=Castellan,2027,applications,license-and-software-assurance,false,160,100",
      "'=Castellan,2027,applications,license-and-software-assurance,true,5,0",
      'Ledgerline,2027,servers,subscription,false,8,0',
      '',
    ].join('\r\n'),
  );
  const sorted = await admin.api.call(listLicenseSummaryRows, {
    ...own(summary.id),
    query: { sort: '-effectiveQuantity', q: 'castel', limit: 1 },
  });
  expect(sorted.body).toMatchObject({ total: 2, items: [{ effectiveQuantity: 160 }] });
  const next = await admin.api.call(listLicenseSummaryRows, {
    ...own(summary.id),
    query: { sort: '-effectiveQuantity', q: 'castel', limit: 1, cursor: sorted.body.nextCursor ?? '' },
  });
  expect(next.body).toMatchObject({ items: [{ effectiveQuantity: 5 }], nextCursor: null });
});

test('W4 all is every license ID on which the caller may create summaries, and no other', async () => {
  const viewer = await organization.colleague(admin, { licenseIds: admin.licenseIds.slice(1, 2) });
  const summary = await made(viewer, { all: true });
  expect(summary.licenseIds).toEqual([admin.licenseIds[1]]);
  expect(await sums(viewer, summary.id)).toEqual([
    ['=Castellan', 'applications', 'license-and-software-assurance', false, 40, 0],
    ['Ledgerline', 'servers', 'subscription', false, 8, 0],
  ]);
});

test('W4 only its maker reads a summary: to anybody else it is as one that there is not', async () => {
  const { id } = await made(admin, { licenseIds: [admin.licenseId] });
  const viewer = await organization.colleague(admin, { licenseIds: admin.licenseIds });
  const unknown = '01930000-0000-7000-8000-000000000000';
  for (const member of [viewer, stranger]) {
    for (const endpoint of [
      getLicenseSummary,
      listLicenseSummaryRows,
      exportLicenseSummary,
      printLicenseSummary,
      cancelLicenseSummary,
    ] as const) {
      const answer = await member.api.call(endpoint, own(id));
      expect(answer.status).toBe(404);
      expect(told(answer)).toBe(told(await member.api.call(endpoint, own(unknown))));
    }
    expect((await member.api.call(listLicenseSummaries, {})).body.total).toBe(0);
  }
});

test('W4 R10 a request that names a license ID which is not open says the same of a foreign and an unknown one', async () => {
  const reader = await organization.colleague(admin, { roles: ['benefits-reader'] });
  const ask = (member: Member, body: BodyOf<typeof createLicenseSummary>) =>
    member.api.call(createLicenseSummary, { body });
  const foreign = await ask(admin, { licenseIds: [admin.licenseId, stranger.licenseId] });
  expect(foreign.problemId).toBe('license-id-not-found');
  const others = [
    await ask(admin, { licenseIds: [admin.licenseId, 'NO-SUCH-ONE'] }),
    await ask(reader, { licenseIds: [admin.licenseId] }),
    await ask(reader, { all: true }),
  ];
  for (const answer of others) expect(told(answer)).toBe(told(foreign));
  for (const body of [{}, { licenseIds: [] }, { all: false }, { all: true, licenseIds: [admin.licenseId] }]) {
    expect((await admin.api.send('POST', '/v1/license-summaries', { body })).status).toBe(400);
  }
});

test('W4 R10 a right that ended takes its license ID out of a summary, out of its files and out of the list', async () => {
  const [first = '', second = ''] = admin.licenseIds;
  const viewer = await organization.colleague(admin, { licenseIds: [first, second] });
  const { id } = await made(viewer, { licenseIds: [first, second] });
  expect(await sums(viewer, id)).toEqual(both);

  await revoke(viewer, [first]);
  const { body } = await viewer.api.call(getLicenseSummary, own(id));
  expect(body).toMatchObject({ progress: { done: 2, total: 2 }, openLicenseCount: 1, licenseIds: [second] });
  expect(body.totals[0]).toMatchObject({ effectiveQuantity: 40 });
  const left = [
    ['=Castellan', 'applications', 'license-and-software-assurance', false, 40, 0],
    ['Ledgerline', 'servers', 'subscription', false, 8, 0],
  ];
  expect(await sums(viewer, id)).toEqual(left);
  const csv = await viewer.api.call(exportLicenseSummary, own(id));
  expect(csv.text.split('\r\n')).toHaveLength(4);

  await revoke(viewer, [second]);
  const gone = [
    await viewer.api.call(getLicenseSummary, own(id)),
    await viewer.api.call(listLicenseSummaryRows, own(id)),
    await viewer.api.call(exportLicenseSummary, own(id)),
    await viewer.api.call(printLicenseSummary, own(id)),
  ];
  expect(gone.map(({ status, problemId }) => [status, problemId])).toEqual(
    gone.map(() => [404, 'not-found']),
  );
});

test('W4 R10 a CSV file breaks off where a right ends while it is read, before a row of the rest', async () => {
  const products = Array.from({ length: 700 }, (_, index) => `MANY-${String(index).padStart(4, '0')}`);
  for (const records of [
    products.map((partNumber) => ({
      type: 'product',
      partNumber,
      name: partNumber,
      family: partNumber,
      version: '1',
      pool: 'systems',
    })),
  ]) {
    const body = { records: records.map((record, index) => ({ line: index + 1, record })) };
    expect((await muniment.publisher.call(pushRecords, { body })).status).toBe(200);
  }
  const other = await organization.administrator({ licenses: 2 });
  await push(products.map((partNumber) => entitlement(other.licenseId, `E-${partNumber}`, { partNumber })));
  const viewer = await organization.colleague(other, { licenseIds: other.licenseIds });
  const { id } = await made(viewer, { all: true });
  const actor = {
    kind: 'member' as const,
    account: {} as never,
    organization: await muniment.db
      .selectFrom('organization')
      .select(['id', 'number', 'name'])
      .where('number', '=', organization.number)
      .executeTakeFirstOrThrow(),
    vlUserId: viewer.vlUserId,
    displayName: viewer.name,
    signInEmailKey: viewer.email,
  };
  const { pieces } = await exportSummary(muniment.db, actor, id);
  const reader = pieces[Symbol.asyncIterator]();
  await reader.next();
  expect((await reader.next()).value).toContain('MANY-0001');
  const body = {
    assignments: [{ user: { vlUserId: viewer.vlUserId }, licenseId: other.licenseIds[1] ?? '', roles: [] }],
  };
  expect((await other.api.call(changeAssignments, { body })).status).toBe(201);
  await expect(reader.next()).rejects.toThrow();
});

test('W4 an entitlement that is put again as it is changes nothing, and one of a foreign license ID is not found', async () => {
  const [, , third = ''] = admin.licenseIds;
  const body = {
    partNumber: 'CAS-STD',
    entitlementType: 'license' as const,
    quantity: 3,
    effectiveFrom: '2026-01-01',
  };
  const put = (licenseId: string, more: object = {}) =>
    organization.partner.api.call(putEntitlement, {
      params: { licenseId, entitlementNumber: 'E-77' },
      body: { ...body, ...more },
    });
  expect((await put(third)).body).toEqual({ outcome: 'created' });
  expect((await put(third)).body).toEqual({ outcome: 'unchanged' });
  expect((await put(third, { quantity: 4 })).body).toEqual({ outcome: 'updated' });
  expect(told(await put(stranger.licenseId))).toBe(told(await put('NO-SUCH-ONE')));
  expect((await put(third, { partNumber: 'NONE' })).problem.errors?.[0]?.pointer).toBe('/partNumber');
});
