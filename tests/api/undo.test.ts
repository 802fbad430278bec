import { checkAccess } from '@muniment/contract/access.ts';
import {
  type AssignmentChangeRequest,
  changeAssignments,
  getAssignmentChange,
  listAssignmentChanges,
  undoAssignmentChange,
} from '@muniment/contract/assignment-changes.ts';
import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { listLedger, verifyLedger } from '@muniment/contract/ledger.ts';
import { changeContact } from '@muniment/contract/partners.ts';
import { getVlUserAccess, listVlUsers, removeVlUser } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';
import { unique } from '../support/unique.ts';
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

type Wanted = AssignmentChangeRequest['assignments'][number]['roles'];

/** Sets what somebody holds on a license ID. @returns The id of the change. */
async function give(by: Member, email: string, licenseId: string, roles: Wanted): Promise<string> {
  const user = { signInEmail: email, displayName: nameOf(email) };
  const answer = await by.api.call(changeAssignments, {
    body: { assignments: [{ user, licenseId, roles }] },
  });
  return answer.body.id ?? '';
}

const undo = (by: Member, changeId: string, idempotencyKey?: string) =>
  by.api.call(undoAssignmentChange, {
    params: { changeId },
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });

const read = async (by: Member, changeId: string) =>
  (await by.api.call(getAssignmentChange, { params: { changeId } })).body;

async function heldBy(by: Member, vlUserId: string) {
  const { items } = (await by.api.call(getVlUserAccess, { params: { vlUserId } })).body;
  return items.flatMap(({ licenseId, roles }) =>
    roles.map(({ role, startsAt, endsAt, origin }) => ({ licenseId, role, startsAt, endsAt, origin })),
  );
}

const statesOf = async (email: string) =>
  (await invited.mailsTo(email)).map(({ kind, state }) => `${kind} ${state}`);

/** Lets what is held go out, as a worker with an SMTP server does. */
async function sendMails(): Promise<void> {
  await muniment.db.updateTable('mail').set({ state: 'sent' }).where('state', '=', 'held').execute();
}

async function countRows() {
  const count = async (table: 'role_grant' | 'mail' | 'ledger_entry' | 'assignment_change') =>
    Number(
      (
        await muniment.db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('rows'))
          .executeTakeFirstOrThrow()
      ).rows,
    );
  return [
    await count('role_grant'),
    await count('mail'),
    await count('ledger_entry'),
    await count('assignment_change'),
  ];
}

describe('B8 undo takes a change back', () => {
  test('B8 what it gave ends, and what it took is held again as before, dates and all, at once', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const vera = await organization.colleague(admin, { licenseIds: [first] });
    await give(admin, vera.email, second, [{ role: 'benefits-reader', endsAt: '2090-01-01T00:00:00.000Z' }]);
    const before = await heldBy(admin, vera.vlUserId);
    const user = { vlUserId: vera.vlUserId };
    const { id, difference } = (
      await admin.api.call(changeAssignments, {
        body: {
          assignments: [
            { user, licenseId: first, roles: ['product-keys-reader'] },
            { user, licenseId: second, roles: [{ role: 'benefits-reader', endsAt: null }] },
          ],
        },
      })
    ).body;
    expect(difference).toMatchObject([
      { added: ['product-keys-reader'], removed: ['licensing-info-viewer'] },
      { rescheduled: ['benefits-reader'] },
    ]);
    expect(await read(admin, id ?? '')).toMatchObject({
      kind: 'assignment',
      undo: { possible: true, reason: null },
      undoes: null,
      undoneBy: null,
    });

    const answer = await undo(admin, id ?? '');
    expect(answer).toMatchObject({ status: 201, body: { saved: true, undoes: id } });
    expect(await heldBy(admin, vera.vlUserId)).toEqual(before);
    const check = async (action: 'order:view' | 'product-key:view') =>
      (
        await admin.api.call(checkAccess, {
          body: { checks: [{ vlUserId: vera.vlUserId, licenseId: first, action }] },
        })
      ).body.results[0]?.allowed;
    expect([await check('order:view'), await check('product-key:view')]).toEqual([true, false]);

    expect(await read(admin, id ?? '')).toMatchObject({
      undo: { possible: false, reason: 'undone-already' },
      undoneBy: answer.body.id,
    });
    expect(await read(admin, answer.body.id ?? '')).toMatchObject({
      kind: 'undo',
      undoes: id,
      undo: { possible: true, reason: null },
      actor: { isYou: true },
    });
    const { items } = (await admin.api.call(listLedger, { query: { limit: 5 } })).body;
    expect(items[0]).toMatchObject({
      event: 'assignments.undone',
      details: { changeId: answer.body.id, undoes: id },
    });
    expect((await admin.api.call(verifyLedger, {})).body).toMatchObject({ whole: true });
  });

  test('B8 an undo can be undone in turn, and then tells', async () => {
    const admin = await organization.administrator();
    const vera = await organization.colleague(admin);
    const change = await give(admin, vera.email, admin.licenseId, ['benefits-reader']);
    const undone = (await undo(admin, change)).body;
    expect(undone).toMatchObject({ emails: [], cancelledEmails: 1 });
    const redone = (await undo(admin, undone.id ?? '')).body;
    expect(redone).toMatchObject({
      cancelledEmails: 0,
      emails: [{ kind: 'permission-change', signInEmail: vera.email }],
    });
    expect((await heldBy(admin, vera.vlUserId)).map(({ role }) => role)).toEqual(['benefits-reader']);
    expect((await undo(admin, redone.id ?? '')).body).toMatchObject({ emails: [], cancelledEmails: 1 });
    expect((await heldBy(admin, vera.vlUserId)).map(({ role }) => role)).toEqual(['licensing-info-viewer']);
  });

  test('B8 a second undo is refused; the same Idempotency-Key is answered as before', async () => {
    const admin = await organization.administrator();
    const vera = await organization.colleague(admin);
    const change = await give(admin, vera.email, admin.licenseId, ['benefits-reader']);
    const key = unique();
    const first = await undo(admin, change, key);
    const again = await undo(admin, change, key);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(await undo(admin, change)).toMatchObject({ status: 409, problemId: 'undone-already' });
  });

  test('B8 a later change of the same role of the same person refuses it, with the license IDs, and nothing is half done', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const vera = await organization.colleague(admin, { licenseIds: [first, second] });
    const user = { vlUserId: vera.vlUserId };
    const { id } = (
      await admin.api.call(changeAssignments, {
        body: {
          assignments: [first, second].map((licenseId) => ({ user, licenseId, roles: ['benefits-reader'] })),
        },
      })
    ).body;
    // Another role of theirs there is no obstacle.
    await give(admin, vera.email, second, ['benefits-reader', 'product-keys-reader']);
    expect((await read(admin, id ?? '')).undo).toEqual({ possible: true, reason: null });
    await give(admin, vera.email, first, []);
    expect((await read(admin, id ?? '')).undo).toEqual({ possible: false, reason: 'changed-since' });
    const before = await countRows();
    const refused = await undo(admin, id ?? '');
    expect(refused).toMatchObject({ status: 409, problemId: 'undo-superseded' });
    expect(refused.problem.licenseIds).toEqual([first]);
    expect(await countRows()).toEqual(before);
    // Given back and taken again, it is another grant than the one that the change opened.
    await give(admin, vera.email, first, ['benefits-reader']);
    expect(await undo(admin, id ?? '')).toMatchObject({ problemId: 'undo-superseded' });
  });

  test('B8 A1 the last administrator is not undone away', async () => {
    const admin = await organization.administrator();
    const made = await give(admin, organization.newEmail('second'), admin.licenseId, ['administrator']);
    expect((await undo(admin, made)).status).toBe(201);
    const second = await organization.colleague(admin, { roles: ['administrator'] });
    const { items } = (await second.api.call(listAssignmentChanges, { query: { vlUserId: second.vlUserId } }))
      .body;
    const named = items.find(({ kind }) => kind === 'assignment')?.id ?? '';
    expect((await second.api.call(removeVlUser, { params: { vlUserId: admin.vlUserId } })).status).toBe(204);
    const before = await countRows();
    expect(await undo(second, named)).toMatchObject({
      status: 409,
      problemId: 'last-administrator',
      problem: { licenseIds: [admin.licenseId] },
    });
    expect(await countRows()).toEqual(before);
  });

  test('B8 what partners set up and people registered is not theirs to undo', async () => {
    const admin = await organization.administrator();
    const { items } = (await admin.api.call(listAssignmentChanges, {})).body;
    expect(items.map(({ kind, undo: state }) => [kind, state])).toEqual([
      ['set-up', { possible: false, reason: 'kind' }],
    ]);
    expect(await undo(admin, items[0]?.id ?? '')).toMatchObject({ status: 409, problemId: 'not-undoable' });
  });
});

describe('B8 who may undo', () => {
  test('B8 R10 only who administers every license ID that it touches; to others it is as far away as ever', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const other = await organization.colleague(admin, { licenseIds: [first], roles: ['administrator'] });
    const stranger = await organization.administrator();
    const vera = await organization.colleague(admin, { licenseIds: [first] });
    const user = { vlUserId: vera.vlUserId };
    const { id } = (
      await admin.api.call(changeAssignments, {
        body: {
          assignments: [first, second].map((licenseId) => ({ user, licenseId, roles: ['benefits-reader'] })),
        },
      })
    ).body;
    expect((await read(other, id ?? '')).undo).toEqual({ possible: false, reason: 'not-all-yours' });
    const refused = await undo(other, id ?? '');
    expect(refused).toMatchObject({ status: 409, problemId: 'not-undoable' });
    expect(refused.text).not.toContain(second);
    expect(await undo(stranger, id ?? '')).toMatchObject({ status: 404, problemId: 'not-found' });
    expect(await undo(vera, id ?? '')).toMatchObject({ status: 404 });
    expect(await undo(admin, 'nonsense')).toMatchObject({ status: 404 });
    expect(await undo(admin, vera.vlUserId)).toMatchObject({ status: 404 });
    // Somebody else's change on what one administers: that one may.
    const theirs = await give(other, vera.email, first, []);
    expect((await undo(admin, theirs)).status).toBe(201);
  });

  test('B8 R9 whoever could not give Invoice Reader leaves it as it is, sees no trace of it, but gets back what they deleted', async () => {
    const bill = await organization.administrator({ billTo: true });
    const ann = await organization.colleague(bill, { roles: ['administrator'] });
    const ravi = await organization.colleague(bill, { roles: ['benefits-reader'] });
    const held = async () =>
      (
        await muniment.db
          .selectFrom('role_grant')
          .select('role')
          .where('vl_user_id', '=', ravi.vlUserId)
          .where('closed_by', 'is', null)
          .orderBy('role')
          .execute()
      ).map(({ role }) => role);
    const mixed = await give(bill, ravi.email, bill.licenseId, ['product-keys-reader', 'invoice-reader']);
    const newest = async () =>
      (await ann.api.call(listAssignmentChanges, { query: { vlUserId: ravi.vlUserId } })).body.items[0];
    expect((await read(ann, mixed)).undo).toEqual({ possible: true, reason: null });
    const part = await undo(ann, mixed);
    expect([part.status, part.text.includes('nvoice')]).toEqual([201, false]);
    expect(await held()).toEqual(['benefits-reader', 'invoice-reader']);

    const before = await heldBy(bill, ravi.vlUserId);
    await ann.api.call(removeVlUser, { params: { vlUserId: ravi.vlUserId } });
    const deletion = await newest();
    expect(deletion?.undo).toEqual({ possible: true, reason: null });
    const answer = await undo(ann, deletion?.id ?? '');
    expect([answer.status, answer.text.includes('nvoice')]).toEqual([201, false]);
    expect(await heldBy(bill, ravi.vlUserId)).toEqual(before);
    const redone = await undo(ann, answer.body.id ?? '');
    expect([redone.status, redone.text.includes('nvoice')]).toEqual([201, false]);
    expect(await held()).toEqual([]);

    // What became of it since, unseen, changes nothing of the answer, and is left as it is.
    await give(bill, ravi.email, bill.licenseId, ['benefits-reader', 'invoice-reader']);
    await ann.api.call(removeVlUser, { params: { vlUserId: ravi.vlUserId } });
    const second = await newest();
    await give(bill, ravi.email, bill.licenseId, ['invoice-reader']);
    expect((await read(ann, second?.id ?? '')).undo).toEqual({ possible: true, reason: null });
    expect((await undo(ann, second?.id ?? '')).status).toBe(201);
    expect(await held()).toEqual(['benefits-reader', 'invoice-reader']);

    // Of somebody else's deletion they give back their own part.
    await bill.api.call(removeVlUser, { params: { vlUserId: ravi.vlUserId } });
    const theirs = await newest();
    expect((await undo(ann, theirs?.id ?? '')).status).toBe(201);
    expect(await held()).toEqual(['benefits-reader']);
  });

  test('B8 R9 nobody gives themselves Invoice Reader back by undo', async () => {
    const bill = await organization.administrator({ billTo: true });
    const ann = await organization.colleague(bill, { roles: ['administrator'] });
    await give(bill, ann.email, bill.licenseId, ['administrator', 'benefits-reader', 'invoice-reader']);
    const taken = await give(bill, ann.email, bill.licenseId, ['administrator']);
    expect((await undo(ann, taken)).status).toBe(201);
    expect((await heldBy(bill, ann.vlUserId)).map(({ role }) => role)).toEqual([
      'administrator',
      'benefits-reader',
    ]);
  });

  test('B8 R10 who lost a license ID of an undo is not answered by its key any more', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const other = await organization.colleague(admin, {
      licenseIds: [first, second],
      roles: ['administrator'],
    });
    const vera = await organization.colleague(admin, { licenseIds: [first] });
    const user = { vlUserId: vera.vlUserId };
    const { id } = (
      await admin.api.call(changeAssignments, {
        body: {
          assignments: [first, second].map((licenseId) => ({ user, licenseId, roles: ['benefits-reader'] })),
        },
      })
    ).body;
    const key = unique();
    expect((await undo(other, id ?? '', key)).status).toBe(201);
    await give(admin, other.email, second, []);
    const again = await undo(other, id ?? '', key);
    expect(again.status).toBe(404);
    expect(again.text).not.toContain(nameOf(vera.email));
  });

  test('B8 a partner and the publisher find nothing to undo', async () => {
    const admin = await organization.administrator();
    const change = await give(admin, organization.newEmail(), admin.licenseId, ['benefits-reader']);
    const path = `/v1/assignment-changes/${change}/undo`;
    expect((await organization.partner.api.send('POST', path)).status).toBe(404);
    expect((await muniment.publisher.send('POST', path)).status).toBe(404);
  });
});

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

test('B8 changes are found by person, by license ID and by kind', async () => {
  const admin = await organization.administrator({ licenses: 2 });
  const [first = '', second = ''] = admin.licenseIds;
  const vera = await organization.colleague(admin, { licenseIds: [first] });
  const onSecond = await give(admin, vera.email, second, ['benefits-reader']);
  const undone = (await undo(admin, onSecond)).body.id;
  const other = await give(admin, organization.newEmail(), second, ['benefits-reader'] satisfies Role[]);
  const listed = async (query: QueryOf<typeof listAssignmentChanges>) =>
    (await admin.api.call(listAssignmentChanges, { query })).body.items.map(({ id }) => id);
  expect((await listed({ licenseId: second })).slice(0, 3)).toEqual([other, undone, onSecond]);
  expect(await listed({ vlUserId: vera.vlUserId, licenseId: second })).toEqual([undone, onSecond]);
  expect(await listed({ kind: ['undo'] })).toEqual([undone]);
  expect(await listed({ kind: ['undo', 'assignment'], licenseId: second })).toEqual([
    other,
    undone,
    onSecond,
  ]);
  expect(await listed({ kind: ['undo'], vlUserId: vera.vlUserId })).toEqual([undone]);
  expect(await listed({ licenseId: 'NOBODYS' })).toEqual([]);
  const stranger = await organization.administrator();
  expect(
    (await stranger.api.call(listAssignmentChanges, { query: { licenseId: second } })).body.items,
  ).toEqual([]);
});
