import { listLicenses } from '@muniment/contract/licenses.ts';
import {
  putAgreement,
  putLicense,
  putOrganization,
  resendContactInvitation,
  resetContactInvitation,
} from '@muniment/contract/partners.ts';
import { listOutbox } from '@muniment/contract/publisher.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { newLicenseId, type Organization, type Partner } from '../support/partner.ts';
import { unique } from '../support/unique.ts';

let muniment: Muniment;
let partner: Partner;
let stranger: Partner;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  [partner, stranger] = await Promise.all([muniment.newPartner('Solberg'), muniment.newPartner('Ines')]);
  organization = await partner.organization('Åkerlund AB');
});
afterAll(() => muniment.stop());

const primary = () => ({ displayName: 'Mara Lind', email: organization.newEmail('mara') });
const notices = () => ({ displayName: 'Ole Berg', email: organization.newEmail('ole') });

function setUp(overrides: Record<string, unknown> = {}) {
  return {
    organizationNumber: organization.number,
    name: 'Office contract',
    program: 'Select',
    startDate: '2026-01-01',
    endDate: '2029-12-31',
    country: 'SE',
    contacts: { primaryContact: primary() },
    ...overrides,
  };
}

function put(licenseId: string, overrides: Record<string, unknown> = {}, by: Partner = partner) {
  return by.api.call(putLicense, { params: { licenseId }, body: setUp(overrides) as never });
}

async function invitedAt(licenseId: string, body: Record<string, unknown>): Promise<string | undefined> {
  return (await put(licenseId, body)).body.invited?.email;
}

interface Entry {
  readonly event: string;
  readonly at: string;
  readonly details: Readonly<Record<string, unknown>>;
}

async function entriesOf(number: string): Promise<Entry[]> {
  const rows = await muniment.db
    .selectFrom('ledger_entry as e')
    .innerJoin('organization as o', 'o.id', 'e.organization_id')
    .select('e.body')
    .where('o.number', '=', number)
    .orderBy('e.sequence')
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Entry);
}

describe('organizations', () => {
  test('a partner creates and renames an organization; the same again changes nothing', async () => {
    const number = `O-${unique()}`;
    const call = (name: string) => partner.api.call(putOrganization, { params: { number }, body: { name } });
    expect(await call('Björk AB')).toMatchObject({ status: 201, body: { number, name: 'Björk AB' } });
    expect(await call('Björk AB')).toMatchObject({ status: 200 });
    expect(await call('  Björk & Co AB ')).toMatchObject({ status: 200, body: { name: 'Björk & Co AB' } });
    const [created, renamed, ...more] = await entriesOf(number);
    expect([created?.event, renamed?.event, ...more]).toEqual([
      'organization.created',
      'organization.renamed',
    ]);
    expect(renamed?.details).toMatchObject({
      before: { name: 'Björk AB' },
      after: { name: 'Björk & Co AB' },
    });
  });

  test("another partner's organization is not found, and cannot be built upon", async () => {
    const body = { name: 'Taken over' };
    const params = { number: organization.number };
    expect(await stranger.api.call(putOrganization, { params, body })).toMatchObject({
      status: 404,
      problemId: 'not-found',
    });
    const agreement = { organizationNumber: organization.number, name: 'X', contacts: {} };
    expect(
      await stranger.api.call(putAgreement, { params: { number: `A-${unique()}` }, body: agreement }),
    ).toMatchObject({ status: 400, problemId: 'invalid-request' });
    const answer = await put(newLicenseId(), {}, stranger);
    expect(answer).toMatchObject({ status: 400 });
    // The very words for an organization that does not exist.
    const unknown = await put(newLicenseId(), { organizationNumber: 'O-none' }, stranger);
    expect({ ...answer.problem, instance: '' }).toEqual({ ...unknown.problem, instance: '' });
  });
});

describe('agreements', () => {
  test('A10 an agreement keeps its contacts; a later PUT may rename it, and not change them', async () => {
    const number = `A-${unique()}`;
    const contacts = { primaryContact: primary(), billToContact: notices() };
    const call = (body: object) =>
      partner.api.call(putAgreement, {
        params: { number },
        body: { organizationNumber: organization.number, name: 'Master', contacts, ...body } as never,
      });
    expect(await call({})).toMatchObject({ status: 201, body: { number, contacts } });
    expect(await call({ name: 'Master 2' })).toMatchObject({
      status: 200,
      body: { name: 'Master 2', contacts },
    });
    for (const other of [
      {},
      { primaryContact: contacts.primaryContact },
      { ...contacts, billToContact: primary() },
      { ...contacts, onlineAccessContact: primary() },
      { ...contacts, billToContact: { ...contacts.billToContact, displayName: 'Ole Bergh' } },
    ]) {
      expect(await call({ contacts: other })).toMatchObject({ status: 409, problemId: 'contacts-fixed' });
    }
    // The same address in other letters is the same contact, and stays as it was typed.
    const shouted = { ...contacts.primaryContact, email: contacts.primaryContact.email.toUpperCase() };
    expect(await call({ contacts: { ...contacts, primaryContact: shouted } })).toMatchObject({
      status: 200,
      body: { contacts },
    });
  });

  test('an agreement stays with its organization, and with its partner', async () => {
    const number = await organization.agreement();
    const other = await partner.organization();
    const body = { organizationNumber: other.number, name: 'X', contacts: {} };
    const moved = await partner.api.call(putAgreement, { params: { number }, body });
    expect(moved).toMatchObject({ status: 400 });
    expect(moved.problem.errors?.[0]?.pointer).toBe('/organizationNumber');
    const theirs = await stranger.organization();
    const taken = { organizationNumber: theirs.number, name: 'X', contacts: {} };
    expect(await stranger.api.call(putAgreement, { params: { number }, body: taken })).toMatchObject({
      status: 404,
      problemId: 'not-found',
    });
  });
});

describe('license IDs', () => {
  test('A2 the notices correspondent is invited as administrator; without one, the primary contact', async () => {
    const [mara, ole] = [primary(), notices()];
    const both = { contacts: { primaryContact: mara, noticesCorrespondent: ole } };
    expect(await invitedAt(newLicenseId(), both)).toBe(ole.email);
    expect(await invitedAt(newLicenseId(), { contacts: { primaryContact: mara } })).toBe(mara.email);
    expect(await invitedAt(newLicenseId(), { contacts: { noticesCorrespondent: ole } })).toBe(ole.email);
  });

  test('A2 with neither contact set-up is refused, and leaves nothing', async () => {
    const licenseId = newLicenseId();
    const answer = await put(licenseId, { contacts: {} });
    expect(answer).toMatchObject({ status: 400, problemId: 'contact-required' });
    expect(answer.problem.errors?.[0]?.pointer).toBe('/contacts');
    expect(await put(licenseId)).toMatchObject({ status: 201 });
  });

  test('A1 a license ID that is set up has a designated administrator who administers nothing yet', async () => {
    const contact = organization.newEmail('contact');
    const licenseId = await organization.license({ contact });
    const rows = await muniment.db
      .selectFrom('role_grant as g')
      .innerJoin('license as l', 'l.id', 'g.license_id')
      .select(['g.role', 'g.awaits', 'g.effective_from'])
      .where('l.license_id', '=', licenseId)
      .execute();
    expect(rows).toEqual([{ role: 'administrator', awaits: 'contact-registration', effective_from: null }]);
  });

  test('S5 the invitation of a contact has the subject of the source, and names the organization', async () => {
    const contact = organization.newEmail('contact');
    await organization.license({ contact });
    const { items } = (await muniment.publisher.call(listOutbox, { query: { q: contact } })).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'contact-invitation',
      to: contact,
      subject: 'Action required: Sign in to manage your volume licensing assets',
      state: 'held',
    });
  });

  test('PUT again corrects the facts, invites nobody anew, and leaves contacts alone', async () => {
    const licenseId = newLicenseId();
    const contacts = { primaryContact: primary() };
    expect(await put(licenseId, { contacts })).toMatchObject({ status: 201 });
    expect(await put(licenseId, { contacts })).toMatchObject({ status: 200, body: { invited: null } });
    expect(await put(licenseId, { contacts, name: 'Corrected', city: 'Lund' })).toMatchObject({
      status: 200,
      body: { name: 'Corrected', city: 'Lund', invited: null, contacts },
    });
    expect(await put(licenseId, { contacts: { primaryContact: notices() } })).toMatchObject({
      status: 409,
      problemId: 'contacts-fixed',
    });
    const entries = await muniment.db
      .selectFrom('ledger_entry as e')
      .innerJoin('license as l', (join) => join.onTrue())
      .select('e.event')
      .where('l.license_id', '=', licenseId)
      .where((eb) => eb(eb.ref('l.id'), '=', eb.fn.any('e.license_ids')))
      .orderBy('e.sequence')
      .execute();
    expect(entries.map(({ event }) => event)).toEqual(['license.set-up', 'license.corrected']);
  });

  test('B5 A3 the ledger says who was invited to administer a license ID, and by which change', async () => {
    const theirs = await partner.organization();
    const licenseId = await theirs.license();
    const { id: organizationId } = await muniment.db
      .selectFrom('organization')
      .select('id')
      .where('number', '=', theirs.number)
      .executeTakeFirstOrThrow();
    const grant = await muniment.db
      .selectFrom('role_grant')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .executeTakeFirstOrThrow();
    const invitation = await muniment.db
      .selectFrom('invitation')
      .select('id')
      .where('organization_id', '=', organizationId)
      .executeTakeFirstOrThrow();
    expect((await entriesOf(theirs.number)).at(-1)).toMatchObject({
      event: 'license.set-up',
      at: grant.opened_at.toISOString(),
      details: {
        licenseId: grant.license_id,
        number: licenseId,
        contacts: ['primary-contact'],
        changeId: grant.opened_by,
        invitationId: invitation.id,
        opened: [
          {
            vlUserId: grant.vl_user_id,
            licenseId: grant.license_id,
            role: 'administrator',
            startsAt: grant.starts_at.toISOString(),
            endsAt: null,
          },
        ],
      },
    });
  });

  test('B5 a correction is one entry with the facts before and after; a PUT that corrects nothing is none', async () => {
    const theirs = await partner.organization();
    const agreementNumber = await theirs.agreement();
    const licenseId = newLicenseId();
    const body = setUp({ organizationNumber: theirs.number });
    await put(licenseId, body);
    await put(licenseId, body);
    const before = {
      agreementId: null,
      name: 'Office contract',
      program: 'Select',
      parentProgram: null,
      startDate: '2026-01-01',
      endDate: '2029-12-31',
      city: null,
      country: 'SE',
    };
    expect((await put(licenseId, { ...body, agreementNumber, city: 'Lund' })).status).toBe(200);
    const { details } = (await entriesOf(theirs.number)).at(-1) as Entry;
    expect(details).toMatchObject({
      before,
      after: { ...before, agreementId: expect.any(String), city: 'Lund' },
    });
    const named = { organizationNumber: theirs.number, name: 'Renamed', contacts: {} };
    for (let time = 0; time < 2; time += 1) {
      await partner.api.call(putAgreement, { params: { number: agreementNumber }, body: named });
    }
    const entries = await entriesOf(theirs.number);
    expect(entries.map(({ event }) => event)).toEqual([
      'organization.created',
      'agreement.created',
      'license.set-up',
      'license.corrected',
      'agreement.corrected',
    ]);
    expect(entries.at(-1)?.details).toMatchObject({
      before: { name: `Agreement ${agreementNumber}` },
      after: { name: 'Renamed' },
    });
  });

  test('B5 corrections that meet come one after the other: each has as before what the other left', async () => {
    const theirs = await partner.organization();
    const licenseId = newLicenseId();
    const body = setUp({ organizationNumber: theirs.number });
    await put(licenseId, body);
    const cities = ['Lund', 'Kiruna', 'Malmö', 'Umeå', 'Visby', 'Kalmar'];
    await Promise.all(cities.map((city) => put(licenseId, { ...body, city })));
    const corrections = (await entriesOf(theirs.number)).filter(({ event }) => event === 'license.corrected');
    expect(corrections).toHaveLength(cities.length);
    let city: unknown = null;
    let at = '';
    for (const entry of corrections) {
      const { before, after } = entry.details as Record<'before' | 'after', { city: unknown }>;
      expect(before.city).toBe(city);
      expect(entry.at >= at).toBe(true);
      city = after.city;
      at = entry.at;
    }
  });

  test("A10 a contact's name cannot be changed by a PUT either, and is not dropped in silence", async () => {
    const licenseId = newLicenseId();
    const contacts = { primaryContact: primary() };
    await put(licenseId, { contacts });
    const renamed = { primaryContact: { ...contacts.primaryContact, displayName: 'Mara Lindt' } };
    expect(await put(licenseId, { contacts: renamed })).toMatchObject({
      status: 409,
      problemId: 'contacts-fixed',
    });
    expect((await put(licenseId, { contacts })).status).toBe(200);
  });

  test("another partner's license ID is not found, as one that nobody has is when resent", async () => {
    const licenseId = await organization.license();
    const theirs = await stranger.organization();
    const answer = await put(licenseId, { organizationNumber: theirs.number }, stranger);
    expect(answer).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
    for (const endpoint of [resendContactInvitation, resetContactInvitation]) {
      const foreign = await stranger.api.call(endpoint, { params: { licenseId } });
      const unknown = await stranger.api.call(endpoint, { params: { licenseId: 'NOSUCHID' } });
      expect(foreign).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
      expect({ ...foreign.problem, instance: '' }).toEqual({ ...unknown.problem, instance: '' });
    }
  });

  test('a license ID stays with its organization, and names agreements of that organization alone', async () => {
    const licenseId = await organization.license();
    const other = await partner.organization();
    const agreementNumber = await other.agreement();
    const moved = await put(licenseId, { organizationNumber: other.number });
    expect(moved.problem.errors?.[0]?.pointer).toBe('/organizationNumber');
    for (const number of [agreementNumber, 'A-none']) {
      const answer = await put(newLicenseId(), { agreementNumber: number });
      expect(answer.problem.errors?.[0]?.pointer).toBe('/agreementNumber');
    }
    const own = await organization.agreement();
    expect(await put(newLicenseId(), { agreementNumber: own })).toMatchObject({
      status: 201,
      body: { agreementNumber: own },
    });
  });

  test.each([
    ['a license ID in small letters', 'abcd1234', {}, 'params/licenseId'],
    ['a license ID of three characters', 'ABC', {}, 'params/licenseId'],
    ['an end before the start', 'ABCD1234', { endDate: '2025-12-31' }, '/endDate'],
    ['a date that is none', 'ABCD1234', { startDate: '2026-02-30' }, '/startDate'],
    ['a year before all contracts', 'ABCD1234', { startDate: '0000-01-01' }, '/startDate'],
    ['a country that is no code', 'ABCD1234', { country: 'Sweden' }, '/country'],
    ['an unknown field', 'ABCD1234', { owner: 'me' }, '/owner'],
    [
      'an unknown contact',
      'ABCD1234',
      { contacts: { boss: { displayName: 'X', email: 'x@y.example' } } },
      '/contacts/boss',
    ],
    [
      'a contact whose name breaks a line',
      'ABCD1234',
      { contacts: { primaryContact: { displayName: 'X\r\nBcc: y', email: 'x@y.example' } } },
      '/contacts/primaryContact/displayName',
    ],
  ])('%s is refused with a pointer', async (_what, licenseId, overrides, pointer) => {
    const answer = await put(licenseId, overrides);
    expect(answer).toMatchObject({ status: 400, problemId: 'invalid-request' });
    expect(answer.problem.errors?.[0]?.pointer).toBe(pointer);
  });
});

describe('contact invitations', () => {
  test('A2 the partner and the publisher resend a contact invitation: same link, same expiry, once a minute', async () => {
    const contact = organization.newEmail('contact');
    const licenseId = await organization.license({ contact });
    const link = await muniment.linkOf(contact);
    const tooSoon = await partner.api.call(resendContactInvitation, { params: { licenseId } });
    expect(tooSoon).toMatchObject({ status: 429, problemId: 'too-many-requests' });
    expect(Number(tooSoon.headers.get('retry-after'))).toBeGreaterThan(0);

    await sentLongAgo(licenseId);
    const before = await expiryOf(licenseId);
    const resent = await partner.api.call(resendContactInvitation, { params: { licenseId } });
    expect(resent).toMatchObject({ status: 200, body: { licenseId, email: contact } });
    expect(await expiryOf(licenseId)).toEqual(before);
    expect(await muniment.linkOf(contact)).toBe(link);
    await sentLongAgo(licenseId);
    expect((await muniment.publisher.call(resendContactInvitation, { params: { licenseId } })).status).toBe(
      200,
    );
  });

  test('A2 a reset makes a new link, also of an expired invitation, and the old link dies', async () => {
    const contact = organization.newEmail('contact');
    const licenseId = await organization.license({ contact });
    const old = await muniment.linkOf(contact);
    await muniment.db
      .updateTable('invitation')
      .set({ expires_at: new Date(Date.now() - 1_000) })
      .where('license_id', '=', await internalId(licenseId))
      .execute();
    expect(await partner.api.call(resendContactInvitation, { params: { licenseId } })).toMatchObject({
      status: 409,
      problemId: 'invitation-expired',
    });
    const reset = await muniment.publisher.call(resetContactInvitation, { params: { licenseId } });
    expect(reset.status).toBe(200);
    expect(new Date(reset.body.expiresAt).getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    const session = await muniment.sessionOf(contact);
    expect(await session.send('GET', `/v1/invitations/${old}`)).toMatchObject({
      status: 409,
      problemId: 'invitation-reset',
    });
    await muniment.register(contact);
    expect(await partner.api.call(resetContactInvitation, { params: { licenseId } })).toMatchObject({
      status: 409,
      problemId: 'no-open-invitation',
    });
  });

  test("A2 a contact's link goes to the address that the partner gave, not to a business e-mail that an administrator edits", async () => {
    const admin = await organization.administrator();
    const contact = organization.newEmail('contact');
    await admin.api.send('POST', '/v1/assignment-changes', {
      body: {
        assignments: [
          {
            user: { signInEmail: contact, displayName: 'Contact', businessEmail: admin.email },
            licenseId: admin.licenseId,
            roles: ['benefits-reader'],
          },
        ],
      },
    });
    const licenseId = newLicenseId();
    const contacts = { primaryContact: { displayName: 'Contact', email: contact } };
    expect(await put(licenseId, { contacts })).toMatchObject({ body: { invited: { email: contact } } });
    await sentLongAgo(licenseId);
    expect(await partner.api.call(resendContactInvitation, { params: { licenseId } })).toMatchObject({
      body: { email: contact },
    });
    const rows = await muniment.db
      .selectFrom('mail')
      .select('to_address')
      .where('kind', '=', 'contact-invitation')
      .where('to_address', '=', contact)
      .execute();
    expect(rows).toHaveLength(2);
  });

  test('a registered contact sees what the partner set up', async () => {
    const contact = organization.newEmail('contact');
    const agreementNumber = await organization.agreement();
    const licenseId = await organization.license({ contact, agreementNumber, parentProgram: 'Enrolment' });
    await muniment.register(contact);
    const session = await muniment.sessionOf(contact);
    const { items } = (await session.call(listLicenses, {})).body;
    expect(items).toEqual([
      expect.objectContaining({
        licenseId,
        agreementNumber,
        parentProgram: 'Enrolment',
        city: null,
        startDate: '2026-01-01',
        status: 'active',
        roles: ['administrator'],
        administrators: { reachable: 1, pending: 0 },
      }),
    ]);
  });
});

async function internalId(licenseId: string): Promise<string> {
  const { id } = await muniment.db
    .selectFrom('license')
    .select('id')
    .where('license_id', '=', licenseId)
    .executeTakeFirstOrThrow();
  return id;
}

async function sentLongAgo(licenseId: string): Promise<void> {
  await muniment.db
    .updateTable('invitation')
    .set({ last_sent_at: new Date(Date.now() - 120_000) })
    .where('license_id', '=', await internalId(licenseId))
    .execute();
}

async function expiryOf(licenseId: string): Promise<Date> {
  const { expires_at } = await muniment.db
    .selectFrom('invitation')
    .select('expires_at')
    .where('license_id', '=', await internalId(licenseId))
    .executeTakeFirstOrThrow();
  return expires_at;
}
