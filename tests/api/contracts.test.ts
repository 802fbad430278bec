import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { exportLicenses, getLicense, LICENSE_SORTS, listLicenses } from '@muniment/contract/licenses.ts';
import { type LicenseSetUp, putLicense } from '@muniment/contract/partners.ts';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
let viewer: Member;
let stranger: Member;
/** Their license IDs, each with facts of its own. */
let active = '';
let expiring = '';
let expired = '';
let terminated = '';

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const FACTS: readonly Partial<LicenseSetUp>[] = [
  {
    name: '=Group enterprise',
    program: 'Enterprise',
    parentProgram: 'Enterprise 6',
    endDate: daysFromNow(900),
    city: 'Örebro',
    licenseType: 'Enrollment',
    agreementType: 'Enterprise agreement',
    offerings: ['Ledgerline Standard', 'Ledgerline Server'],
  },
  {
    name: 'Signalling labs',
    endDate: daysFromNow(40),
    city: 'Bergen',
    country: 'NO',
    parentProgram: 'Campus',
  },
  { name: 'Old stations', endDate: daysFromNow(-20), city: 'Aarhus', country: 'DK' },
  { name: 'Depots', endDate: daysFromNow(400), terminatedOn: daysFromNow(-3) },
];

/** Sets a contract's facts; its contact stays who it is. */
async function put(licenseId: string, facts: Partial<LicenseSetUp>) {
  const { contacts } = (await admin.api.call(getLicense, { params: { licenseId } })).body;
  const { displayName = '', email = '' } = contacts[0] ?? {};
  return organization.partner.api.call(putLicense, {
    params: { licenseId },
    body: {
      organizationNumber: organization.number,
      name: `Contract ${licenseId}`,
      program: 'Select',
      startDate: '2024-01-01',
      endDate: '2031-12-31',
      country: 'SE',
      contacts: { primaryContact: { displayName, email } },
      ...facts,
    },
  });
}

beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: FACTS.length });
  [active = '', expiring = '', expired = '', terminated = ''] = admin.licenseIds;
  for (const [index, facts] of FACTS.entries()) {
    const licenseId = admin.licenseIds[index] ?? '';
    expect(await put(licenseId, facts)).toMatchObject({ status: 200 });
  }
  viewer = await organization.colleague(admin, { licenseIds: [active, expired], roles: ['benefits-reader'] });
  stranger = await (await (await muniment.newPartner()).organization()).administrator();
});
afterAll(() => muniment?.stop());

async function idsOf(member: Member, query: QueryOf<typeof listLicenses> = {}): Promise<string[]> {
  const { body } = await member.api.call(listLicenses, { query });
  expect(body.total).toBe(body.items.length);
  return body.items.map(({ licenseId }) => licenseId);
}

test('W1 contracts sort by the nearest end date, and by each other column both ways without losing one', async () => {
  expect(await idsOf(admin, { sort: 'endDate' })).toEqual([expired, expiring, terminated, active]);
  expect(await idsOf(admin, { sort: 'location' })).toEqual([terminated, expired, expiring, active]);
  for (const sort of LICENSE_SORTS) {
    const whole = await idsOf(admin, { sort });
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { sort, limit: 1, ...(cursor === undefined ? {} : { cursor }) };
      const { body } = await admin.api.call(listLicenses, { query });
      expect(body.total).toBe(FACTS.length);
      paged.push(...body.items.map(({ licenseId }) => licenseId));
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged, sort).toEqual(whole);
    const other = sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
    expect((await idsOf(admin, { sort: other as typeof sort })).reverse(), sort).toEqual(whole);
  }
});

test('W1 a contract is active, expiring within 90 days, expired or terminated, and the list narrows to each', async () => {
  expect(await idsOf(admin, { status: ['active'] })).toEqual([active]);
  expect(await idsOf(admin, { status: ['expiring'] })).toEqual([expiring]);
  expect(await idsOf(admin, { status: ['expired'] })).toEqual([expired]);
  expect(await idsOf(admin, { status: ['terminated'] })).toEqual([terminated]);
  expect((await idsOf(admin, { status: ['expired', 'terminated'] })).sort()).toEqual(
    [expired, terminated].sort(),
  );
  expect(await idsOf(admin, { q: 'bergen' })).toEqual([expiring]);
  expect(await idsOf(admin, { program: 'Enterprise' })).toEqual([active]);
  expect(await idsOf(admin, { parentProgram: 'Campus' })).toEqual([expiring]);
  expect(await idsOf(admin, { licenseId: expired })).toEqual([expired]);
  const wrong = await admin.api.call(listLicenses, { query: { status: ['gone'] as never } });
  expect(wrong).toMatchObject({ status: 400, problemId: 'invalid-request' });
});

test('W1 R10 the list and its file hold the license IDs that a role opens, with the caller’s own roles', async () => {
  expect((await idsOf(viewer)).sort()).toEqual([active, expired].sort());
  expect(await idsOf(stranger, { licenseId: active })).toEqual([]);
  const [own] = (await viewer.api.call(listLicenses, { query: { q: active } })).body.items;
  expect(own).toMatchObject({ roles: ['benefits-reader'], organizationName: organization.name });

  const file = async (member: Member, query: QueryOf<typeof exportLicenses> = {}) => {
    const { text, status } = await member.api.call(exportLicenses, { query });
    expect(status).toBe(200);
    return parse<Record<string, string>>(text, { bom: true, columns: true, record_delimiter: '\r\n' });
  };
  const rows = await file(admin, { sort: 'endDate', status: ['active', 'expired'] });
  expect(rows.map((row) => row.licenseId)).toEqual([expired, active]);
  expect(rows[1]).toMatchObject({
    // No spreadsheet takes it for a formula.
    name: "'=Group enterprise",
    organization: organization.name,
    city: 'Örebro',
    country: 'SE',
    parentProgram: 'Enterprise 6',
    status: 'active',
    roles: 'administrator',
  });
  expect((await file(viewer)).map((row) => row.licenseId).sort()).toEqual([active, expired].sort());
});

test('W1 A9 details tell the facts of the contract and its contacts, and nothing of who administers it', async () => {
  const { body } = await viewer.api.call(getLicense, { params: { licenseId: active } });
  expect(body).toMatchObject({
    licenseType: 'Enrollment',
    agreementType: 'Enterprise agreement',
    terminatedOn: null,
    daysLeft: 900,
    offerings: ['Ledgerline Standard', 'Ledgerline Server'],
    organizationNumber: organization.number,
    administrators: null,
  });
  expect(body.contacts.map(({ contact }) => contact)).toEqual(['primary-contact']);
  const ended = await admin.api.call(getLicense, { params: { licenseId: terminated } });
  expect(ended.body).toMatchObject({ status: 'terminated', terminatedOn: daysFromNow(-3) });
});

test('R10 a foreign license ID, an unknown one and one without a role are refused with the same words', async () => {
  const answers = await Promise.all([
    viewer.api.call(getLicense, { params: { licenseId: stranger.licenseId } }),
    viewer.api.call(getLicense, { params: { licenseId: expiring } }),
    viewer.api.call(getLicense, { params: { licenseId: '00000000' } }),
  ]);
  for (const { status, problemId } of answers)
    expect({ status, problemId }).toEqual({ status: 404, problemId: 'license-id-not-found' });
});

test('B5 a correction of the facts is one entry with before and after, and the same facts again are none', async () => {
  const corrections = async () => {
    const { items } = (await admin.api.call(listLedger, { query: { licenseId: expiring } })).body;
    return items.filter(({ event }) => event === 'license.corrected');
  };
  const before = (await corrections()).length;
  const changed = { ...FACTS[1], offerings: ['Ledgerline', 'Atlas'], terminatedOn: daysFromNow(10) };
  await put(expiring, changed);
  await put(expiring, changed);
  const found = await corrections();
  expect(found).toHaveLength(before + 1);
  expect(found[0]?.details).toMatchObject({
    before: { offerings: [], terminatedOn: null },
    after: { offerings: changed.offerings, terminatedOn: changed.terminatedOn },
  });
  // What is to come has not happened yet.
  expect(await idsOf(admin, { status: ['terminated'] })).toEqual([terminated]);
  const early = await put(expiring, { ...changed, terminatedOn: '2020-01-01' });
  expect(early).toMatchObject({ status: 400, problemId: 'invalid-request' });
});

test.each(['Pacific/Kiritimati', 'Etc/GMT+12'])(
  'W1 days are counted by UTC, also where the database lives in %s',
  async (zone) => {
    const there = await organization.administrator({ licenses: 2 });
    const [today = '', yesterday = ''] = there.licenseIds;
    for (const [licenseId, endDate] of [
      [today, daysFromNow(0)],
      [yesterday, daysFromNow(-1)],
    ] as const) {
      const { contacts } = (await there.api.call(getLicense, { params: { licenseId } })).body;
      const { displayName = '', email = '' } = contacts[0] ?? {};
      const body = {
        organizationNumber: organization.number,
        name: 'Depot',
        program: 'Select',
        startDate: '2024-01-01',
        endDate,
        country: 'SE',
        contacts: { primaryContact: { displayName, email } },
      };
      await organization.partner.api.call(putLicense, { params: { licenseId }, body });
    }
    const owner = new Client({ connectionString: muniment.database.ownerUrl });
    await owner.connect();
    await owner.query(
      `do $$ begin execute format('alter database %I set timezone to ''${zone}''', current_database()); end $$`,
    );
    await owner.end();
    const elsewhere = await startMuniment({ database: muniment.database });
    try {
      const { items } = (await elsewhere.as(there.token).call(listLicenses, {})).body;
      expect(items.map(({ licenseId, status }) => [licenseId, status]).sort()).toEqual(
        [
          [today, 'expiring'],
          [yesterday, 'expired'],
        ].sort(),
      );
      const details = await elsewhere.as(there.token).call(getLicense, { params: { licenseId: today } });
      expect(details.body.daysLeft).toBe(0);
    } finally {
      await elsewhere.stop();
    }
  },
);
