import { checkAccess } from '@muniment/contract/access.ts';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getInvitation } from '@muniment/contract/invitations.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { getLicense } from '@muniment/contract/licenses.ts';
import { changeContact, listPartnerLicenses } from '@muniment/contract/partners.ts';
import { putPreferences } from '@muniment/contract/preferences.ts';
import { getOutboxMail, listOutbox } from '@muniment/contract/publisher.ts';
import { getVlUserAccess } from '@muniment/contract/vl-users.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

type Of = { licenseId: string } | { agreementNumber: string };
type Kind = 'primary-contact' | 'notices-correspondent' | 'online-access-contact' | 'bill-to-contact';

function change(of: Of, contact: Kind, email: string, by: Organization = organization) {
  const body = { ...of, contact, to: { displayName: nameOf(email), email }, requestedBy: 'Purchasing' };
  return by.partner.api.call(changeContact, { body });
}

async function mailsTo(email: string) {
  const { items } = (await muniment.publisher.call(listOutbox, { query: { q: email } })).body;
  return items.map(({ kind }) => kind);
}

async function administers(member: Member, licenseId: string): Promise<boolean> {
  const check = { vlUserId: member.vlUserId, licenseId, action: 'assignment:manage' as const };
  const { body } = await muniment.publisher.call(checkAccess, { body: { checks: [check] } });
  return body.results[0]?.allowed ?? false;
}

describe('A10 a contact of a license ID', () => {
  test('where somebody can act, the administrators are told and nobody is invited or loses a role', async () => {
    const admin = await organization.administrator();
    const { licenseId } = admin;
    const after = organization.newEmail('after');
    const answer = await change({ licenseId }, 'primary-contact', after);
    expect(answer).toMatchObject({ status: 201, body: { changed: true, invited: null } });
    expect(await mailsTo(after)).toEqual([]);
    expect((await mailsTo(admin.email))[0]).toBe('contact-changed');
    const { items } = (await muniment.publisher.call(listOutbox, { query: { q: admin.email } })).body;
    const mail = (await muniment.publisher.call(getOutboxMail, { params: { mailId: items[0]?.id ?? '' } }))
      .body;
    expect(mail.text).toContain(after);
    expect(mail.text).toContain(licenseId);
    expect(await administers(admin, licenseId)).toBe(true);
    const { contacts } = (await admin.api.call(getLicense, { params: { licenseId } })).body;
    expect(contacts).toEqual([
      { contact: 'primary-contact', of: 'license', displayName: nameOf(after), email: after },
    ]);
  });

  test('where nobody can act, the new one is invited, and the replaced one’s invitation is withdrawn', async () => {
    const [before, after] = [organization.newEmail('before'), organization.newEmail('after')];
    const licenseId = await organization.license({ contact: before });
    const oldLink = await muniment.linkOf(before);
    const answer = await change({ licenseId }, 'primary-contact', after);
    expect(answer.body.invited).toMatchObject({ email: after });
    const session = await muniment.sessionOf(before);
    expect(await session.call(getInvitation, { params: { token: oldLink } })).toMatchObject({
      status: 404,
      problemId: 'invitation-not-found',
    });
    await muniment.register(after);
    const { items } = (await organization.partner.api.call(listPartnerLicenses, { query: { limit: 1_000 } }))
      .body;
    expect(items.find((one) => one.licenseId === licenseId)?.noActiveAdministrator).toBe(false);
  });

  test('the other contact’s invitation stays: only the replaced one’s is withdrawn', async () => {
    const [notices, primary] = [organization.newEmail('notices'), organization.newEmail('primary')];
    const licenseId = await organization.license({
      contacts: {
        noticesCorrespondent: { displayName: 'Notices', email: notices },
        primaryContact: { displayName: 'Primary', email: primary },
      },
    });
    const link = await muniment.linkOf(notices);
    const answer = await change({ licenseId }, 'primary-contact', organization.newEmail('other'));
    expect(answer.body.invited).toBeNull();
    const session = await muniment.sessionOf(notices);
    expect((await session.call(getInvitation, { params: { token: link } })).status).toBe(200);
  });

  test('A2 where nobody can act, a notices correspondent goes before a primary contact who was invited', async () => {
    const [primary, notices] = [organization.newEmail('primary'), organization.newEmail('notices')];
    const licenseId = await organization.license({ contact: primary });
    const answer = await change({ licenseId }, 'notices-correspondent', notices);
    expect(answer.body.invited).toMatchObject({ email: notices });
    await muniment.register(notices);
  });

  test('an invitation gives way also where the directory renamed whom it asks', async () => {
    const [before, after] = [organization.newEmail('before'), organization.newEmail('after')];
    const licenseId = await organization.license({ contact: before });
    await sql`
      update vl_user set sign_in_email = ${`new.${before}`}, sign_in_email_key = ${`new.${before}`}
      where sign_in_email_key = ${before}
    `.execute(muniment.db);
    const answer = await change({ licenseId }, 'primary-contact', after);
    expect(answer.body.invited).toMatchObject({ email: after });
  });

  test('A1 rescues a license ID whose only administrator the directory lost, and says so before and after', async () => {
    const admin = await organization.administrator();
    const { licenseId } = admin;
    await sql`
      update vl_user set absences = tstzmultirange(tstzrange(now(), null)) where id = ${admin.vlUserId}
    `.execute(muniment.db);
    const flagged = async (api = organization.partner.api) =>
      (
        await api.call(listPartnerLicenses, { query: { noActiveAdministrator: true, limit: 1_000 } })
      ).body.items.map((one) => one.licenseId);
    expect(await flagged()).toContain(licenseId);
    expect(await flagged(muniment.publisher)).toContain(licenseId);
    const stranger = await muniment.newPartner();
    expect(await flagged(stranger.api)).toEqual([]);

    const after = organization.newEmail('rescuer');
    expect((await change({ licenseId }, 'primary-contact', after)).body.invited).toMatchObject({
      email: after,
    });
    await muniment.register(after);
    expect(await flagged()).not.toContain(licenseId);
  });

  test('whoever waits there by an assignment is invited as contact all the same', async () => {
    const admin = await organization.administrator();
    const { licenseId } = admin;
    const pending = organization.newEmail('pending');
    await admin.api.call(changeAssignments, {
      body: {
        assignments: [
          { user: { signInEmail: pending, displayName: 'Pending' }, licenseId, roles: ['administrator'] },
        ],
      },
    });
    await sql`
      update vl_user set absences = tstzmultirange(tstzrange(now(), null)) where id = ${admin.vlUserId}
    `.execute(muniment.db);
    const answer = await change({ licenseId }, 'primary-contact', pending);
    expect(answer.body.invited).toMatchObject({ email: pending });
    expect((await mailsTo(pending))[0]).toBe('contact-invitation');
    await muniment.register(pending);
  });

  test('A1 whoever administers for a time only stays without an end, and loses nothing meanwhile', async () => {
    const admin = await organization.administrator();
    const { licenseId } = admin;
    const deputy = await organization.colleague(admin);
    const endsAt = new Date(Date.now() + 86_400_000).toISOString();
    const roles = [{ role: 'administrator', endsAt }];
    const user = { vlUserId: deputy.vlUserId };
    await admin.api.call(changeAssignments, { body: { assignments: [{ user, licenseId, roles }] } });
    await sql`
      update vl_user set absences = tstzmultirange(tstzrange(now(), null)) where id = ${admin.vlUserId}
    `.execute(muniment.db);
    const answer = await change({ licenseId }, 'primary-contact', deputy.email);
    expect(answer).toMatchObject({ status: 201, body: { changed: true, invited: null } });
    expect(await administers(deputy, licenseId)).toBe(true);
    const { items } = (await deputy.api.call(getVlUserAccess, { params: { vlUserId: deputy.vlUserId } }))
      .body;
    expect(items[0]?.roles).toMatchObject([{ role: 'administrator', endsAt: null }]);
    expect((await mailsTo(deputy.email)).slice(0, 2).toSorted()).toEqual([
      'contact-changed',
      'permission-change',
    ]);
  });

  test('the same request twice has one effect; the same address only corrects the name', async () => {
    const admin = await organization.administrator();
    const { licenseId } = admin;
    const after = organization.newEmail('after');
    await change({ licenseId }, 'primary-contact', after);
    const before = await mailsTo(admin.email);
    expect(await change({ licenseId }, 'primary-contact', after)).toMatchObject({
      status: 200,
      body: { changed: false, id: null },
    });
    const body = {
      licenseId,
      contact: 'primary-contact' as const,
      to: { displayName: 'Another Spelling', email: after },
      requestedBy: 'Purchasing',
    };
    expect((await organization.partner.api.call(changeContact, { body })).status).toBe(201);
    expect(await mailsTo(admin.email)).toEqual(before);
  });

  test('Bad input: another partner’s license ID is not found, and each contact must fit what it is of', async () => {
    const stranger = await (await muniment.newPartner()).organization();
    const licenseId = await organization.license();
    expect(await change({ licenseId }, 'primary-contact', 'x@y.example', stranger)).toMatchObject({
      status: 404,
      problemId: 'license-id-not-found',
    });
    const agreementNumber = await organization.agreement();
    expect(await change({ agreementNumber }, 'primary-contact', 'x@y.example', stranger)).toMatchObject({
      status: 404,
    });
    const wrong = await change({ licenseId }, 'bill-to-contact', 'x@y.example');
    expect(wrong.problem.errors?.[0]?.pointer).toBe('/contact');
    const admin = await organization.administrator();
    const body = {
      licenseId,
      contact: 'primary-contact' as const,
      to: { displayName: 'X', email: 'x@y.example' },
    };
    expect((await admin.api.call(changeContact, { body: { ...body, requestedBy: 'me' } })).status).toBe(404);
  });
});

describe('A10 a contact of an agreement', () => {
  test('what the replaced one inherited becomes assigned without a gap, and they inherit nothing new', async () => {
    const nora = await organization.administrator();
    const other = await organization.administrator();
    const agreementNumber = await organization.agreement({
      noticesCorrespondent: { displayName: 'Nora', email: nora.email },
    });
    const entry = { agreementNumber, contact: 'notices-correspondent' as const, optedIn: true };
    await nora.api.call(putPreferences, { body: { inheritance: [entry] } });
    const licenseId = await organization.license({ agreementNumber, contact: other.email });
    await muniment.register(other.email);
    const after = organization.newEmail('after');
    expect((await change({ agreementNumber }, 'notices-correspondent', after)).status).toBe(201);

    expect(await administers(nora, licenseId)).toBe(true);
    const params = { vlUserId: nora.vlUserId };
    const { items } = (await other.api.call(getVlUserAccess, { params })).body;
    expect(items[0]?.roles).toMatchObject([{ role: 'administrator', origin: 'assigned' }]);
    const { rows } = await sql<{ gap: boolean }>`
      select not exists (
        select from effective_role_at((select max(closed_at) from role_grant where vl_user_id = ${nora.vlUserId})) e
        join license l on l.id = e.license_id
        where e.vl_user_id = ${nora.vlUserId} and l.license_id = ${licenseId}
      ) as gap
    `.execute(muniment.db);
    expect(rows[0]?.gap).toBe(false);
    const added = await organization.license({ agreementNumber });
    expect(await administers(nora, added)).toBe(false);
    expect((await mailsTo(other.email))[0]).toBe('contact-changed');
  });

  test('R10 is told in the ledger to the administrators of its license IDs, each without the others’', async () => {
    const nora = await organization.administrator();
    const agreementNumber = await organization.agreement({
      primaryContact: { displayName: 'Nora', email: nora.email },
    });
    const entry = { agreementNumber, contact: 'primary-contact' as const, optedIn: true };
    await nora.api.call(putPreferences, { body: { inheritance: [entry] } });
    const ann = await organization.administrator();
    const [one] = [
      await organization.license({ agreementNumber, contact: ann.email }),
      await organization.license({ agreementNumber }),
    ];
    await muniment.register(ann.email, await muniment.linkOf(ann.email));
    await change({ agreementNumber }, 'primary-contact', organization.newEmail('after'));
    const newest = async (member: Member) =>
      (await member.api.call(listLedger, { query: { limit: 1 } })).body.items[0];
    const [whole, part] = [await newest(nora), await newest(ann)];
    expect(whole).toMatchObject({ event: 'contact.changed', actor: { kind: 'partner' } });
    expect(whole?.details).toMatchObject({ contact: 'primary-contact', becameAssigned: [{}, {}] });
    expect(part?.id).toBe(whole?.id);
    const { id } = (await ann.api.call(getLicense, { params: { licenseId: one } })).body;
    expect(part?.details).toMatchObject({ contact: 'primary-contact', becameAssigned: [{ licenseId: id }] });
    expect(JSON.stringify(part)).not.toContain('@');
  });

  test('what waited for their contact invitation is theirs by it too: the invitation is withdrawn', async () => {
    const nora = await organization.administrator();
    const agreementNumber = await organization.agreement({
      noticesCorrespondent: { displayName: 'Nora', email: nora.email },
    });
    const entry = { agreementNumber, contact: 'notices-correspondent' as const, optedIn: true };
    await nora.api.call(putPreferences, { body: { inheritance: [entry] } });
    const licenseId = await organization.license({ agreementNumber, contact: nora.email });
    const token = await muniment.linkOf(nora.email);
    await change({ agreementNumber }, 'notices-correspondent', organization.newEmail('after'));
    expect(await administers(nora, licenseId)).toBe(true);
    const session = await muniment.sessionOf(nora.email);
    expect(await session.call(getInvitation, { params: { token } })).toMatchObject({
      status: 404,
      problemId: 'invitation-not-found',
    });
  });

  test('R9 a new bill-to contact sees Invoice Reader, the replaced one no more', async () => {
    const bill = await organization.administrator({ billTo: true });
    const { licenseId } = bill;
    const ann = await organization.colleague(bill, { roles: ['administrator'] });
    const sees = async (member: Member) =>
      (await member.api.call(getLicense, { params: { licenseId } })).body.assignableRoles?.includes(
        'invoice-reader',
      );
    expect(await Promise.all([sees(bill), sees(ann)])).toEqual([true, false]);
    const { agreementNumber } = (await bill.api.call(getLicense, { params: { licenseId } })).body;
    await change({ agreementNumber: agreementNumber ?? '' }, 'bill-to-contact', ann.email);
    expect(await Promise.all([sees(bill), sees(ann)])).toEqual([false, true]);
  });

  test('R9 is matched by verified sign-in e-mail once, never by a business e-mail, and by account from then on', async () => {
    const bill = await organization.administrator();
    const { licenseId } = bill;
    const address = organization.newEmail('accounts');
    const agreementNumber = await organization.agreement({
      billToContact: { displayName: 'Accounts', email: address },
    });
    await sql`
      update license set agreement_id = (select id from agreement where number = ${agreementNumber})
      where license_id = ${licenseId}
    `.execute(muniment.db);
    await sql`update vl_user set business_email = ${address} where id = ${bill.vlUserId}`.execute(
      muniment.db,
    );
    const boundTo = async () =>
      (
        await sql<{ account: string | null }>`
          select c.account_id as account from agreement_contact c join agreement a on a.id = c.agreement_id
          where a.number = ${agreementNumber}
        `.execute(muniment.db)
      ).rows[0]?.account;
    await muniment.accountOf(bill.email);
    expect(await boundTo()).toBeNull();
    await muniment.accountOf(address, { emailVerified: false });
    expect(await boundTo()).toBeNull();
    const first = await muniment.accountOf(address);
    expect(await boundTo()).toBe(first);
  });
});
