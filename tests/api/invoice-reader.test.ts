import { checkAccess } from '@muniment/contract/access.ts';
import {
  changeAssignments,
  getAssignmentChange,
  listAssignmentChanges,
} from '@muniment/contract/assignment-changes.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { getLicense, getOverview } from '@muniment/contract/licenses.ts';
import { listRoles } from '@muniment/contract/people.ts';
import { getVlUser, getVlUserAccess, listVlUsers, removeVlUser } from '@muniment/contract/vl-users.ts';
import { ROLES, type Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';

const SEEN_BY_ALL = ROLES.filter((role) => role !== 'invoice-reader');

let muniment: Muniment;
let organization: Organization;
/** Bill-to contact and administrator. */
let bill: Member;
/** Administers the same license ID, and is no bill-to contact. */
let ann: Member;
/** Holds Invoice Reader and Benefits reader there; `iris` holds Invoice Reader alone. */
let ravi: Member;
let iris: Member;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  bill = await organization.administrator({ billTo: true });
  ann = await organization.colleague(bill, { roles: ['administrator'] });
  ravi = await organization.colleague(bill, { roles: ['benefits-reader'] });
  iris = await organization.colleague(bill, { roles: ['benefits-reader'] });
  await give(bill, ravi.email, ['benefits-reader', 'invoice-reader']);
  await give(bill, iris.email, ['invoice-reader']);
});
afterAll(() => muniment.stop());

function give(by: Member, signInEmail: string, roles: readonly string[], dryRun = false) {
  const user = { signInEmail, displayName: nameOf(signInEmail) };
  return by.api.call(changeAssignments, {
    body: { dryRun, assignments: [{ user, licenseId: bill.licenseId, roles: [...roles] }] },
  });
}

const rolesAt = async (by: Member, member: Member) =>
  (await by.api.call(getVlUserAccess, { params: { vlUserId: member.vlUserId } })).body.items.flatMap(
    ({ roles }) => roles.map(({ role }) => role),
  );

describe('R9 the bill-to contact of the license ID’s agreement', () => {
  test('is offered Invoice Reader, sees who holds it, and gives it', async () => {
    const { licenseId } = bill;
    const { items } = (await bill.api.call(listRoles, { query: { licenseId } })).body;
    expect(items.map(({ id }) => id)).toEqual([...ROLES]);
    const license = (await bill.api.call(getLicense, { params: { licenseId } })).body;
    expect(license.assignableRoles).toEqual([...ROLES]);
    expect(await rolesAt(bill, iris)).toEqual(['invoice-reader']);
    expect((await bill.api.call(listVlUsers, { query: { role: 'invoice-reader' } })).body.total).toBe(2);
    const check = { vlUserId: iris.vlUserId, licenseId, action: 'invoice:list' as const };
    expect((await bill.api.call(checkAccess, { body: { checks: [check] } })).body.results).toEqual([
      { allowed: true },
    ]);
  });

  test('on a license ID without an agreement nobody sees it, not even them', async () => {
    const bare = await organization.license({ contact: bill.email });
    await muniment.register(bill.email);
    const license = (await bill.api.call(getLicense, { params: { licenseId: bare } })).body;
    expect(license.assignableRoles).toEqual(SEEN_BY_ALL);
    const body = {
      assignments: [
        { user: { vlUserId: ravi.vlUserId }, licenseId: bare, roles: ['invoice-reader' as Role] },
      ],
    };
    expect(await bill.api.call(changeAssignments, { body })).toMatchObject({ problemId: 'unknown-role' });
  });
});

describe('R9 an administrator who is not bill-to contact', () => {
  test('is not offered Invoice Reader anywhere', async () => {
    const { licenseId } = bill;
    for (const query of [{ licenseId }, {}]) {
      const { items } = (await ann.api.call(listRoles, { query })).body;
      expect(items.map(({ id }) => id)).toEqual(SEEN_BY_ALL);
    }
    const license = (await ann.api.call(getLicense, { params: { licenseId } })).body;
    expect(license.assignableRoles).toEqual(SEEN_BY_ALL);
    const params = { vlUserId: ravi.vlUserId };
    const { items } = (await ann.api.call(getVlUserAccess, { params })).body;
    expect(items[0]?.assignableRoles).toEqual(SEEN_BY_ALL);
  });

  test('asking for it is told what asking for a role that does not exist is told', async () => {
    for (const dryRun of [true, false]) {
      const [invoices, nonsense] = await Promise.all(
        ['invoice-reader', 'no-such-role'].map((role) => give(ann, ravi.email, [role], dryRun)),
      );
      expect(invoices).toMatchObject({ status: 400, problemId: 'unknown-role' });
      const told = (answer: typeof invoices, role: string) =>
        JSON.stringify({ ...answer?.problem, instance: '' }).replaceAll(role, 'ROLE');
      expect(told(invoices, 'invoice-reader')).toBe(told(nonsense, 'no-such-role'));
    }
  });

  test('sees it in no list, detail, count or check', async () => {
    expect(await rolesAt(ann, ravi)).toEqual(['benefits-reader']);
    const { items, total } = (await ann.api.call(listVlUsers, {})).body;
    expect(items.map(({ id }) => id)).not.toContain(iris.vlUserId);
    expect(items.flatMap(({ roles }) => roles)).not.toContain('invoice-reader');
    expect(total).toBe(items.length);
    expect((await ann.api.call(listVlUsers, { query: { role: 'invoice-reader' } })).body.total).toBe(0);
    expect(await ann.api.call(getVlUser, { params: { vlUserId: iris.vlUserId } })).toMatchObject({
      status: 404,
      problemId: 'vl-user-not-found',
    });
    expect((await ann.api.call(getOverview, {})).body.people).toBe(total);
    const checks = (['invoice:list', 'contract:view', 'benefit:manage'] as const).flatMap((action) =>
      [ravi, iris].map(({ vlUserId }) => ({ vlUserId, licenseId: bill.licenseId, action })),
    );
    const { results } = (await ann.api.call(checkAccess, { body: { checks } })).body;
    expect(results.map(({ allowed }) => allowed)).toEqual([false, false, true, false, true, false]);
  });

  test('reads of it in no change and in no ledger entry, and no version moves by it', async () => {
    const versionOf = async () =>
      (await ann.api.call(getVlUser, { params: { vlUserId: ravi.vlUserId } })).headers.get('etag');
    const before = await versionOf();
    const readLedger = async () => (await ann.api.call(listLedger, { query: { limit: 5 } })).body.items;
    const entries = await readLedger();
    const readChanges = async () => (await ann.api.call(listAssignmentChanges, {})).body.items;
    const changes = await readChanges();
    await give(bill, ravi.email, ['benefits-reader']);
    const { id } = (await give(bill, ravi.email, ['benefits-reader', 'invoice-reader'])).body;
    expect(await versionOf()).toBe(before);
    expect(await readLedger()).toEqual(entries);
    expect(await readChanges()).toEqual(changes);
    expect(await ann.api.call(getAssignmentChange, { params: { changeId: id ?? '' } })).toMatchObject({
      status: 404,
    });
    const own = (await bill.api.call(listAssignmentChanges, { query: { limit: 1 } })).body.items[0];
    expect(own?.difference[0]?.added).toEqual(['invoice-reader']);
  });

  test('saving the roles that they see leaves it as it is; deleting the VL user ends it too (M5)', async () => {
    const saved = (await give(ann, ravi.email, [])).body;
    expect(saved.difference[0]).toMatchObject({ removed: ['benefits-reader'], kept: [] });
    expect(await rolesAt(bill, ravi)).toEqual(['invoice-reader']);

    await give(bill, ravi.email, ['benefits-reader', 'invoice-reader']);
    const params = { vlUserId: ravi.vlUserId };
    expect((await ann.api.call(removeVlUser, { params })).status).toBe(204);
    expect(await bill.api.call(getVlUser, { params })).toMatchObject({ status: 404 });
    await give(bill, ravi.email, ['benefits-reader', 'invoice-reader']);
  });

  test('a person sees the roles that they hold themselves, and may give one up', async () => {
    await give(bill, ann.email, ['administrator', 'invoice-reader']);
    expect(await rolesAt(ann, ann)).toEqual(['administrator', 'invoice-reader']);
    const { licenseId } = bill;
    const { items } = (await ann.api.call(listRoles, { query: { licenseId } })).body;
    expect(items.map(({ id }) => id)).toEqual([...ROLES]);
    const { difference } = (await give(ann, ann.email, ['administrator'])).body;
    expect(difference[0]?.removed).toEqual(['invoice-reader']);
  });
});
