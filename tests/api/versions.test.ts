import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { editVlUser, getVlUser, getVlUserAccess, removeVlUser } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

const STALE = { status: 412, problemId: 'stale-version' };

function save(admin: Member, vlUserId: string, licenseId: string, roles: Role[], more: object = {}) {
  return admin.api.call(changeAssignments, {
    body: { assignments: [{ user: { vlUserId }, licenseId, roles }] },
    ...more,
  });
}

async function etagOf(viewer: Member, vlUserId: string): Promise<string> {
  return (await viewer.api.call(getVlUser, { params: { vlUserId } })).etag;
}

test('a strong ETag names what the viewer sees, the same for details and access, until it changes', async () => {
  const admin = await organization.administrator();
  const colleague = await organization.colleague(admin);
  const params = { vlUserId: colleague.vlUserId };
  const etag = await etagOf(admin, colleague.vlUserId);
  expect(etag).toMatch(/^"[^"]+"$/);
  expect((await admin.api.call(getVlUserAccess, { params })).etag).toBe(etag);
  expect(await etagOf(admin, colleague.vlUserId)).toBe(etag);
  await save(admin, colleague.vlUserId, admin.licenseId, ['benefits-reader']);
  expect(await etagOf(admin, colleague.vlUserId)).not.toBe(etag);
});

test('PATCH, DELETE and a change with a stale If-Match are refused, and save nothing', async () => {
  const admin = await organization.administrator();
  const colleague = await organization.colleague(admin);
  const { vlUserId } = colleague;
  const params = { vlUserId };
  const ifMatch = await etagOf(admin, vlUserId);
  await save(admin, vlUserId, admin.licenseId, ['benefits-reader']);
  const now = await etagOf(admin, vlUserId);
  const body = { displayName: 'Too Late' };
  const refused = await admin.api.call(editVlUser, { params, body, ifMatch });
  expect(refused).toMatchObject(STALE);
  expect(refused.problem.detail).toContain(colleague.name);
  expect(await admin.api.call(removeVlUser, { params, ifMatch })).toMatchObject(STALE);
  expect(await save(admin, vlUserId, admin.licenseId, [], { ifMatch })).toMatchObject(STALE);
  expect(await save(admin, vlUserId, admin.licenseId, [], { ifMatch: `W/${now}` })).toMatchObject(STALE);
  expect(await save(admin, vlUserId, admin.licenseId, [], { ifMatch: 'no tag' })).toMatchObject(STALE);
  expect(await etagOf(admin, vlUserId)).toBe(now);
});

test('the current If-Match, one of several, and a star let a change through', async () => {
  const admin = await organization.administrator();
  const colleague = await organization.colleague(admin);
  const { vlUserId } = colleague;
  const params = { vlUserId };
  const edited = await admin.api.call(editVlUser, {
    params,
    body: { displayName: 'In Time' },
    ifMatch: await etagOf(admin, vlUserId),
  });
  expect(edited.status).toBe(200);
  const either = `"something-old", ${edited.etag}`;
  expect(
    (await save(admin, vlUserId, admin.licenseId, ['benefits-reader'], { ifMatch: either })).status,
  ).toBe(201);
  expect(
    (await save(admin, vlUserId, admin.licenseId, ['product-keys-reader'], { ifMatch: '*' })).status,
  ).toBe(201);
  const ifMatch = await etagOf(admin, vlUserId);
  expect((await admin.api.call(removeVlUser, { params, ifMatch })).status).toBe(204);
});

test('a change of several people says what was read of each in `expected`', async () => {
  const admin = await organization.administrator();
  const [vera, omar] = [await organization.colleague(admin), await organization.colleague(admin)];
  const expected = await Promise.all(
    [vera, omar].map(async ({ vlUserId }) => ({ vlUserId, etag: await etagOf(admin, vlUserId) })),
  );
  const assignments = [vera, omar].map(({ vlUserId }) => ({
    user: { vlUserId },
    licenseId: admin.licenseId,
    roles: ['benefits-reader' as const],
  }));
  const body = { assignments, expected };
  const headerToo = await admin.api.call(changeAssignments, { body, ifMatch: expected[0]?.etag });
  expect(headerToo).toMatchObject({ status: 400, problemId: 'invalid-request' });
  expect((await admin.api.call(changeAssignments, { body })).status).toBe(201);
  const stale = await admin.api.call(changeAssignments, { body });
  expect(stale).toMatchObject(STALE);
  // A dry run says so too, before anybody presses save.
  expect(await admin.api.call(changeAssignments, { body: { ...body, dryRun: true } })).toMatchObject(STALE);
});

test('R10 an ETag speaks of the license IDs of its viewer only', async () => {
  const both = await organization.administrator({ licenses: 2 });
  const [first = '', second = ''] = both.licenseIds;
  const onFirst = await organization.colleague(both, { licenseIds: [first], roles: ['administrator'] });
  const colleague = await organization.colleague(both, { licenseIds: [first] });
  const { vlUserId } = colleague;
  const seen = await etagOf(onFirst, vlUserId);
  const all = await etagOf(both, vlUserId);
  await save(both, vlUserId, second, ['benefits-reader']);
  expect(await etagOf(onFirst, vlUserId)).toBe(seen);
  expect(await etagOf(both, vlUserId)).not.toBe(all);
  // A contact invitation of a license ID that somebody else administers is nothing that they see.
  await organization.license({ contact: colleague.email });
  expect(await etagOf(onFirst, vlUserId)).toBe(seen);
  expect((await save(onFirst, vlUserId, first, ['benefits-reader'], { ifMatch: seen })).status).toBe(201);
});

test('`expected` speaks of people whom the change names, and of nobody else', async () => {
  const admin = await organization.administrator();
  const stranger = await organization.administrator();
  const assignments = [
    {
      user: { signInEmail: organization.newEmail(), displayName: 'New' },
      licenseId: admin.licenseId,
      roles: ['benefits-reader'],
    },
  ];
  const foreign = await admin.api.call(changeAssignments, {
    body: { assignments, expected: [{ vlUserId: stranger.vlUserId, etag: '"0"' }] },
  });
  expect(foreign).toMatchObject({ status: 400, problemId: 'invalid-request' });
  expect(foreign.problem.errors?.[0]?.pointer).toBe('/expected/0/vlUserId');
  // Somebody whom the caller may name but does not see is told of without a name.
  const unseen = await admin.api.call(changeAssignments, {
    body: {
      assignments: [
        { user: { vlUserId: stranger.vlUserId }, licenseId: admin.licenseId, roles: ['benefits-reader'] },
      ],
      expected: [{ vlUserId: stranger.vlUserId, etag: '"0"' }],
    },
  });
  expect(unseen).toMatchObject({ status: 412, problemId: 'stale-version' });
  expect(unseen.text).not.toContain(stranger.name);
});

test('R10 an invitation of license IDs that the viewer does not administer changes no ETag of theirs', async () => {
  const here = await organization.administrator();
  const there = await organization.administrator();
  const licenseId = await organization.license({ contact: organization.newEmail('contact') });
  const contact = (
    await muniment.db
      .selectFrom('invitation')
      .innerJoin('license', 'license.id', 'invitation.license_id')
      .select('invitation.vl_user_id')
      .where('license.license_id', '=', licenseId)
      .executeTakeFirstOrThrow()
  ).vl_user_id;
  await muniment.db
    .updateTable('role_grant')
    .set({ awaits: null, ready_at: new Date() })
    .where('vl_user_id', '=', contact)
    .execute();
  // One administrator sees the person on one license ID, another on another.
  const give = (admin: typeof here) =>
    admin.api.call(changeAssignments, {
      body: {
        assignments: [
          { user: { vlUserId: contact }, licenseId: admin.licenseId, roles: ['benefits-reader'] },
        ],
      },
    });
  await give(there);
  await muniment.db
    .updateTable('role_grant')
    .set({ awaits: 'contact-registration', ready_at: null })
    .where('vl_user_id', '=', contact)
    .where('role', '=', 'administrator')
    .execute();
  await give(here);
  const before = await etagOf(here, contact);
  await muniment.db
    .updateTable('invitation')
    .set((eb) => ({ generation: eb('generation', '+', 1) }))
    .where('vl_user_id', '=', contact)
    .where('kind', '=', 'contact')
    .execute();
  expect(await etagOf(here, contact)).toBe(before);
});

test('time changes an ETag where it changes what is seen: an invitation that expires', async () => {
  const admin = await organization.administrator();
  const saved = await admin.api.call(changeAssignments, {
    body: {
      assignments: [
        {
          user: { signInEmail: organization.newEmail('vera'), displayName: 'Vera' },
          licenseId: admin.licenseId,
          roles: ['benefits-reader'],
        },
      ],
    },
  });
  const vlUserId = saved.body.difference[0]?.vlUserId ?? '';
  const before = await etagOf(admin, vlUserId);
  await muniment.db
    .updateTable('invitation')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .where('vl_user_id', '=', vlUserId)
    .execute();
  expect(await etagOf(admin, vlUserId)).not.toBe(before);
});
