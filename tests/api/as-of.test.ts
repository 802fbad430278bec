import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { explainAccess, nearestChanges } from '@muniment/contract/explain.ts';
import {
  countVlUsers,
  exportVlUsers,
  getVlUser,
  getVlUserAccess,
  listVlUsers,
  removeVlUser,
  resetInvitation,
} from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { VL_USER_STATUSES } from '@muniment/domain/vl-user-status.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scene } from '../directory/scene.ts';
import {
  letDeadlinesPass,
  register,
  removeAll,
  setRoles,
  startProvisioned,
  untilStatus,
} from '../provisioning/provisioned-muniment.ts';
import { type Receiver, silence, startReceiver } from '../provisioning/receiver.ts';
import type { Muniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';

let muniment: Muniment;
let receiver: Receiver;
beforeAll(async () => {
  muniment = await startProvisioned();
  receiver = await startReceiver();
});
afterAll(async () => {
  await muniment.stop();
  await receiver.stop();
});

/** What a viewer's list says of everybody, now or then. */
async function listed(admin: Member, asOf?: string) {
  const query = { limit: 1_000, ...(asOf === undefined ? {} : { asOf }) };
  const { items, total } = (await admin.api.call(listVlUsers, { query })).body;
  expect(total).toBe(items.length);
  return items.map((row) => ({ ...row, actions: [] }));
}

/** The counts and the rows of the export, now or then. */
async function countedAndExported(admin: Member, asOf?: string) {
  const query = asOf === undefined ? {} : { asOf };
  const counts = (await admin.api.call(countVlUsers, { query })).body;
  return { counts, csv: (await admin.api.call(exportVlUsers, { query })).text };
}

/** What a viewer sees of each person's access, now or then. */
async function accessOf(admin: Member, vlUserIds: readonly string[], asOf?: string) {
  const answers = await Promise.all(
    vlUserIds.map((vlUserId) =>
      admin.api.call(getVlUserAccess, { params: { vlUserId }, query: asOf === undefined ? {} : { asOf } }),
    ),
  );
  return answers.map(({ body }) => body.items.map((license) => ({ ...license, assignableRoles: [] })));
}

async function momentBetween(): Promise<string> {
  await new Promise((done) => setTimeout(done, 4));
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(muniment.db);
  await new Promise((done) => setTimeout(done, 4));
  return rows[0]?.at.toISOString() ?? '';
}

test('B4 list and access of each past moment are what they were then, status by status', async () => {
  const { admin, colleague, organization, directory, colleagueAccount } = await scene(muniment);
  const system = receiver.system('keys');
  const moments: { at: string; list: unknown; access: unknown; more: unknown; who: string[] }[] = [];
  const note = async () => {
    const list = await listed(admin);
    const who = list.map(({ id }) => id);
    const access = await accessOf(admin, who);
    const more = await countedAndExported(admin);
    moments.push({ at: await momentBetween(), list, access, more, who });
  };
  const whyNot = async () => {
    const query = { vlUserId: colleague.vlUserId, licenseId: admin.licenseId };
    const { notCounting } = (await admin.api.call(explainAccess, { query })).body;
    return notCounting.find(({ role }) => role === 'administrator')?.because;
  };
  const give = (roles: Role[], licenseId = admin.licenseId) =>
    setRoles(admin, colleague.vlUserId, roles, licenseId);

  await note();
  await give(['product-keys-reader', 'benefits-reader']);
  await note();
  await directory.disable(colleagueAccount);
  await note();
  await directory.enable(colleagueAccount);
  await note();
  const { body } = await admin.api.call(changeAssignments, {
    body: {
      assignments: [
        {
          user: { signInEmail: organization.newEmail('pending'), displayName: 'Pending' },
          licenseId: admin.licenseId,
          roles: ['benefits-reader'],
        },
      ],
    },
  });
  const pendingId = body.difference[0]?.vlUserId ?? '';
  await directory.create(body.difference[0]?.signInEmail ?? '');
  await note();
  await muniment.db
    .updateTable('invitation')
    .set({ expires_at: new Date() })
    .where('vl_user_id', '=', pendingId)
    .execute();
  await note();
  const params = { vlUserId: pendingId };
  expect((await admin.api.call(resetInvitation, { params })).status).toBe(200);
  await note();
  system.answer = silence;
  await register(muniment, 'Key service', system);
  await give(['administrator', 'benefits-reader']);
  await note();
  expect(await whyNot()).toBe('provisioning');
  await letDeadlinesPass(muniment);
  await untilStatus(admin, colleague.vlUserId, 'failed');
  await note();
  expect(await whyNot()).toBe('provisioning-failed');
  await removeAll(muniment);
  await give(['administrator', 'benefits-reader']);
  await note();
  await admin.api.call(removeVlUser, { params });
  await note();

  const statuses = new Set<string>();
  for (const { at, list, access, more, who } of moments) {
    const then = await listed(admin, at);
    for (const { status } of then) statuses.add(status);
    expect({ at, list: then }).toEqual({ at, list });
    expect({ at, access: await accessOf(admin, who, at) }).toEqual({ at, access });
    expect({ at, more: await countedAndExported(admin, at) }).toEqual({ at, more });
  }
  expect(statuses).toEqual(new Set(VL_USER_STATUSES));
}, 60_000);

test('B4 the past is filtered, sorted and paged like the present, and has no actions and no version', async () => {
  const organization = await (await muniment.newPartner()).organization();
  const admin = await organization.administrator();
  const leavers: Member[] = [];
  for (let count = 0; count < 3; count += 1) {
    leavers.push(await organization.colleague(admin, { roles: ['benefits-reader'] }));
  }
  const asOf = await momentBetween();
  for (const { vlUserId } of leavers) await admin.api.call(removeVlUser, { params: { vlUserId } });
  expect((await listed(admin)).length).toBe(1);

  const query = { asOf, role: 'benefits-reader' as const, sort: '-signInEmail' as const, limit: 2 };
  const first = (await admin.api.call(listVlUsers, { query })).body;
  const second = (await admin.api.call(listVlUsers, { query: { ...query, cursor: first.nextCursor ?? '' } }))
    .body;
  expect(first.total).toBe(3);
  expect([...first.items, ...second.items].map(({ signInEmail }) => signInEmail)).toEqual(
    leavers
      .map(({ email }) => email)
      .toSorted()
      .toReversed(),
  );
  expect(first.items.map(({ actions }) => actions)).toEqual([['view-access'], ['view-access']]);

  const [leaver] = leavers;
  const params = { vlUserId: leaver?.vlUserId ?? '' };
  expect(await admin.api.call(getVlUser, { params })).toMatchObject({ problemId: 'vl-user-not-found' });
  const then = await admin.api.call(getVlUser, { params, query: { asOf } });
  expect(then.body).toMatchObject({ id: leaver?.vlUserId, status: 'active', invitations: [] });
  expect(then.headers.get('etag')).toBeNull();
  const access = await admin.api.call(getVlUserAccess, { params, query: { asOf } });
  expect(access.body.items).toMatchObject([
    {
      licenseId: admin.licenseId,
      assignableRoles: [],
      roles: [{ role: 'benefits-reader', status: 'active' }],
    },
  ]);
  expect(access.headers.get('etag')).toBeNull();
});

test('R9 R10 the past is seen through today’s eyes: where one administers now, and without unseen roles', async () => {
  const organization = await (await muniment.newPartner()).organization();
  const billTo = await organization.administrator({ billTo: true });
  const former = await organization.colleague(billTo, { roles: ['administrator'] });
  const finance = await organization.colleague(billTo, { roles: ['invoice-reader'] });
  const asOf = await momentBetween();
  const names = async (viewer: Member) => (await listed(viewer, asOf)).map(({ id }) => id).toSorted();
  const all = [billTo, former, finance].map(({ vlUserId }) => vlUserId).toSorted();
  expect(await names(billTo)).toEqual(all);
  expect(await names(former)).toEqual(all.filter((id) => id !== finance.vlUserId));
  expect(
    await former.api.call(getVlUserAccess, { params: { vlUserId: finance.vlUserId }, query: { asOf } }),
  ).toMatchObject({ problemId: 'vl-user-not-found' });
  await setRoles(billTo, former.vlUserId, ['benefits-reader']);
  expect(await names(former)).toEqual([]);
});

test('B4 R10 the nearest changes before and after a moment are those on administered license IDs, of what one sees', async () => {
  const organization = await (await muniment.newPartner()).organization();
  const billTo = await organization.administrator({ billTo: true });
  const other = await organization.colleague(billTo, { roles: ['administrator'] });
  const start = await momentBetween();
  await setRoles(billTo, other.vlUserId, ['administrator', 'benefits-reader']);
  await organization.colleague(billTo, { roles: ['invoice-reader'] });
  // Elsewhere in the organization.
  await organization.administrator();
  const near = async ({ api }: Member, at?: string) =>
    (await api.call(nearestChanges, { query: at === undefined ? {} : { at } })).body;
  const first = await near(billTo, start);
  expect((first.before ?? '') < start && start < (first.after ?? '')).toBe(true);
  const second = await near(billTo, first.after ?? '');
  expect(second).toMatchObject({ before: first.before });
  // Giving Invoice Reader is no change to who does not see it, and what is elsewhere is none to either.
  expect((await near(billTo)).before).toBe(second.after);
  expect((await near(other)).before).toBe(first.after);
  expect((await near(other, first.after ?? '')).after).toBeNull();
});

test('B4 a moment that is still to come is refused by name', async () => {
  const admin = await (await (await muniment.newPartner()).organization()).administrator();
  const asOf = '2098-01-01T00:00:00Z';
  for (const path of ['', '/counts', '/export', `/${admin.vlUserId}`, `/${admin.vlUserId}/access`]) {
    const answer = await admin.api.send('GET', `/v1/vl-users${path}?asOf=${asOf}`);
    expect(answer.problem.errors).toEqual([expect.objectContaining({ pointer: 'query/asOf' })]);
  }
});
