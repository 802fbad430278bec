import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getOverview } from '@muniment/contract/licenses.ts';
import { listOutbox } from '@muniment/contract/publisher.ts';
import {
  editVlUser,
  getVlUser,
  getVlUserAccess,
  listVlUsers,
  removeVlUser,
  searchDirectory,
} from '@muniment/contract/vl-users.ts';
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

async function give(admin: Member, user: object, licenseIds: readonly string[], roles: Role[]) {
  const assignments = licenseIds.map((licenseId) => ({ user, licenseId, roles }));
  const answer = await admin.api.call(changeAssignments, { body: { assignments } as never });
  return answer.body.difference[0]?.vlUserId ?? '';
}

async function expire(vlUserId: string): Promise<void> {
  await muniment.db
    .updateTable('invitation')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .where('vl_user_id', '=', vlUserId)
    .execute();
}

describe('the list (M1, M2)', () => {
  test('M1 a row has display name, status, actions, sign-in e-mail, business e-mail and roles', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const email = organization.newEmail('vera');
    const business = organization.newEmail('business');
    const user = { signInEmail: email, displayName: 'Vera Holm', businessEmail: business };
    const vlUserId = await give(admin, user, admin.licenseIds, ['product-keys-reader', 'benefits-reader']);
    const { items, total } = (await admin.api.call(listVlUsers, {})).body;
    expect(total).toBe(2);
    expect(items.find(({ id }) => id === vlUserId)).toEqual({
      id: vlUserId,
      displayName: 'Vera Holm',
      status: 'invitation-sent',
      actions: ['view-access', 'resend-invite', 'reset-invite'],
      signInEmail: email,
      businessEmail: business,
      roles: ['product-keys-reader', 'benefits-reader'],
      licenseIdCount: 2,
      isYou: false,
    });
    expect(items.find(({ isYou }) => isYou)).toMatchObject({
      id: admin.vlUserId,
      status: 'active',
      actions: ['view-access'],
      roles: ['administrator'],
    });
  });

  test('M2 statuses are computed over the license IDs that the viewer administers, and over no others', async () => {
    const both = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = both.licenseIds;
    const onFirst = await organization.colleague(both, { licenseIds: [first], roles: ['administrator'] });
    const onSecond = await organization.colleague(both, { licenseIds: [second], roles: ['administrator'] });
    const vera = organization.newEmail('vera');
    const vlUserId = await give(
      both,
      { signInEmail: vera, displayName: 'Vera' },
      [first],
      ['benefits-reader'],
    );
    const seenBy = async (viewer: Member) => {
      const answer = await viewer.api.call(getVlUser, { params: { vlUserId } });
      return answer.status === 200 ? answer.body.status : answer.problemId;
    };
    expect([await seenBy(both), await seenBy(onFirst), await seenBy(onSecond)]).toEqual([
      'invitation-sent',
      'invitation-sent',
      'vl-user-not-found',
    ]);
    await expire(vlUserId);
    expect(await seenBy(onFirst)).toBe('invitation-expired');
    await give(both, { vlUserId }, [second], ['benefits-reader']);
    await muniment.register(vera);
    expect([await seenBy(both), await seenBy(onFirst), await seenBy(onSecond)]).toEqual([
      'active',
      'active',
      'active',
    ]);
    await give(both, { vlUserId }, [first], []);
    expect([await seenBy(both), await seenBy(onFirst), await seenBy(onSecond)]).toEqual([
      'active',
      'vl-user-not-found',
      'active',
    ]);
  });

  test('M2 an active user who is pending contact elsewhere is active here, and sent there', async () => {
    const admin = await organization.administrator();
    const colleague = await organization.colleague(admin);
    const licenseId = await organization.license({ contact: colleague.email });
    const { status, actions } = (
      await admin.api.call(getVlUser, { params: { vlUserId: colleague.vlUserId } })
    ).body;
    expect([status, actions]).toEqual(['active', ['view-access']]);
    expect((await admin.api.call(listVlUsers, { query: { licenseId } })).body.items).toEqual([]);
  });

  test('Edges: a future-dated grant counts for the status, one that has ended does not', async () => {
    const admin = await organization.administrator();
    const colleague = await organization.colleague(admin);
    const params = { vlUserId: colleague.vlUserId };
    const roles = (period: object) => [{ role: 'benefits-reader' as const, ...period }];
    const pair = (period: object) => ({ user: params, licenseId: admin.licenseId, roles: roles(period) });
    const save = (period: object) =>
      admin.api.call(changeAssignments, { body: { assignments: [pair(period)] } });
    await save({ startsAt: '2098-01-01T00:00:00Z' });
    expect((await admin.api.call(getVlUser, { params })).body).toMatchObject({
      status: 'active',
      roles: ['benefits-reader'],
    });
    await save({
      startsAt: new Date(Date.now() + 60).toISOString(),
      endsAt: new Date(Date.now() + 250).toISOString(),
    });
    await new Promise((done) => setTimeout(done, 300));
    expect((await admin.api.call(getVlUser, { params })).status).toBe(404);
  });

  test('filters by status, role, license ID and text, over names beyond ASCII too', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const people: [string, string[], Role[]][] = [
      ['Émile Ångström', [first], ['benefits-reader']],
      ['Zoë Quist', [second], ['product-keys-reader']],
      ['100%_sure', [first, second], ['benefits-reader', 'product-keys-reader']],
    ];
    for (const [displayName, licenseIds, roles] of people) {
      await give(admin, { signInEmail: organization.newEmail('p'), displayName }, licenseIds, roles);
    }
    const names = async (query: object) => {
      const { items, total } = (await admin.api.call(listVlUsers, { query })).body;
      expect(total).toBe(items.length);
      return items.filter(({ isYou }) => !isYou).map(({ displayName }) => displayName);
    };
    expect(await names({ status: 'active' })).toEqual([]);
    expect(await names({ status: ['active', 'invitation-sent'] })).toHaveLength(3);
    expect(await names({ role: 'benefits-reader' })).toEqual(['100%_sure', 'Émile Ångström']);
    expect(await names({ role: ['benefits-reader', 'product-keys-reader'] })).toHaveLength(3);
    expect(await names({ licenseId: second })).toEqual(['100%_sure', 'Zoë Quist']);
    for (const q of ['ÉMILE', 'ångström', 'Émile Å']) expect(await names({ q })).toEqual(['Émile Ångström']);
    expect(await names({ q: 'zoë', role: 'benefits-reader' })).toEqual([]);
    for (const q of ['%', '_', '%_']) expect(await names({ q })).toEqual(['100%_sure']);
    expect(await names({ q: '\\' })).toEqual([]);
    expect(await names({ licenseId: 'NOSUCHID' })).toEqual([]);
  });

  test('A5 the overview counts people and invitations, and names the license IDs that rest on the caller alone', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const reader = await organization.colleague(admin, { licenseIds: [first] });
    await organization.colleague(admin, { licenseIds: [second], roles: ['administrator'] });
    const sent = await give(
      admin,
      { signInEmail: organization.newEmail('s'), displayName: 'S' },
      [first],
      ['administrator'],
    );
    const late = await give(
      admin,
      { signInEmail: organization.newEmail('l'), displayName: 'L' },
      [first],
      ['benefits-reader'],
    );
    await expire(late);
    expect(sent).not.toBe('');
    expect((await admin.api.call(getOverview, {})).body).toEqual({
      people: 5,
      licenseIds: 2,
      invitationsSent: 1,
      invitationsExpired: 1,
      assignmentsInProgress: 0,
      assignmentsFailed: 0,
      usersNotFound: 0,
      soleAdministratorOf: {
        total: 1,
        items: [
          {
            licenseId: first,
            name: `Contract ${first}`,
            people: 3,
            suggested: { vlUserId: reader.vlUserId, displayName: reader.name },
          },
        ],
      },
      directorySyncedAt: null,
    });
    expect((await reader.api.call(getOverview, {})).body).toMatchObject({ people: 0, licenseIds: 0 });
  });
});

describe('one VL user', () => {
  test('M4 View access lists license IDs and roles of those that the viewer administers, with origin and status', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const deputy = await organization.colleague(admin, { licenseIds: [first], roles: ['administrator'] });
    const colleague = await organization.colleague(admin, { licenseIds: [first, second] });
    const params = { vlUserId: colleague.vlUserId };
    const { items } = (await admin.api.call(getVlUserAccess, { params })).body;
    expect(items.map(({ licenseId }) => licenseId)).toEqual([first, second].toSorted());
    expect(items.find(({ licenseId }) => licenseId === first)).toMatchObject({
      licenseId: first,
      name: `Contract ${first}`,
      agreementNumber: null,
      administrators: { reachable: 2, pending: 0 },
      roles: [
        {
          role: 'licensing-info-viewer',
          origin: 'assigned',
          startsAt: expect.any(String),
          endsAt: null,
          status: 'active',
        },
      ],
    });
    const part = (await deputy.api.call(getVlUserAccess, { params })).body.items;
    expect(part.map(({ licenseId }) => licenseId)).toEqual([first]);
  });

  test('Edges: an administrator changes the business e-mail and the name, and nothing else', async () => {
    const admin = await organization.administrator();
    const colleague = await organization.colleague(admin);
    const params = { vlUserId: colleague.vlUserId };
    const businessEmail = organization.newEmail('business');
    const edited = await admin.api.call(editVlUser, {
      params,
      body: { businessEmail, displayName: ' Vera Ek ' },
    });
    expect(edited).toMatchObject({ status: 200, body: { businessEmail, displayName: 'Vera Ek' } });
    expect((await admin.api.call(getVlUser, { params })).etag).toBe(edited.etag);
    for (const body of [
      {},
      { signInEmail: 'other@lindgren.example' },
      { businessEmail: 'no address' },
      { businessEmail: null },
      { displayName: '' },
      { displayName: 'x'.repeat(201) },
      { displayName: 'a\u2028b' },
    ]) {
      const answer = await admin.api.send('PATCH', `/v1/vl-users/${colleague.vlUserId}`, { body });
      expect(`${JSON.stringify(body)} ${answer.status}`).toBe(`${JSON.stringify(body)} 400`);
    }
    // Mail goes there from now on.
    await give(admin, params, [admin.licenseId], ['benefits-reader']);
    const { items } = (await muniment.publisher.call(listOutbox, { query: { q: businessEmail } })).body;
    expect(items[0]).toMatchObject({ kind: 'permission-change', to: businessEmail, toName: 'Vera Ek' });
  });

  test('R10 a VL user on no license ID of the caller is not found, as one who does not exist', async () => {
    const admin = await organization.administrator();
    const stranger = await organization.administrator();
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/access', undefined],
      ['PATCH', '', { displayName: 'X' }],
      ['DELETE', '', undefined],
    ] as const) {
      const told = [];
      for (const id of [stranger.vlUserId, '01890000-0000-7000-8000-000000000000', 'x']) {
        const answer = await admin.api.send(method, `/v1/vl-users/${id}${path}`, { body });
        expect(answer).toMatchObject({ status: 404, problemId: 'vl-user-not-found' });
        told.push({ ...answer.problem, instance: '' });
      }
      expect(told[0]).toEqual(told[1]);
      expect(told[0]).toEqual(told[2]);
    }
  });

  test('M5 deleting ends assigned roles on the license IDs that the caller administers; others stay', async () => {
    const both = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = both.licenseIds;
    const onFirst = await organization.colleague(both, { licenseIds: [first], roles: ['administrator'] });
    const colleague = await organization.colleague(both, { licenseIds: [first, second] });
    const params = { vlUserId: colleague.vlUserId };
    expect((await onFirst.api.call(removeVlUser, { params })).status).toBe(204);
    expect((await onFirst.api.call(getVlUser, { params })).status).toBe(404);
    const left = (await both.api.call(getVlUserAccess, { params })).body.items;
    expect(left.map(({ licenseId }) => licenseId)).toEqual([second]);
    const { items } = (await muniment.publisher.call(listOutbox, { query: { q: colleague.email } })).body;
    expect(items.map(({ kind }) => kind)).toEqual(['permission-change', 'invitation']);
    expect((await onFirst.api.call(removeVlUser, { params })).status).toBe(404);
  });

  test('M5 A1 deleting the last reachable administrator is refused with the license IDs named', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const answer = await admin.api.call(removeVlUser, { params: { vlUserId: admin.vlUserId } });
    expect(answer).toMatchObject({ status: 409, problemId: 'last-administrator' });
    expect(answer.problem.licenseIds).toEqual([...admin.licenseIds].toSorted());
    expect((await admin.api.call(listVlUsers, {})).body.total).toBe(1);
  });
});

describe('the search of S1', () => {
  test('R10 to somebody who administers nothing the search finds nobody', async () => {
    const admin = await organization.administrator();
    const reader = await organization.colleague(admin);
    for (const q of ['@', reader.email]) {
      expect((await reader.api.call(searchDirectory, { query: { q } })).body.items).toEqual([]);
    }
    expect((await admin.api.call(searchDirectory, { query: { q: reader.email } })).body.items).toHaveLength(
      1,
    );
  });

  test('S1 finds VL users of the organization by name and address, and nobody of another', async () => {
    const admin = await organization.administrator();
    const other = await (await (await muniment.newPartner()).organization()).administrator();
    const email = organization.newEmail('sought');
    await give(
      admin,
      { signInEmail: email, displayName: 'Ýrsa Sought' },
      [admin.licenseId],
      ['benefits-reader'],
    );
    const find = async (member: Member, q: string) =>
      (await member.api.call(searchDirectory, { query: { q } })).body.items.map((item) => item.signInEmail);
    for (const q of ['ýrsa', 'SOUGHT', email.slice(0, 10)]) expect(await find(admin, q)).toEqual([email]);
    expect(await find(other, 'sought')).toEqual([]);
    expect(await find(admin, '%sought')).toEqual([]);
    const { items } = (await admin.api.call(searchDirectory, { query: { q: organization.number, limit: 2 } }))
      .body;
    expect(items).toHaveLength(2);
  });
});
