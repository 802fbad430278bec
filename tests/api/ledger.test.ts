import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { listLedger, verifyLedger } from '@muniment/contract/ledger.ts';
import { editVlUser, removeVlUser, resetInvitation } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Partner } from '../support/partner.ts';

let muniment: Muniment;
let partner: Partner;
beforeAll(async () => {
  muniment = await startMuniment();
  partner = await muniment.newPartner();
});
afterAll(() => muniment.stop());

function give(admin: Member, email: string, licenseIds: readonly string[], roles: Role[]) {
  const user = { signInEmail: email, displayName: 'Vera Holm' };
  const assignments = licenseIds.map((licenseId) => ({ user, licenseId, roles }));
  return admin.api.call(changeAssignments, { body: { assignments } });
}

test('B5 every saved change is one entry, with who, when and what; what was refused or changed nothing is none', async () => {
  const organization = await partner.organization();
  const admin = await organization.administrator();
  const email = organization.newEmail('vera');
  const { body } = await give(admin, email, [admin.licenseId], ['benefits-reader']);
  const vlUserId = body.difference[0]?.vlUserId ?? '';
  const params = { vlUserId };
  await give(admin, email, [admin.licenseId], ['benefits-reader']);
  await admin.api.call(resetInvitation, { params });
  await muniment.register(email);
  await admin.api.call(editVlUser, { params, body: { displayName: 'Vera Ek' } });
  expect((await give(admin, admin.email, [admin.licenseId], [])).status).toBe(409);
  await admin.api.call(removeVlUser, { params });

  const { items } = (await admin.api.call(listLedger, {})).body;
  expect(items.map(({ event }) => event).toReversed()).toEqual([
    'license.set-up',
    'invitation.registered',
    'assignments.changed',
    'invitation.reset',
    'invitation.registered',
    'vl-user.edited',
    'assignments.changed',
  ]);
  expect(items[4]).toMatchObject({
    at: body.at,
    actor: { kind: 'person', id: admin.vlUserId },
    details: { changeId: body.id, opened: [{ vlUserId, role: 'benefits-reader', endsAt: null }], closed: [] },
  });
  expect(items[0]).toMatchObject({
    details: { opened: [], closed: [{ vlUserId, role: 'benefits-reader' }] },
  });
  expect((await admin.api.call(verifyLedger, {})).body).toEqual({
    whole: true,
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
    disclosuresHead: null,
  });
});

test('B5 an entry tells of a role that was moved in time when it held before, and when after', async () => {
  const organization = await partner.organization();
  const admin = await organization.administrator();
  const email = organization.newEmail('vera');
  const reader = { role: 'benefits-reader' as const };
  const give = (endsAt: string) =>
    admin.api.call(changeAssignments, {
      body: {
        assignments: [
          {
            user: { signInEmail: email, displayName: 'Vera Holm' },
            licenseId: admin.licenseId,
            roles: [{ ...reader, endsAt }],
          },
        ],
      },
    });
  await give('2040-01-01T00:00:00.000Z');
  await give('2041-01-01T00:00:00.000Z');
  const [moved, first] = (await admin.api.call(listLedger, {})).body.items;
  const startsAt = first?.at;
  expect(moved?.details).toMatchObject({
    closed: [{ ...reader, startsAt, endsAt: '2040-01-01T00:00:00.000Z' }],
    opened: [{ ...reader, startsAt, endsAt: '2041-01-01T00:00:00.000Z' }],
  });
});

test('B5 the ledger holds ids, not names and addresses, so that it survives their erasure', async () => {
  const organization = await partner.organization('Namedrop AB');
  const admin = await organization.administrator({ email: organization.newEmail('namedrop') });
  await give(admin, organization.newEmail('namedrop'), [admin.licenseId], ['benefits-reader']);
  const rows = await muniment.db.selectFrom('ledger_entry').select('body').execute();
  const all = JSON.stringify(rows).toLowerCase();
  for (const name of ['namedrop', '@', 'vera']) expect(all).not.toContain(name);
});

test('R10 A9 a registration for several license IDs tells nobody whom another license ID had invited', async () => {
  const organization = await partner.organization();
  const admin = await organization.administrator();
  const email = organization.newEmail('vera');
  await give(admin, email, [admin.licenseId], ['benefits-reader']);
  const contact = organization.newEmail('contact');
  const licenseId = await organization.license({ contact });
  const link = await muniment.linkOf(contact);
  await muniment.register(email, link);
  const vera = await muniment.personToken(email, organization.number);
  const entryOf = async (api: Member['api']) =>
    (await api.call(listLedger, { query: { limit: 1 } })).body.items[0];
  const part = await entryOf(admin.api);
  expect(part?.event).toBe('invitation.registered');
  expect((await entryOf(muniment.as(vera)))?.id).toBe(part?.id);
  expect(part?.details).toEqual({
    changeId: expect.any(String),
    registered: part?.actor.id,
    grants: [
      {
        licenseId: expect.any(String),
        role: 'benefits-reader',
        invitationId: expect.any(String),
        kind: 'assignment',
        invited: part?.actor.id,
      },
    ],
  });
  const { id } = await muniment.db
    .selectFrom('license')
    .select('id')
    .where('license_id', '=', licenseId)
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(part)).not.toContain(id);
});

test('R10 an administrator reads the entries of their license IDs, and of each only their part', async () => {
  const organization = await partner.organization();
  const admin = await organization.administrator({ licenses: 2 });
  const [first = '', second = ''] = admin.licenseIds;
  const deputy = await organization.colleague(admin, { licenseIds: [first], roles: ['administrator'] });
  const { body } = await give(admin, organization.newEmail('vera'), [first, second], ['benefits-reader']);
  await give(admin, organization.newEmail('omar'), [second], ['benefits-reader']);
  const seenBy = async (member: Member, query: object = {}) =>
    (await member.api.call(listLedger, { query })).body.items;
  const openedIn = (entry: { details: unknown } | undefined) =>
    (entry?.details as { opened: object[] } | undefined)?.opened;
  expect(openedIn((await seenBy(admin))[1])).toHaveLength(2);
  const [newest] = await seenBy(deputy);
  expect(newest?.details).toMatchObject({ changeId: body.id });
  expect(openedIn(newest)).toHaveLength(1);
  expect(await seenBy(deputy, { licenseId: second })).toEqual([]);
  expect((await seenBy(admin, { licenseId: second })).length).toBeGreaterThan(0);
  expect(await seenBy(admin, { licenseId: 'NOSUCHID' })).toEqual([]);
  const reader = await organization.colleague(admin);
  expect(await seenBy(reader)).toEqual([]);
  expect(await reader.api.call(verifyLedger, {})).toMatchObject({ status: 404, problemId: 'not-found' });
});

test('R10 A9 neither the list nor its cursor nor verify tells how much happened on license IDs of others', async () => {
  const organization = await partner.organization();
  const quiet = await organization.administrator();
  await give(quiet, organization.newEmail('vera'), [quiet.licenseId], ['benefits-reader']);
  const told = async () => {
    const page = (await quiet.api.call(listLedger, { query: { limit: 1 } })).body;
    const { whole } = (await quiet.api.call(verifyLedger, {})).body;
    return JSON.stringify([page, whole]);
  };
  const before = await told();
  const busy = await organization.administrator();
  for (const name of ['one', 'two', 'three']) {
    await give(busy, organization.newEmail(name), [busy.licenseId], ['benefits-reader']);
  }
  expect(await told()).toBe(before);
  await give(quiet, organization.newEmail('omar'), [quiet.licenseId], ['benefits-reader']);
  const [newest] = (await quiet.api.call(listLedger, {})).body.items;
  expect(Object.keys(newest ?? {})).toEqual(['id', 'at', 'event', 'version', 'actor', 'details']);
  expect(Object.keys((await quiet.api.call(verifyLedger, {})).body)).toEqual([
    'whole',
    'head',
    'disclosuresHead',
  ]);
});

test('a cursor of the ledger that names no entry of the organization ends the list', async () => {
  const organization = await partner.organization();
  const admin = await organization.administrator();
  const elsewhere = await (await partner.organization()).administrator();
  await give(elsewhere, organization.newEmail('vera'), [elsewhere.licenseId], ['benefits-reader']);
  const cursor = (await elsewhere.api.call(listLedger, { query: { limit: 1 } })).body.nextCursor ?? '';
  expect((await admin.api.call(listLedger, { query: { cursor } })).body).toEqual({
    items: [],
    nextCursor: null,
  });
});
