import { changeAssignments, getAssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { listOutbox } from '@muniment/contract/publisher.ts';
import { getVlUserAccess, listVlUsers } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

interface Pair {
  readonly user: object;
  readonly licenseId: string;
  readonly roles: readonly (Role | { role: Role; startsAt?: string; endsAt?: string | null })[];
}

function save(admin: Member, assignments: readonly Pair[], more: object = {}) {
  return admin.api.call(changeAssignments, { body: { assignments, ...more } as never });
}

async function mailTo(address: string) {
  const { items } = (await muniment.publisher.call(listOutbox, { query: { q: address } })).body;
  return items.map(({ kind, subject }) => ({ kind, subject }));
}

async function rolesOf(admin: Member, vlUserId: string): Promise<Record<string, Role[]>> {
  const { items } = (await admin.api.call(getVlUserAccess, { params: { vlUserId } })).body;
  return Object.fromEntries(items.map(({ licenseId, roles }) => [licenseId, roles.map(({ role }) => role)]));
}

describe('assigning', () => {
  test('S3 S4 R8 one change gives different roles on different license IDs to several people', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const [vera, omar] = [organization.newEmail('vera'), organization.newEmail('omar')];
    const of = (signInEmail: string) => ({ signInEmail, displayName: 'Somebody New' });
    const saved = await save(admin, [
      { user: of(vera), licenseId: first, roles: ['licensing-info-viewer', 'benefits-reader'] },
      { user: of(vera), licenseId: second, roles: ['product-download-manager'] },
      { user: of(omar), licenseId: second, roles: ['online-services-manager'] },
    ]);
    expect(saved.status).toBe(201);
    expect(saved.body).toMatchObject({
      saved: true,
      summary: { added: 4, removed: 0, rescheduled: 0, people: 2, licenseIds: 2 },
      mailHoldSeconds: 0,
      checks: [],
    });
    const [veraId] = saved.body.difference.map(({ vlUserId }) => vlUserId);
    expect(await rolesOf(admin, veraId ?? '')).toEqual({
      [first]: ['licensing-info-viewer', 'benefits-reader'],
      [second]: ['product-download-manager'],
    });
    // One mail a person a change, not one a role.
    expect(saved.body.emails.map(({ to, kind }) => [to, kind])).toEqual([
      [vera, 'invitation'],
      [omar, 'invitation'],
    ]);
    expect(await mailTo(vera)).toHaveLength(1);
  });

  test('S4 a dry run answers the same difference, e-mails and checks, and saves nothing', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const pair = {
      user: { signInEmail: email, displayName: 'Vera Holm' },
      licenseId: admin.licenseId,
      roles: ['administrator' as const],
    };
    const dry = await save(admin, [pair], { dryRun: true });
    expect(dry.status).toBe(200);
    expect(dry.body).toMatchObject({ id: null, saved: false, at: null });
    expect(dry.body.difference[0]?.vlUserId).toBeNull();
    expect((await admin.api.call(listVlUsers, {})).body.total).toBe(1);
    expect(await mailTo(email)).toEqual([]);

    const saved = await save(admin, [pair]);
    expect(saved.status).toBe(201);
    const { id, saved: isSaved, at, difference, ...rest } = saved.body;
    expect(dry.body).toMatchObject(rest);
    expect(difference[0]).toMatchObject({ added: ['administrator'], vlUserId: expect.any(String) });
    expect(saved.body.checks).toEqual([
      {
        level: 'information',
        code: 'administrator-pending',
        licenseIds: [admin.licenseId],
        people: ['Vera Holm'],
      },
    ]);
  });

  test('S4 all of it or nothing: one refused pair saves none', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const user = { signInEmail: email, displayName: 'Vera Holm' };
    const answer = await save(admin, [
      { user, licenseId: admin.licenseId, roles: ['benefits-reader'] },
      { user: { vlUserId: admin.vlUserId }, licenseId: admin.licenseId, roles: [] },
    ]);
    expect(answer).toMatchObject({ status: 409, problemId: 'last-administrator' });
    expect((await admin.api.call(listVlUsers, {})).body.total).toBe(1);
    expect(await mailTo(email)).toEqual([]);
  });

  test('the same again changes nothing: 200, no mail, no entry', async () => {
    const admin = await organization.administrator();
    const colleague = await organization.colleague(admin);
    const before = (await mailTo(colleague.email)).length;
    const answer = await save(admin, [
      {
        user: { vlUserId: colleague.vlUserId },
        licenseId: admin.licenseId,
        roles: ['licensing-info-viewer'],
      },
    ]);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ saved: false, id: null, emails: [], summary: { people: 0 } });
    expect(answer.body.difference[0]).toMatchObject({
      added: [],
      removed: [],
      kept: ['licensing-info-viewer'],
    });
    expect(await mailTo(colleague.email)).toHaveLength(before);
  });

  test('nobody is added who is to hold nothing', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('nobody');
    const user = { signInEmail: email, displayName: 'No Body' };
    const answer = await save(admin, [{ user, licenseId: admin.licenseId, roles: [] }]);
    expect(answer.status).toBe(200);
    expect(answer.body.difference[0]).toMatchObject({ vlUserId: null, added: [], removed: [] });
    const rows = await muniment.db
      .selectFrom('vl_user')
      .select('id')
      .where('sign_in_email', '=', email)
      .execute();
    expect(rows).toEqual([]);
  });

  test('S6 M7 a registered user gets and loses roles without registering again, and is told once', async () => {
    const admin = await organization.administrator();
    const colleague = await organization.colleague(admin);
    const user = { vlUserId: colleague.vlUserId };
    const saved = await save(admin, [
      { user, licenseId: admin.licenseId, roles: ['benefits-reader', 'product-keys-reader'] },
    ]);
    expect(saved.body.difference[0]).toMatchObject({
      added: ['benefits-reader', 'product-keys-reader'],
      removed: ['licensing-info-viewer'],
    });
    expect((await mailTo(colleague.email))[0]).toEqual({
      kind: 'permission-change',
      subject: 'Permission changes for Northlight Software Volume Licensing contracts',
    });
    await save(admin, [{ user, licenseId: admin.licenseId, roles: [] }]);
    expect((await mailTo(colleague.email)).map(({ kind }) => kind)).toEqual([
      'permission-change',
      'permission-change',
      'invitation',
    ]);
  });

  test('S9 somebody removed and added again later is still registered', async () => {
    const admin = await organization.administrator();
    const colleague = await organization.colleague(admin);
    const user = { signInEmail: colleague.email };
    await save(admin, [{ user, licenseId: admin.licenseId, roles: [] }]);
    const again = await save(admin, [{ user, licenseId: admin.licenseId, roles: ['benefits-reader'] }]);
    expect(again.body.emails[0]?.kind).toBe('permission-change');
    expect((await rolesOf(admin, colleague.vlUserId))[admin.licenseId]).toEqual(['benefits-reader']);
  });

  test('a role moves in time; a period that is left out stays as it is', async () => {
    const admin = await organization.administrator();
    const colleague = await organization.colleague(admin);
    const user = { vlUserId: colleague.vlUserId };
    const { licenseId } = admin;
    const endsAt = '2099-01-01T00:00:00.000Z';
    const timed = await save(admin, [
      { user, licenseId, roles: [{ role: 'licensing-info-viewer', endsAt }] },
    ]);
    expect(timed.body.difference[0]?.rescheduled).toEqual(['licensing-info-viewer']);
    const kept = await save(admin, [{ user, licenseId, roles: ['licensing-info-viewer'] }]);
    expect(kept.body.saved).toBe(false);
    const access = async () =>
      (await admin.api.call(getVlUserAccess, { params: user })).body.items[0]?.roles[0]?.endsAt;
    expect(await access()).toBe(endsAt);
    await save(admin, [{ user, licenseId, roles: [{ role: 'licensing-info-viewer', endsAt: null }] }]);
    expect(await access()).toBeNull();
  });

  test('S10 the business e-mail defaults to the sign-in e-mail, and mail goes to the business e-mail', async () => {
    const admin = await organization.administrator();
    const [email, business] = [organization.newEmail('vera'), organization.newEmail('vera.business')];
    const plain = organization.newEmail('omar');
    const saved = await save(admin, [
      {
        user: { signInEmail: email, displayName: 'Vera', businessEmail: business },
        licenseId: admin.licenseId,
        roles: ['benefits-reader'],
      },
      {
        user: { signInEmail: plain, displayName: 'Omar' },
        licenseId: admin.licenseId,
        roles: ['benefits-reader'],
      },
    ]);
    expect(saved.body.emails.map(({ to }) => to)).toEqual([business, plain]);
    expect(await mailTo(business)).toHaveLength(1);
    expect(await mailTo(email)).toHaveLength(0);
  });

  test('S10 a change may give a known person another business e-mail, and the ledger says so', async () => {
    const admin = await organization.administrator();
    const colleague = await organization.colleague(admin);
    const business = organization.newEmail('business');
    const user = { signInEmail: colleague.email, businessEmail: business };
    const pair = { user, licenseId: admin.licenseId, roles: ['licensing-info-viewer' as const] };
    const dryRun = await admin.api.call(changeAssignments, { body: { assignments: [pair], dryRun: true } });
    expect(dryRun.body).toMatchObject({ saved: false, id: null });
    const saved = await save(admin, [pair]);
    expect(saved).toMatchObject({ status: 201, body: { saved: true, id: expect.any(String), emails: [] } });
    expect(await save(admin, [pair])).toMatchObject({ status: 200, body: { saved: false, id: null } });
    const changeId = saved.body.id ?? '';
    const recorded = await admin.api.call(getAssignmentChange, { params: { changeId } });
    expect(recorded.body).toMatchObject({ id: changeId, difference: [] });
    const row = await muniment.db
      .selectFrom('vl_user')
      .select('business_email')
      .where('id', '=', colleague.vlUserId)
      .executeTakeFirst();
    expect(row?.business_email).toBe(business);
    const { items } = (await admin.api.send('GET', '/v1/ledger')).body as {
      items: { event: string; details: object }[];
    };
    expect(items[0]).toMatchObject({
      event: 'vl-user.edited',
      details: { changeId, fields: ['businessEmail'], people: [{ vlUserId: colleague.vlUserId }] },
    });
  });

  test('R10 of another business e-mail the ledger tells those alone who see the person where it was changed', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const elsewhere = await organization.administrator();
    const deputies = await Promise.all(
      [first, second].map((licenseId) =>
        organization.colleague(admin, { licenseIds: [licenseId], roles: ['administrator'] }),
      ),
    );
    const colleague = await organization.colleague(admin, { licenseIds: [first] });
    const roles = ['licensing-info-viewer' as const];
    const user = { signInEmail: colleague.email };
    await save(elsewhere, [{ user, licenseId: elsewhere.licenseId, roles }]);
    await save(admin, [
      { user: { ...user, businessEmail: organization.newEmail() }, licenseId: first, roles },
      { user, licenseId: second, roles: [] },
    ]);
    const newest = async (member: Member) =>
      (await member.api.call(listLedger, { query: { limit: 1 } })).body.items[0];
    const entry = await newest(admin);
    expect(entry?.event).toBe('vl-user.edited');
    expect((entry?.details as { people?: object[] } | undefined)?.people).toHaveLength(1);
    expect((await newest(deputies[0] as Member))?.id).toBe(entry?.id);
    expect((await newest(deputies[1] as Member))?.event).not.toBe('vl-user.edited');
    expect((await newest(elsewhere))?.event).not.toBe('vl-user.edited');
    // With a change of roles it is in that one's entry.
    const both = { ...user, businessEmail: organization.newEmail() };
    await save(admin, [
      { user: both, licenseId: first, roles },
      { user: both, licenseId: second, roles },
    ]);
    const rowsOf = async (member: Member) =>
      (await newest(member))?.details as { opened: object[]; businessEmailOf: object[] };
    expect((await rowsOf(admin)).businessEmailOf).toHaveLength(2);
    expect(await rowsOf(deputies[0] as Member)).toMatchObject({
      opened: [],
      businessEmailOf: [{ vlUserId: colleague.vlUserId }],
    });
  });

  test('nobody redirects the mail of a person to whom they give nothing', async () => {
    const admin = await organization.administrator();
    const other = await organization.administrator();
    const user = { signInEmail: other.email, businessEmail: admin.email };
    await save(admin, [{ user, licenseId: admin.licenseId, roles: [] }]);
    const row = await muniment.db
      .selectFrom('vl_user')
      .select('business_email')
      .where('id', '=', other.vlUserId)
      .executeTakeFirst();
    expect(row?.business_email).toBe(other.email);
  });
});

describe('what one may not', () => {
  test('R10 an unknown license ID and one that the caller does not administer are the same 404', async () => {
    const admin = await organization.administrator();
    const other = await organization.administrator();
    const elsewhere = await (await (await muniment.newPartner()).organization()).license();
    const viewer = await organization.colleague(other, { licenseIds: [other.licenseId] });
    const ask = async (by: Member, licenseId: string, dryRun: boolean) => {
      const answer = await save(
        by,
        [{ user: { vlUserId: by.vlUserId }, licenseId, roles: ['benefits-reader'] }],
        { dryRun },
      );
      expect(answer).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
      expect(answer.problem.licenseIds).toEqual([licenseId]);
      const { instance } = answer.problem;
      return answer.text.replaceAll(licenseId, 'ASKED').replace(instance ?? '', 'REQUEST');
    };
    for (const dryRun of [false, true]) {
      const unknown = await ask(admin, 'NOSUCHID', dryRun);
      expect(await ask(admin, other.licenseId, dryRun)).toBe(unknown);
      expect(await ask(admin, elsewhere, dryRun)).toBe(unknown);
      // Who holds another role on it sees the license ID, and may change nothing there.
      expect(await ask(viewer, other.licenseId, dryRun)).toBe(unknown);
    }
  });

  test('a change that names one foreign license ID among own ones names that one alone', async () => {
    const admin = await organization.administrator();
    const other = await organization.administrator();
    const user = { vlUserId: admin.vlUserId };
    const answer = await save(admin, [
      { user, licenseId: admin.licenseId, roles: ['administrator'] },
      { user, licenseId: other.licenseId, roles: ['administrator'] },
    ]);
    expect(answer.problem.licenseIds).toEqual([other.licenseId]);
  });

  test('an unknown VL user, and one of another organization, are not found', async () => {
    const admin = await organization.administrator();
    const elsewhere = await (await (await muniment.newPartner()).organization()).administrator();
    for (const vlUserId of [elsewhere.vlUserId, '01890000-0000-7000-8000-000000000000']) {
      const answer = await save(admin, [
        { user: { vlUserId }, licenseId: admin.licenseId, roles: ['benefits-reader'] },
      ]);
      expect(answer).toMatchObject({ status: 404, problemId: 'vl-user-not-found' });
    }
  });

  test('A1 the last reachable administrator cannot be removed: 409 names every license ID concerned', async () => {
    const admin = await organization.administrator({ licenses: 3 });
    const [first = '', second = '', third = ''] = admin.licenseIds;
    await organization.colleague(admin, { licenseIds: [third], roles: ['administrator'] });
    const user = { vlUserId: admin.vlUserId };
    const pairs = admin.licenseIds.map((licenseId) => ({ user, licenseId, roles: [] as Role[] }));
    const answer = await save(admin, pairs);
    expect(answer).toMatchObject({ status: 409, problemId: 'last-administrator' });
    expect(answer.problem.licenseIds).toEqual([first, second].toSorted());
    const dry = await save(admin, pairs, { dryRun: true });
    expect(dry.body.checks).toEqual([
      { level: 'blocking', code: 'last-administrator', licenseIds: [first, second].toSorted(), people: [] },
      { level: 'warning', code: 'drops-to-one-administrator', licenseIds: [third], people: [] },
    ]);
  });

  test('A1 nobody steps down in favour of someone who has not registered, or whose role ends', async () => {
    const admin = await organization.administrator();
    const { licenseId } = admin;
    const leave = { user: { vlUserId: admin.vlUserId }, licenseId, roles: [] };
    const pending = { signInEmail: organization.newEmail('vera'), displayName: 'Vera' };
    expect(await save(admin, [leave, { user: pending, licenseId, roles: ['administrator'] }])).toMatchObject({
      status: 409,
      problemId: 'last-administrator',
    });
    const endsAt = '2099-01-01T00:00:00Z';
    expect(await save(admin, [{ ...leave, roles: [{ role: 'administrator', endsAt }] }])).toMatchObject({
      status: 409,
      problemId: 'last-administrator',
    });
    const colleague = await organization.colleague(admin);
    const timed = { user: { vlUserId: colleague.vlUserId }, licenseId };
    expect(
      await save(admin, [leave, { ...timed, roles: [{ role: 'administrator', endsAt }] }]),
    ).toMatchObject({ status: 409, problemId: 'last-administrator' });
  });

  test('A4 A6 an administrator hands over by assigning another one, who may then remove them', async () => {
    const admin = await organization.administrator();
    const colleague = await organization.colleague(admin, { roles: ['administrator'] });
    expect(await rolesOf(colleague, admin.vlUserId)).toEqual({ [admin.licenseId]: ['administrator'] });
    const removed = await save(colleague, [
      { user: { vlUserId: admin.vlUserId }, licenseId: admin.licenseId, roles: ['benefits-reader'] },
    ]);
    expect(removed.status).toBe(201);
    expect(removed.body.checks.map(({ code }) => code)).toEqual(['drops-to-one-administrator']);
    // From the commit on the former administrator changes nothing any more.
    expect(
      await save(admin, [{ user: { vlUserId: colleague.vlUserId }, licenseId: admin.licenseId, roles: [] }]),
    ).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
  });

  test('a pending administrator administers nothing', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const colleague = await organization.colleague(admin, { licenseIds: [first] });
    const startsAt = '2098-01-01T00:00:00Z';
    await save(admin, [
      {
        user: { vlUserId: colleague.vlUserId },
        licenseId: second,
        roles: [{ role: 'administrator', startsAt }],
      },
    ]);
    expect(
      await save(colleague, [
        { user: { vlUserId: colleague.vlUserId }, licenseId: second, roles: ['administrator'] },
      ]),
    ).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
  });
});

describe('history', () => {
  test('a saved change is shown with its reason and difference, as far as the viewer administers it', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const deputy = await organization.colleague(admin, { licenseIds: [first], roles: ['administrator'] });
    const email = organization.newEmail('vera');
    const user = { signInEmail: email, displayName: 'Vera Holm' };
    const reason = `Project start.\n${'Long reasons are read in full. '.repeat(12)}`;
    const saved = await save(
      admin,
      [
        { user, licenseId: first, roles: ['benefits-reader'] },
        { user, licenseId: second, roles: ['benefits-reader'] },
      ],
      { reason },
    );
    const params = { changeId: saved.body.id ?? '' };
    const seen = (await admin.api.call(getAssignmentChange, { params })).body;
    expect(seen).toMatchObject({ kind: 'assignment', reason: reason.trim(), actor: { kind: 'person' } });
    expect(seen.difference.map(({ licenseId }) => licenseId).toSorted()).toEqual([first, second].toSorted());
    const part = (await deputy.api.call(getAssignmentChange, { params })).body;
    expect(part.difference.map(({ licenseId }) => licenseId)).toEqual([first]);
    const stranger = await organization.administrator();
    expect(await stranger.api.call(getAssignmentChange, { params })).toMatchObject({
      status: 404,
      problemId: 'not-found',
    });
    for (const changeId of ['x', '01890000-0000-7000-8000-000000000000']) {
      expect((await admin.api.call(getAssignmentChange, { params: { changeId } })).status).toBe(404);
    }
  });
});
