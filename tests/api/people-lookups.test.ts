import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { lookUpPeople } from '@muniment/contract/people-lookups.ts';
import { getVlUserAccess } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 2 });
});
afterAll(() => muniment.stop());

const lookUp = async (member: Member, ...signInEmails: string[]) =>
  (await member.api.call(lookUpPeople, { body: { signInEmails } })).body;

test('S1 addresses are resolved in one call: known people with what they hold, unknown ones left out', async () => {
  const [first = '', second = ''] = admin.licenseIds;
  const colleague = await organization.colleague(admin, { licenseIds: [first, second] });
  const asked = ` ${colleague.email.toUpperCase()} `;
  const answer = await lookUp(admin, asked, 'nobody@ledgerway.example', 'no address');
  expect(answer).toMatchObject({ hasDirectory: false, items: [{ signInEmail: asked }] });
  const [found] = answer.items;
  expect(found?.account).toMatchObject({ vlUserId: colleague.vlUserId, external: false });
  expect(found?.access?.licenses.map(({ licenseId, roles }) => [licenseId, roles[0]?.role])).toEqual(
    [first, second].toSorted().map((licenseId) => [licenseId, 'licensing-info-viewer']),
  );
  // The version is the one that a change is compared with.
  const access = await admin.api.call(getVlUserAccess, { params: { vlUserId: colleague.vlUserId } });
  expect(found?.access?.etag).toBe(access.etag);
});

test('R10 what somebody holds elsewhere is not told, nor is anything to whoever administers nothing', async () => {
  const other = await organization.administrator();
  const elsewhere = await organization.colleague(other);
  const answer = await lookUp(admin, elsewhere.email);
  expect(answer.items).toMatchObject([{ account: { vlUserId: elsewhere.vlUserId }, access: null }]);
  expect(await lookUp(elsewhere, admin.email, other.email, elsewhere.email)).toEqual({
    hasDirectory: false,
    items: [],
  });
  const stranger = await (await (await muniment.newPartner()).organization()).administrator();
  expect((await lookUp(stranger, admin.email)).items).toEqual([]);
});

test('R9 Invoice Reader is in a look-up for whoever sees it, and for nobody else', async () => {
  const billed = await organization.administrator({ billTo: true });
  const { licenseId } = billed;
  const clerk = await organization.colleague(billed, { roles: ['benefits-reader'] });
  const give = (member: Member, vlUserId: string, roles: Role[]) =>
    member.api.call(changeAssignments, {
      body: { assignments: [{ user: { vlUserId }, licenseId, roles }] },
    });
  const second = await organization.colleague(billed, { roles: ['administrator'] });
  await give(billed, clerk.vlUserId, ['benefits-reader', 'invoice-reader']);
  const rolesSeenBy = async (member: Member) =>
    (await lookUp(member, clerk.email)).items[0]?.access?.licenses[0]?.roles.map(({ role }) => role);
  expect(await rolesSeenBy(billed)).toEqual(['benefits-reader', 'invoice-reader']);
  expect(await rolesSeenBy(second)).toEqual(['benefits-reader']);
});

test('S1 a thousand addresses are one look-up; more are refused', async () => {
  const emails = Array.from({ length: 1_000 }, (_, index) => `p${index}@ledgerway.example`);
  expect((await lookUp(admin, ...emails.slice(1), admin.email)).items).toHaveLength(1);
  const tooMany = await admin.api.call(lookUpPeople, {
    body: { signInEmails: [...emails, admin.email] },
  });
  expect(tooMany).toMatchObject({ status: 400, problemId: 'invalid-request' });
});
