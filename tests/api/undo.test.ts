import { checkAccess } from '@muniment/contract/access.ts';
import { changeAssignments, listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { listLedger, verifyLedger } from '@muniment/contract/ledger.ts';
import { getVlUserAccess, removeVlUser } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';
import { unique } from '../support/unique.ts';
import { give, read, undo } from './changes.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment({ env: { MAIL_HOLD_SECONDS: '30' } });
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

async function heldBy(by: Member, vlUserId: string) {
  const { items } = (await by.api.call(getVlUserAccess, { params: { vlUserId } })).body;
  return items.flatMap(({ licenseId, roles }) =>
    roles.map(({ role, startsAt, endsAt, origin }) => ({ licenseId, role, startsAt, endsAt, origin })),
  );
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
