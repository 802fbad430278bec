import { listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import { changeContact } from '@muniment/contract/partners.ts';
import { listVlUsers, removeVlUser } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { give, read, undo } from './changes.ts';
import { createInvitedPeople, type InvitedPeople } from './invited-people.ts';

let muniment: Muniment;
let organization: Organization;
let invited: InvitedPeople;
beforeAll(async () => {
  muniment = await startMuniment({ env: { MAIL_HOLD_SECONDS: '30' } });
  invited = createInvitedPeople(muniment);
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

const statesOf = async (email: string) =>
  (await invited.mailsTo(email)).map(({ kind, state }) => `${kind} ${state}`);

/** Lets what is held go out, as a worker with an SMTP server does. */
async function sendMails(): Promise<void> {
  await muniment.db.updateTable('mail').set({ state: 'sent' }).where('state', '=', 'held').execute();
}

describe('B8 whom an undo tells', () => {
  test('B8 within the hold nobody: the mails of the change are cancelled, and none is planned', async () => {
    const admin = await organization.administrator();
    const vera = await organization.colleague(admin);
    await sendMails();
    const change = await give(admin, vera.email, admin.licenseId, ['benefits-reader']);
    const { mail } = await read(admin, change);
    expect(mail.held).toBe(1);
    expect(Date.parse(mail.heldUntil ?? '')).toBeGreaterThan(Date.now() + 20_000);
    expect((await undo(admin, change)).body).toMatchObject({ emails: [], cancelledEmails: 1 });
    expect(await statesOf(vera.email)).toEqual(['permission-change cancelled', 'invitation sent']);
    expect((await read(admin, change)).mail).toEqual({ held: 0, heldUntil: null });
  });

  test('B8 S6 later those whom the change told, of what ends and what they hold again', async () => {
    const admin = await organization.administrator();
    const vera = await organization.colleague(admin);
    const change = await give(admin, vera.email, admin.licenseId, ['benefits-reader']);
    await sendMails();
    expect((await undo(admin, change)).body).toMatchObject({
      cancelledEmails: 0,
      emails: [{ kind: 'permission-change', signInEmail: vera.email }],
    });
    const { facts } = await muniment.db
      .selectFrom('mail')
      .select('facts')
      .where('vl_user_id', '=', vera.vlUserId)
      .where('state', '=', 'held')
      .executeTakeFirstOrThrow();
    expect(facts).toMatchObject({
      licenses: [
        { licenseId: admin.licenseId, added: ['licensing-info-viewer'], removed: ['benefits-reader'] },
      ],
    });
  });

  test('B8 an invitation that the change made is withdrawn silently, held or not', async () => {
    const admin = await organization.administrator();
    for (const isSent of [false, true]) {
      const email = organization.newEmail('vera');
      const change = await give(admin, email, admin.licenseId, ['benefits-reader']);
      const token = await muniment.linkOf(email);
      if (isSent) await sendMails();
      expect((await undo(admin, change)).body).toMatchObject({ emails: [], cancelledEmails: isSent ? 0 : 1 });
      expect(await invited.read(email, token)).toMatchObject({ problemId: 'invitation-not-found' });
      expect(await statesOf(email)).toEqual([`invitation ${isSent ? 'sent' : 'cancelled'}`]);
    }
  });

  test('B8 M9 somebody pending who was removed has the same link again, and no mail', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    await give(admin, email, admin.licenseId, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    await sendMails();
    const removed = await give(admin, email, admin.licenseId, []);
    expect((await invited.read(email, token)).status).toBe(404);
    expect((await undo(admin, removed)).body).toMatchObject({ emails: [], cancelledEmails: 0 });
    const offer = (await invited.read(email, token)).body;
    expect(offer.licenses.map(({ licenseId }) => licenseId)).toEqual([admin.licenseId]);
    expect(await statesOf(email)).toEqual(['invitation sent']);
    await muniment.register(email, token);
  });

  test('B8 whose link never went out gets it, when it is good again', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    await give(admin, email, admin.licenseId, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    const removed = await give(admin, email, admin.licenseId, []);
    // As the worker does with the mail of an invitation that was withdrawn.
    await muniment.db
      .updateTable('mail')
      .set({ state: 'cancelled' })
      .where('to_address', '=', email)
      .execute();
    expect((await undo(admin, removed)).body.emails).toMatchObject([{ kind: 'invitation' }]);
    expect(await muniment.linkOf(email)).toBe(token);
    expect(await statesOf(email)).toEqual(['invitation held', 'invitation cancelled']);
  });

  test('B8 S9 an invitation that was joined or made smaller offers what it did, by the same link and without a mail', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const email = organization.newEmail('vera');
    const offered = async (token: string) =>
      (await invited.read(email, token)).body.licenses.map(({ licenseId }) => licenseId).toSorted();
    await give(admin, email, first, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    await sendMails();
    const joined = await give(admin, email, second, ['benefits-reader']);
    expect(await offered(token)).toEqual([first, second].toSorted());
    expect((await undo(admin, joined)).body).toMatchObject({ emails: [], cancelledEmails: 1 });
    expect(await offered(token)).toEqual([first]);
    await give(admin, email, second, ['benefits-reader']);
    await sendMails();
    const smaller = await give(admin, email, first, []);
    expect((await undo(admin, smaller)).body).toMatchObject({ emails: [], cancelledEmails: 0 });
    expect(await offered(token)).toEqual([first, second].toSorted());
  });

  test('B8 one that had expired and was reset is expired as before, where the new link never went out', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const vlUserId = await invited.give(admin, email, admin.licenseId, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    await sendMails();
    await invited.expire(vlUserId);
    const more = await give(admin, email, admin.licenseId, ['benefits-reader', 'product-keys-reader']);
    expect(await invited.read(email, token)).toMatchObject({ problemId: 'invitation-reset' });
    expect((await undo(admin, more)).body).toMatchObject({ emails: [], cancelledEmails: 1 });
    expect(await invited.read(email, token)).toMatchObject({ problemId: 'invitation-expired' });
    expect(await invited.statusOf(admin, vlUserId)).toBe('invitation-expired');
    // And was so from then on, whoever looks back (B4).
    await new Promise((resolve) => setTimeout(resolve, 50));
    const asOf = new Date().toISOString();
    const { items } = (await admin.api.call(listVlUsers, { query: { asOf } })).body;
    expect(items.find(({ id }) => id === vlUserId)?.status).toBe('invitation-expired');
  });

  test('B8 S6 whose mail was tried is told, since it may have arrived', async () => {
    const admin = await organization.administrator();
    const vera = await organization.colleague(admin);
    const change = await give(admin, vera.email, admin.licenseId, ['benefits-reader']);
    await muniment.db
      .updateTable('mail')
      .set({ attempts: 1 })
      .where('vl_user_id', '=', vera.vlUserId)
      .where('state', '=', 'held')
      .execute();
    expect((await undo(admin, change)).body).toMatchObject({
      cancelledEmails: 1,
      emails: [{ kind: 'permission-change', signInEmail: vera.email }],
    });
  });

  test('B8 whoever registered meanwhile knows of it, and is told', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const change = await give(admin, email, admin.licenseId, ['benefits-reader']);
    await muniment.register(email);
    expect((await undo(admin, change)).body).toMatchObject({
      emails: [{ kind: 'permission-change', signInEmail: email }],
      cancelledEmails: 1,
    });
    // The registration is a fact that stays.
    const again = await give(admin, email, admin.licenseId, ['benefits-reader']);
    expect(await statesOf(email)).toContain('permission-change held');
    expect((await read(admin, again)).undo.possible).toBe(true);
  });

  test('B8 M9 a pending contact who was removed has the contact invitation again', async () => {
    const admin = await organization.administrator();
    const contact = organization.newEmail('contact');
    const licenseId = await organization.license({ contact });
    const token = await muniment.linkOf(contact);
    // An administrator by inheritance or import sees the pending contact; here one is put beside them by the registry.
    const other = await registeredBeside(admin, licenseId);
    const vlUserId = await muniment.db
      .selectFrom('vl_user')
      .select('id')
      .where('sign_in_email', '=', contact)
      .executeTakeFirstOrThrow();
    await other.api.call(removeVlUser, { params: { vlUserId: vlUserId.id } });
    expect((await invited.read(contact, token)).status).toBe(404);
    const { items } = (await other.api.call(listAssignmentChanges, { query: { licenseId } })).body;
    expect((await undo(other, items[0]?.id ?? '')).status).toBe(201);
    expect((await invited.read(contact, token)).status).toBe(200);
    await muniment.register(contact, token);
  });

  test('B8 A10 a contact who was replaced meanwhile gets no link again', async () => {
    const admin = await organization.administrator();
    const contact = organization.newEmail('contact');
    const licenseId = await organization.license({ contact });
    const token = await muniment.linkOf(contact);
    const other = await registeredBeside(admin, licenseId);
    const { id } = await muniment.db
      .selectFrom('vl_user')
      .select('id')
      .where('sign_in_email', '=', contact)
      .executeTakeFirstOrThrow();
    await other.api.call(removeVlUser, { params: { vlUserId: id } });
    const { items } = (await other.api.call(listAssignmentChanges, { query: { licenseId } })).body;
    const kind = (
      await muniment.db
        .selectFrom('license_contact')
        .select('contact')
        .where('email', '=', contact)
        .executeTakeFirstOrThrow()
    ).contact;
    const to = { displayName: 'Quentin', email: organization.newEmail('quentin') };
    const body = { licenseId, contact: kind, to, requestedBy: 'Head office' };
    expect((await organization.partner.api.call(changeContact, { body })).status).toBe(201);
    expect(await undo(other, items[0]?.id ?? '')).toMatchObject({
      status: 409,
      problemId: 'undo-superseded',
    });
    expect((await invited.read(contact, token)).status).toBe(404);
  });

  /** Somebody registered who administers a license ID whose contact is still pending. */
  async function registeredBeside(member: Member, licenseId: string): Promise<Member> {
    const license = await muniment.db
      .selectFrom('license')
      .select(['id', 'organization_id'])
      .where('license_id', '=', licenseId)
      .executeTakeFirstOrThrow();
    const change = await muniment.db
      .selectFrom('assignment_change_license')
      .select(['change_id', 'at'])
      .where('license_id', '=', license.id)
      .executeTakeFirstOrThrow();
    await muniment.db
      .insertInto('role_grant')
      .values({
        organization_id: license.organization_id,
        license_id: license.id,
        vl_user_id: member.vlUserId,
        role: 'administrator',
        origin_agreement_id: null,
        starts_at: change.at,
        ends_at: null,
        opened_at: change.at,
        opened_by: change.change_id,
        closed_at: null,
        closed_by: null,
        awaits: null,
        provisioning_id: null,
        ready_at: change.at,
      })
      .execute();
    return member;
  }
});
