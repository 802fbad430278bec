import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import {
  createRoleSet,
  editRoleSet,
  listRoleSets,
  ROLE_SETS_MAX,
  removeRoleSet,
} from '@muniment/contract/role-sets.ts';
import { getVlUserAccess } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());
beforeEach(async () => {
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
});

const BUYER = { name: 'Site buyer', roles: ['product-keys-reader', 'licensing-info-viewer'] };
const listed = async (member: Member) => (await member.api.call(listRoleSets, {})).body.items;

test('S3 a role set is kept, renamed, refilled and forgotten, and gives nobody a role', async () => {
  const made = await admin.api.call(createRoleSet, { body: BUYER });
  expect(made).toMatchObject({
    status: 201,
    body: { name: 'Site buyer', roles: ['licensing-info-viewer', 'product-keys-reader'] },
  });
  const params = { roleSetId: made.body.id };
  const renamed = await admin.api.call(editRoleSet, { params, body: { name: '  Buyer  of sites ' } });
  expect(renamed.body).toEqual({ ...made.body, name: 'Buyer of sites' });
  const refilled = await admin.api.call(editRoleSet, { params, body: { roles: ['benefits-reader'] } });
  expect(await listed(admin)).toEqual([refilled.body]);
  const { items } = (await admin.api.call(getVlUserAccess, { params: { vlUserId: admin.vlUserId } })).body;
  expect(items.flatMap(({ roles }) => roles.map(({ role }) => role))).toEqual(['administrator']);
  expect((await admin.api.call(removeRoleSet, { params })).status).toBe(204);
  expect(await listed(admin)).toEqual([]);
  expect(await admin.api.call(removeRoleSet, { params })).toMatchObject({ problemId: 'not-found' });
});

test('S3 no two sets of one person have the same name, and a stale edit is refused', async () => {
  const made = await admin.api.call(createRoleSet, { body: BUYER });
  const twin = { ...BUYER, name: 'SITE  buyer' };
  expect(await admin.api.call(createRoleSet, { body: twin })).toMatchObject({
    status: 409,
    problemId: 'role-set-name-taken',
  });
  const other = (await admin.api.call(createRoleSet, { body: { ...BUYER, name: 'Other' } })).body;
  const rename = { params: { roleSetId: other.id }, body: { name: 'site buyer' } };
  expect(await admin.api.call(editRoleSet, rename)).toMatchObject({ problemId: 'role-set-name-taken' });

  const edit = { params: { roleSetId: made.body.id }, ifMatch: made.etag ?? '' };
  expect((await admin.api.call(editRoleSet, { ...edit, body: { name: 'First' } })).status).toBe(200);
  expect(await admin.api.call(editRoleSet, { ...edit, body: { name: 'Second' } })).toMatchObject({
    status: 412,
    problemId: 'stale-version',
  });
});

test('S3 of two sets that are given one name at the same time, one gets it and the other is told', async () => {
  const made = await Promise.all(
    ['One', 'Two'].map((name) => admin.api.call(createRoleSet, { body: { ...BUYER, name } })),
  );
  // Several rounds: the two must overlap to get in each other's way.
  for (let round = 0; round < 10; round += 1) {
    const renamed = await Promise.all(
      made.map(({ body }) =>
        admin.api.send('PATCH', `/v1/role-sets/${body.id}`, { body: { name: `Shared ${round}` } }),
      ),
    );
    expect(renamed.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(renamed.map(({ problemId }) => problemId ?? '').toSorted()).toEqual(['', 'role-set-name-taken']);
  }
});

test("R10 a set is its owner's alone, and whoever administers nothing has none", async () => {
  const { id } = (await admin.api.call(createRoleSet, { body: BUYER })).body;
  const second = await organization.colleague(admin, { roles: ['administrator'] });
  const reader = await organization.colleague(admin);
  for (const member of [second, reader]) {
    expect(await listed(member)).toEqual([]);
    const params = { roleSetId: id };
    expect(await member.api.call(editRoleSet, { params, body: { name: 'Mine' } })).toMatchObject({
      status: 404,
      problemId: 'not-found',
    });
    expect(await member.api.call(removeRoleSet, { params })).toMatchObject({ problemId: 'not-found' });
  }
  expect(await reader.api.call(createRoleSet, { body: BUYER })).toMatchObject({ status: 404 });
  // The same name is free for somebody else.
  expect((await second.api.call(createRoleSet, { body: BUYER })).status).toBe(201);
  expect(await listed(admin)).toHaveLength(1);

  const body = {
    assignments: [{ user: { vlUserId: admin.vlUserId }, licenseId: admin.licenseId, roles: [] }],
  };
  expect((await second.api.call(changeAssignments, { body })).status).toBe(201);
  expect(await listed(admin)).toEqual([]);
});

test('R9 Invoice Reader in a role set is an unknown role to whoever does not see it', async () => {
  const body = { name: 'Bills', roles: ['invoice-reader'] };
  const refused = await admin.api.call(createRoleSet, { body });
  expect(refused).toMatchObject({ status: 400, problemId: 'unknown-role' });
  const nonsense = await admin.api.call(createRoleSet, { body: { name: 'Bills', roles: ['landlord'] } });
  expect(nonsense.problem.detail?.replace('landlord', 'X')).toBe(
    refused.problem.detail?.replace('invoice-reader', 'X'),
  );
  const billed = await organization.administrator({ billTo: true });
  expect((await billed.api.call(createRoleSet, { body })).body.roles).toEqual(['invoice-reader']);
});

test('one person keeps a bounded number of role sets, however many are made at once', async () => {
  for (let index = 0; index < ROLE_SETS_MAX - 1; index += 1) {
    await admin.api.call(createRoleSet, { body: { ...BUYER, name: `Set ${index}` } });
  }
  const answers = await Promise.all(
    ['One more', 'Another', 'A third'].map((name) =>
      admin.api.call(createRoleSet, { body: { ...BUYER, name } }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400, 400]);
  expect(await listed(admin)).toHaveLength(ROLE_SETS_MAX);
});
