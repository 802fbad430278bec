import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import type { CallInput } from '@muniment/contract/client.ts';
import {
  acceptHomeUseTerms,
  activateHomeUse,
  BENEFIT_SORTS,
  checkHomeUse,
  deactivateHomeUse,
  exportBenefits,
  getBenefit,
  listBenefits,
  putHomeUseEntitlement,
  renewHomeUseCode,
  setHomeUseContact,
  setHomeUseDomains,
} from '@muniment/contract/home-use.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { putLicense } from '@muniment/contract/partners.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { ACCESS_CODE_ALPHABET } from '@muniment/domain/home-use.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';

const TERMS = 'https://northlight.example/home-use-terms';
const SHOP = 'https://northlight.example/home-use';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment({
    env: { HOME_USE_TERMS_VERSION: '2026-05', HOME_USE_TERMS_URL: TERMS, HOME_USE_SHOP_URL: SHOP },
  });
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 4 });
});
afterAll(() => muniment.stop());

const entitle = (licenseId: string, total = 100, used = 20, by = organization.partner.api) =>
  by.call(putHomeUseEntitlement, { params: { licenseId }, body: { total, used } });

const read = (licenseId: string, by = admin) => by.api.call(getBenefit, { params: { licenseId } });
const accept = (licenseId: string, version = '2026-05') =>
  admin.api.call(acceptHomeUseTerms, { params: { licenseId }, body: { version } });
const setDomains = (licenseId: string, domains: string[]) =>
  admin.api.call(setHomeUseDomains, { params: { licenseId }, body: { domains } });
const setContact = (licenseId: string) =>
  admin.api.call(setHomeUseContact, {
    params: { licenseId },
    body: { name: 'Ida Falk', email: 'ida.falk@lindgren.example' },
  });
const of = (licenseId: string, more: Partial<CallInput<typeof activateHomeUse>> = {}) => ({
  params: { licenseId },
  ...more,
});
const check = async (accessCode: string, email = 'ana@lindgren.example') =>
  (await muniment.publisher.call(checkHomeUse, { body: { accessCode, email } })).body.allowed;

/** An active program. @returns Its access code. */
async function activate(licenseId: string): Promise<string> {
  await entitle(licenseId);
  await accept(licenseId);
  await setContact(licenseId);
  await setDomains(licenseId, ['Lindgren.example', 'bücher.example']);
  return (await admin.api.call(activateHomeUse, of(licenseId))).body.accessCode ?? '';
}

const newLicense = async () => {
  const licenseId = await organization.license({ contact: admin.email });
  await muniment.register(admin.email);
  return licenseId;
};

describe('W8 a Home Use Program', () => {
  test('is set up step by step, and each that comes too early is told what is missing', async () => {
    const licenseId = await newLicense();
    expect((await read(licenseId)).body).toMatchObject({
      state: 'terms-open',
      missing: 'terms-open',
      total: 0,
      terms: { current: '2026-05', url: TERMS, accepted: null },
      shopUrl: SHOP,
      accessCode: null,
      contact: null,
      domains: [],
    });
    const tooEarly = async (detail: string) =>
      expect((await admin.api.call(activateHomeUse, of(licenseId))).problem).toMatchObject({
        status: 409,
        type: expect.stringMatching(/home-use-state$/),
        detail: expect.stringContaining(detail),
        licenseIds: [licenseId],
      });
    await tooEarly('Accept the terms');
    expect(await setContact(licenseId)).toMatchObject({ status: 409, problemId: 'home-use-state' });
    expect(await accept(licenseId, '2025-01')).toMatchObject({ status: 409, problemId: 'home-use-state' });
    expect((await accept(licenseId)).body).toMatchObject({
      state: 'in-set-up',
      terms: { accepted: { version: '2026-05', by: admin.name } },
    });
    await tooEarly('Name a contact');
    expect((await setContact(licenseId)).body.contact).toEqual({
      name: 'Ida Falk',
      email: 'ida.falk@lindgren.example',
    });
    await tooEarly('e-mail domains');
    const domains = ['Lindgren.example', '@lindgren.example', 'xn--bcher-kva.example'];
    expect((await setDomains(licenseId, domains)).body.domains).toEqual([
      'lindgren.example',
      'bücher.example',
    ]);
    await tooEarly('No Home Use copies');
    await entitle(licenseId, 400, 126);
    const { body } = await admin.api.call(activateHomeUse, of(licenseId));
    expect(body).toMatchObject({ state: 'active', missing: null, total: 400, used: 126 });
    expect(body.accessCode).toMatch(new RegExp(`^[${ACCESS_CODE_ALPHABET}]{10}$`));
    // Twice changes nothing: the code stays.
    expect((await admin.api.call(activateHomeUse, of(licenseId))).body.accessCode).toBe(body.accessCode);
  });

  test.each([
    ['localhost', '/domains/1'],
    ['gmail.com', '/domains/1'],
    ['192.0.2.1', '/domains/1'],
  ])('takes no domain like %s', async (domain, pointer) => {
    const [licenseId = ''] = admin.licenseIds;
    await accept(licenseId);
    const answer = await setDomains(licenseId, ['lindgren.example', domain]);
    expect(answer.problem.errors?.[0]?.pointer).toBe(pointer);
    expect((await setDomains(licenseId, [])).status).toBe(400);
    const many = Array.from({ length: 21 }, (_, index) => `d${index}.example`);
    expect((await setDomains(licenseId, many)).status).toBe(400);
  });

  test('nobody writes over what somebody else changed meanwhile', async () => {
    const licenseId = await newLicense();
    const before = (await read(licenseId)).etag;
    const accepted = await accept(licenseId);
    expect(
      await admin.api.call(setHomeUseContact, {
        ...of(licenseId, { ifMatch: before }),
        body: { name: 'Ida', email: 'ida@lindgren.example' },
      }),
    ).toMatchObject({ status: 412, problemId: 'stale-version' });
    // What the publisher counts meanwhile makes no edit stale.
    await entitle(licenseId, 5, 1);
    expect(
      await admin.api.call(setHomeUseDomains, {
        ...of(licenseId, { ifMatch: accepted.etag }),
        body: { domains: ['lindgren.example'] },
      }),
    ).toMatchObject({ status: 200 });
  });

  test('of two who activate at once, both get the one code there is', async () => {
    const licenseId = await newLicense();
    await activate(licenseId);
    await admin.api.call(deactivateHomeUse, of(licenseId));
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => admin.api.call(activateHomeUse, of(licenseId))),
    );
    expect(new Set(answers.map(({ body }) => body.accessCode)).size).toBe(1);
  });
});

test('A9 who accepted the terms is told to administrators and to whoever it was, and to nobody else', async () => {
  const licenseId = await newLicense();
  const roles = { licenseIds: [licenseId], roles: ['benefits-reader' as const] };
  const [ben, bea] = [await organization.colleague(admin, roles), await organization.colleague(admin, roles)];
  const acceptedBy = async (by: Member) => (await read(licenseId, by)).body.terms.accepted?.by;
  await ben.api.call(acceptHomeUseTerms, { params: { licenseId }, body: { version: '2026-05' } });
  expect([await acceptedBy(ben), await acceptedBy(admin), await acceptedBy(bea)]).toEqual([
    ben.name,
    ben.name,
    null,
  ]);
});

describe('W8 the access code', () => {
  test('lets in whoever has an address in one of the domains, until it is replaced or switched off', async () => {
    const licenseId = await newLicense();
    const code = await activate(licenseId);
    expect(await check(code)).toBe(true);
    expect(await check(` ${code.slice(0, 5)}-${code.slice(5).toLowerCase()}`, 'ANA@BÜCHER.example')).toBe(
      true,
    );
    for (const email of ['ana@sub.lindgren.example', 'ana@lindgren.example.evil.example', 'ana', '']) {
      expect(await check(code, email)).toBe(false);
    }
    const renewed = (await admin.api.call(renewHomeUseCode, of(licenseId))).body.accessCode ?? '';
    expect(renewed).not.toBe(code);
    expect([await check(code), await check(renewed)]).toEqual([false, true]);

    const off = (await admin.api.call(deactivateHomeUse, of(licenseId))).body;
    expect(off).toMatchObject({ state: 'inactive', accessCode: null, domains: expect.any(Array) });
    expect(await check(renewed)).toBe(false);
    expect(await admin.api.call(renewHomeUseCode, of(licenseId))).toMatchObject({
      problemId: 'home-use-state',
    });

    const again = (await admin.api.call(activateHomeUse, of(licenseId))).body.accessCode ?? '';
    expect(again).not.toBe(renewed);
    expect([await check(renewed), await check(again)]).toEqual([false, true]);
  });

  test('that is unknown, malformed or of another domain is answered alike, to the publisher alone', async () => {
    const licenseId = await newLicense();
    const code = await activate(licenseId);
    const answers = await Promise.all(
      [
        { accessCode: 'ACD34679EF', email: 'ana@lindgren.example' },
        { accessCode: 'x', email: 'ana@lindgren.example' },
        { accessCode: code, email: 'ana@elsewhere.example' },
      ].map((body) => muniment.publisher.call(checkHomeUse, { body })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const body = { accessCode: code, email: 'ana@lindgren.example' };
    for (const api of [admin.api, organization.partner.api]) {
      expect(await api.call(checkHomeUse, { body })).toMatchObject({ status: 404 });
    }
  });

  test('is dead when the contract is over, and the program cannot be activated then', async () => {
    const licenseId = await newLicense();
    const code = await activate(licenseId);
    await organization.partner.api.call(putLicense, {
      params: { licenseId },
      body: {
        organizationNumber: organization.number,
        name: 'Over',
        program: 'Select',
        startDate: '2020-01-01',
        endDate: '2023-12-31',
        country: 'SE',
        contacts: { primaryContact: { displayName: nameOf(admin.email), email: admin.email } },
      },
    });
    expect(await check(code)).toBe(false);
    await admin.api.call(deactivateHomeUse, of(licenseId));
    const { problem } = await admin.api.call(activateHomeUse, of(licenseId));
    expect(problem.detail).toContain('The contract is over');
  });

  test('is dead when the contract was terminated, whatever its end date', async () => {
    const licenseId = await newLicense();
    const code = await activate(licenseId);
    const { status } = await organization.partner.api.call(putLicense, {
      params: { licenseId },
      body: {
        organizationNumber: organization.number,
        name: 'Terminated',
        program: 'Select',
        startDate: '2020-01-01',
        endDate: '2099-12-31',
        terminatedOn: '2024-06-30',
        country: 'SE',
        contacts: { primaryContact: { displayName: nameOf(admin.email), email: admin.email } },
      },
    });
    expect(status).toBe(200);
    expect(await check(code)).toBe(false);
    await admin.api.call(deactivateHomeUse, of(licenseId));
    const { problem } = await admin.api.call(activateHomeUse, of(licenseId));
    expect(problem.detail).toContain('The contract is over');
  });

  test('lies in the database sealed, and neither it nor a name or an address is in the ledger', async () => {
    const licenseId = await newLicense();
    const code = await activate(licenseId);
    await admin.api.call(renewHomeUseCode, of(licenseId));
    const stored = await muniment.db.selectFrom('home_use_program').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(code);
    const { items } = (await admin.api.call(listLedger, { query: { licenseId, limit: 6 } })).body;
    expect(items.map(({ event }) => event).filter((event) => event.startsWith('home-use'))).toEqual([
      'home-use.code-renewed',
      'home-use.activated',
      'home-use.domains-changed',
      'home-use.contact-changed',
      'home-use.terms-accepted',
    ]);
    expect(JSON.stringify(items)).not.toMatch(new RegExp(`${code}|lindgren|ida`, 'i'));
  });

  test('is not read again from a kept answer by whoever lost the role', async () => {
    const licenseId = await newLicense();
    await activate(licenseId);
    const ben = await organization.colleague(admin, { licenseIds: [licenseId], roles: ['benefits-reader'] });
    const asked = of(licenseId, { idempotencyKey: 'renew-1' });
    const first = await ben.api.call(renewHomeUseCode, asked);
    expect((await ben.api.call(renewHomeUseCode, asked)).body.accessCode).toBe(first.body.accessCode);
    const user = { signInEmail: ben.email, displayName: nameOf(ben.email) };
    await admin.api.call(changeAssignments, {
      body: { assignments: [{ user, licenseId, roles: ['licensing-info-viewer'] }] },
    });
    expect(await ben.api.call(renewHomeUseCode, asked)).toMatchObject({
      status: 404,
      problemId: 'license-id-not-found',
    });
  });
});

describe('W8 the list of programs', () => {
  test('holds license IDs with copies or a program, is filtered and sorted, and exports exactly that', async () => {
    const other = await organization.administrator({ licenses: 3 });
    const [one = '', two = '', three = ''] = other.licenseIds;
    await entitle(one, 10, 1);
    await entitle(two, 5, 5);
    await other.api.call(acceptHomeUseTerms, { params: { licenseId: two }, body: { version: '2026-05' } });
    const listed = async (query: object = {}) =>
      (await other.api.call(listBenefits, { query })).body.items.map(({ licenseId }) => licenseId);
    expect((await listed()).sort()).toEqual([one, two].sort());
    expect(await listed({ state: 'in-set-up' })).toEqual([two]);
    expect(await listed({ q: one.toLowerCase() })).toEqual([one]);
    expect(await listed({ licenseId: three })).toEqual([]);
    expect(await listed({ sort: '-used' })).toEqual([two, one]);
    for (const sort of BENEFIT_SORTS) expect(await listed({ sort })).toHaveLength(2);
    const { text } = await other.api.call(exportBenefits, { query: { sort: 'used' } });
    expect(text.replace('\ufeff', '').split('\r\n').slice(0, 2)).toEqual([
      'licenseId,name,endDate,state,total,used',
      `${one},Contract ${one},2031-12-31,terms-open,10,1`,
    ]);
  });

  test('R10 a program of another license ID is answered as one that there is not', async () => {
    const stranger = await (await (await muniment.newPartner()).organization()).administrator();
    const [licenseId = ''] = admin.licenseIds;
    const told = (text: string) => text.replace(/"instance":"[^"]+"/, '');
    const foreign = await read(licenseId, stranger);
    expect(foreign).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
    expect(told(foreign.text)).toBe(told((await read('NO-SUCH-ID', stranger)).text));
    expect(await stranger.api.call(activateHomeUse, of(licenseId))).toMatchObject({ status: 404 });
  });

  test('P7 what is granted is pushed again and again, and a foreign license ID is told as an unknown one', async () => {
    const licenseId = await newLicense();
    expect(await entitle(licenseId, 7, 0)).toMatchObject({ status: 201 });
    expect((await entitle(licenseId, 7, 0)).body).toEqual({ outcome: 'unchanged' });
    expect((await entitle(licenseId, 7, 1, muniment.publisher)).body).toEqual({ outcome: 'updated' });
    const stranger = await muniment.newPartner();
    expect(await entitle(licenseId, 0, 0, stranger.api)).toMatchObject({ problemId: 'license-id-not-found' });
    const record = { type: 'home-use-entitlement', licenseId: 'NO-SUCH-ID', total: 1, used: 0 };
    const answer = await organization.partner.api.call(pushRecords, {
      body: { records: [{ line: 1, record }] },
    });
    expect(answer.body.records[0]).toMatchObject({ outcome: 'rejected', pointer: '/licenseId' });
  });
});
