import { checkAccess } from '@muniment/contract/access.ts';
import {
  changeAssignments,
  listAssignmentChanges,
  undoAssignmentChange,
} from '@muniment/contract/assignment-changes.ts';
import { getInvitation } from '@muniment/contract/invitations.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { listLicenses } from '@muniment/contract/licenses.ts';
import { putLicense } from '@muniment/contract/partners.ts';
import { getMe } from '@muniment/contract/people.ts';
import {
  getPreferences,
  giveUpInherited,
  type InheritingContact,
  putPreferences,
} from '@muniment/contract/preferences.ts';
import { listOutbox } from '@muniment/contract/publisher.ts';
import { getVlUserAccess, removeVlUser } from '@muniment/contract/vl-users.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Api } from '../support/api.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';

let muniment: Muniment;
let organization: Organization;
let agreementNumber: string;
/** Notices correspondent of the agreement, and administrator of one license ID that is not under it. */
let nora: Member;
/** Its bill-to contact, and administrator of another. */
let bill: Member;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());
beforeEach(async () => {
  organization = await (await muniment.newPartner()).organization();
  nora = await organization.administrator({ email: organization.newEmail('nora') });
  bill = await organization.administrator({ email: organization.newEmail('bill') });
  agreementNumber = await organization.agreement({
    noticesCorrespondent: { displayName: 'Nora', email: nora.email },
    billToContact: { displayName: 'Bill', email: bill.email },
  });
});

function opt(api: Api, optedIn: boolean, of: { agreementNumber?: string; contact?: InheritingContact } = {}) {
  const entry = { agreementNumber, contact: 'notices-correspondent' as const, ...of, optedIn };
  return api.call(putPreferences, { body: { inheritance: [entry] } });
}

async function administers(member: Member, licenseId: string): Promise<boolean> {
  const check = { vlUserId: member.vlUserId, licenseId, action: 'assignment:manage' as const };
  const { body } = await muniment.publisher.call(checkAccess, { body: { checks: [check] } });
  return body.results[0]?.allowed ?? false;
}

describe('I2 preferences', () => {
  test('show names, addresses, roles with their origin, and one entry for each inheriting contact', async () => {
    const { status, body, headers } = await nora.api.call(getPreferences, {});
    expect(status).toBe(200);
    expect(headers.get('etag')).toMatch(/^"/);
    expect(body).toMatchObject({
      displayName: nora.name,
      signInEmail: nora.email,
      businessEmail: nora.email,
      roles: [
        {
          licenseId: nora.licenseId,
          roles: [{ role: 'administrator', origin: 'assigned', agreementNumber: null, status: 'active' }],
        },
      ],
      inheritance: [{ agreementNumber, contact: 'notices-correspondent', optedIn: false }],
    });
    expect((await bill.api.call(getPreferences, {})).body.inheritance).toEqual([]);
  });

  test('only optedIn can be written: another field with another value is refused by name', async () => {
    const { body } = await nora.api.call(getPreferences, {});
    expect((await nora.api.call(putPreferences, { body })).status).toBe(200);
    const refused = await nora.api.call(putPreferences, { body: { ...body, displayName: 'Somebody Else' } });
    expect(refused).toMatchObject({ status: 400, problemId: 'invalid-request' });
    expect(refused.problem.errors?.[0]?.pointer).toBe('/displayName');
    const [entry] = body.inheritance;
    if (entry === undefined) throw new Error('There is no entry');
    const twice = await nora.api.call(putPreferences, {
      body: { inheritance: [entry, { ...entry, optedIn: true }] },
    });
    expect(twice.problem.errors?.[0]?.pointer).toBe('/inheritance/1');
    const renamed = await nora.api.call(putPreferences, {
      body: { inheritance: [{ ...entry, agreementName: 'Another' }] },
    });
    expect(renamed.problem.errors?.[0]?.pointer).toBe('/inheritance/0/agreementName');
    expect((await nora.api.call(getPreferences, {})).body).toEqual(body);
  });

  test('a stale version is refused, and nothing is saved', async () => {
    const etag = (await nora.api.call(getPreferences, {})).headers.get('etag') ?? '';
    await opt(nora.api, true);
    const body = {
      inheritance: [{ agreementNumber, contact: 'notices-correspondent' as const, optedIn: false }],
    };
    expect(await nora.api.call(putPreferences, { body, ifMatch: etag })).toMatchObject({ status: 412 });
    expect((await nora.api.call(getPreferences, {})).body.inheritance[0]?.optedIn).toBe(true);
  });
});

describe('I1 a contact who opted in', () => {
  test('administers every license ID added under the agreement from then on, at once; none that was there', async () => {
    const before = await organization.license({ agreementNumber });
    expect((await opt(nora.api, true)).body.inheritance[0]?.optedIn).toBe(true);
    const added = await organization.license({ agreementNumber });
    const elsewhere = await organization.license();
    expect(await Promise.all([before, added, elsewhere].map((one) => administers(nora, one)))).toEqual([
      false,
      true,
      false,
    ]);
    const own = (await nora.api.call(getPreferences, {})).body.roles.find((one) => one.licenseId === added);
    expect(own?.roles).toMatchObject([{ role: 'administrator', origin: 'inherited', agreementNumber }]);
    const [change] = (await nora.api.call(listAssignmentChanges, {})).body.items;
    expect(change).toMatchObject({ kind: 'set-up', actor: { kind: 'partner' } });
    const { items } = (await muniment.publisher.call(listOutbox, { query: { q: nora.email } })).body;
    expect(items[0]?.kind).toBe('permission-change');
  });

  test('inherits what is moved under the agreement by a correction', async () => {
    await opt(nora.api, true);
    const contact = organization.newEmail('contact');
    const licenseId = await organization.license({ contact });
    const body = {
      organizationNumber: organization.number,
      agreementNumber,
      name: `Contract ${licenseId}`,
      program: 'Select',
      startDate: '2026-01-01',
      endDate: '2031-12-31',
      country: 'SE',
      contacts: { primaryContact: { displayName: nameOf(contact), email: contact } },
    };
    const move = () => organization.partner.api.call(putLicense, { params: { licenseId }, body });
    expect((await move()).status).toBe(200);
    expect(await administers(nora, licenseId)).toBe(true);
    expect((await move()).status).toBe(200);
  });

  test('I4 opting out ends it for what is added later; what was inherited stays', async () => {
    await opt(nora.api, true);
    const first = await organization.license({ agreementNumber });
    await opt(nora.api, false);
    const second = await organization.license({ agreementNumber });
    expect(await administers(nora, first)).toBe(true);
    expect(await administers(nora, second)).toBe(false);
  });

  test('may have been only a contact: opting in makes them a registered VL user (Edges)', async () => {
    const email = organization.newEmail('olaf');
    const session = await muniment.sessionOf(email);
    const number = await organization.agreement({ onlineAccessContact: { displayName: 'Olaf', email } });
    const { organizations } = (await session.call(getMe, {})).body;
    expect(organizations).toMatchObject([{ number: organization.number, vlUserId: null, actions: [] }]);
    expect((await session.call(getPreferences, {})).body.roles).toEqual([]);
    expect((await session.call(listLicenses, {})).status).toBe(404);
    const of = { agreementNumber: number, contact: 'online-access-contact' as const };
    expect((await opt(session, true, of)).status).toBe(200);
    const licenseId = await organization.license({ agreementNumber: number });
    expect((await session.call(listLicenses, {})).body.items.map((one) => one.licenseId)).toEqual([
      licenseId,
    ]);
  });

  test('S9 opting in registers them: what waited for their invitation counts, and the ledger says so', async () => {
    const email = organization.newEmail('olaf');
    const assignments = [
      {
        user: { signInEmail: email, displayName: 'Olaf' },
        licenseId: bill.licenseId,
        roles: ['benefits-reader'],
      },
    ];
    await bill.api.call(changeAssignments, { body: { assignments } });
    const token = await muniment.linkOf(email);
    const number = await organization.agreement({ primaryContact: { displayName: 'Olaf', email } });
    const session = await muniment.sessionOf(email);
    expect((await session.call(listLicenses, {})).status).toBe(404);
    await opt(session, true, { agreementNumber: number, contact: 'primary-contact' });
    expect((await session.call(listLicenses, {})).body.items).toMatchObject([{ roles: ['benefits-reader'] }]);
    expect((await session.call(getInvitation, { params: { token } })).problemId).toBe('invitation-used');
    const [entry] = (await bill.api.call(listLedger, {})).body.items;
    expect(entry).toMatchObject({
      event: 'preferences.opted-in',
      details: { registered: entry?.actor.id, grants: [{ role: 'benefits-reader' }] },
    });
    await opt(session, false, { agreementNumber: number, contact: 'primary-contact' });
    const { rows } = await sql<{ event: string }>`
      select event from ledger_entry e join organization o on o.id = e.organization_id
      where o.number = ${organization.number} order by e.sequence desc limit 1
    `.execute(muniment.db);
    expect(rows).toEqual([{ event: 'preferences.opted-out' }]);
  });

  test('M6 a contact whom an enforced directory does not hold is nobody there, and opts in to nothing', async () => {
    const email = organization.newEmail('olaf');
    const number = await organization.agreement({ primaryContact: { displayName: 'Olaf', email } });
    const session = await muniment.sessionOf(email);
    expect((await session.call(getPreferences, {})).status).toBe(200);
    await sql`update organization set directory_enforced_at = now() where number = ${organization.number}`.execute(
      muniment.db,
    );
    expect((await session.call(getMe, {})).body.organizations).toEqual([]);
    const of = { agreementNumber: number, contact: 'primary-contact' as const };
    expect(await opt(session, true, of)).toMatchObject({ status: 404, problemId: 'not-found' });
    expect((await session.call(getPreferences, {})).status).toBe(404);
  });

  test('Bad input: another contact, bill-to, and an agreement that is not theirs are the same 404 or refused', async () => {
    const ask = async (api: Api, of: { agreementNumber?: string; contact?: InheritingContact }) => {
      const answer = await opt(api, true, of);
      return JSON.stringify({ ...answer.problem, instance: '' });
    };
    const unknown = await ask(nora.api, { agreementNumber: 'A-unknown' });
    expect(unknown).toContain('not-found');
    expect(await ask(nora.api, { contact: 'primary-contact' })).toBe(unknown);
    expect(await ask(bill.api, {})).toBe(unknown);
    const body = { inheritance: [{ agreementNumber, contact: 'bill-to-contact' as never, optedIn: true }] };
    expect((await bill.api.call(putPreferences, { body })).status).toBe(400);
  });
});

describe('I3 inherited permissions', () => {
  test('can neither be assigned nor removed by another administrator; deleting leaves them and the row', async () => {
    await opt(nora.api, true);
    const licenseId = await organization.license({ agreementNumber, contact: bill.email });
    await muniment.register(bill.email);
    const wanted = (roles: string[]) =>
      bill.api.call(changeAssignments, {
        body: { assignments: [{ user: { vlUserId: nora.vlUserId }, licenseId, roles }] },
      });
    expect(await wanted(['administrator'])).toMatchObject({ status: 409, problemId: 'role-inherited' });
    expect((await wanted([])).body.saved).toBe(false);
    await wanted(['benefits-reader']);
    const params = { vlUserId: nora.vlUserId };
    expect((await bill.api.call(removeVlUser, { params })).status).toBe(204);
    const { items } = (await bill.api.call(getVlUserAccess, { params })).body;
    expect(items[0]?.roles).toMatchObject([{ role: 'administrator', origin: 'inherited' }]);
  });

  test('of somebody who is User not found an administrator may remove them', async () => {
    await opt(nora.api, true);
    const licenseId = await organization.license({ agreementNumber, contact: bill.email });
    await muniment.register(bill.email);
    await sql`
      update vl_user set absences = tstzmultirange(tstzrange(now(), null)) where id = ${nora.vlUserId}
    `.execute(muniment.db);
    expect(await administers(nora, licenseId)).toBe(false);
    const params = { vlUserId: nora.vlUserId };
    const { items } = (await bill.api.call(getVlUserAccess, { params })).body;
    expect(items[0]?.roles).toMatchObject([{ origin: 'inherited', status: 'user-not-found' }]);
    expect((await bill.api.call(removeVlUser, { params })).status).toBe(204);
    expect((await bill.api.call(getVlUserAccess, { params })).status).toBe(404);
  });

  test('B8 undo is no way around it: what it gave back to somebody who returned is theirs alone', async () => {
    await opt(nora.api, true);
    const licenseId = await organization.license({ agreementNumber, contact: bill.email });
    await muniment.register(bill.email);
    const absent = (since: string) =>
      sql`update vl_user set absences = ${sql.raw(since)} where id = ${nora.vlUserId}`.execute(muniment.db);
    const newest = async () =>
      (await bill.api.call(listAssignmentChanges, { query: { licenseId } })).body.items[0]?.id ?? '';
    const undo = async (changeId: string) => bill.api.call(undoAssignmentChange, { params: { changeId } });
    await absent('tstzmultirange(tstzrange(now(), null))');
    await bill.api.call(removeVlUser, { params: { vlUserId: nora.vlUserId } });
    expect((await undo(await newest())).status).toBe(201);
    await absent("'{}'");
    expect(await administers(nora, licenseId)).toBe(true);
    expect(await undo(await newest())).toMatchObject({
      status: 409,
      problemId: 'role-inherited',
      problem: { licenseIds: [licenseId] },
    });
    expect(await administers(nora, licenseId)).toBe(true);
  });
});

describe('I4 giving up one’s own inherited grant', () => {
  const giveUp = (member: Member, licenseId: string) =>
    member.api.call(giveUpInherited, { params: { licenseId } });

  test('ends it at once, where another administrator can act', async () => {
    await opt(nora.api, true);
    const licenseId = await organization.license({ agreementNumber, contact: bill.email });
    await muniment.register(bill.email);
    expect((await giveUp(nora, licenseId)).status).toBe(204);
    expect(await administers(nora, licenseId)).toBe(false);
    expect(await giveUp(nora, licenseId)).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
    const [change] = (await bill.api.call(listAssignmentChanges, {})).body.items;
    expect(change).toMatchObject({ kind: 'given-up', difference: [{ removed: ['administrator'] }] });
  });

  test('A1 the last administrator who can act keeps it', async () => {
    await opt(nora.api, true);
    const licenseId = await organization.license({ agreementNumber });
    const answer = await giveUp(nora, licenseId);
    expect(answer).toMatchObject({ status: 409, problemId: 'last-administrator' });
    expect(answer.problem.licenseIds).toEqual([licenseId]);
    expect(await administers(nora, licenseId)).toBe(true);
  });

  test('an assigned role, and a license ID of others, are nothing that is inherited', async () => {
    for (const licenseId of [nora.licenseId, bill.licenseId, 'NOSUCHID']) {
      expect(await giveUp(nora, licenseId)).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
    }
  });
});
