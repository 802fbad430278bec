import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { verifyLedger } from '@muniment/contract/ledger.ts';
import { getVlUser } from '@muniment/contract/vl-users.ts';
import { ROLES, type Role } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { unique } from '../support/unique.ts';
import { inParallel, outcome, setRoles, tally, twoAdministrators } from './shared-licenses.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

async function liveRoles(vlUserId: string): Promise<Role[]> {
  const rows = await muniment.db
    .selectFrom('role_grant')
    .select('role')
    .where('vl_user_id', '=', vlUserId)
    .where('closed_by', 'is', null)
    .orderBy('role')
    .execute();
  return rows.map(({ role }) => role);
}

async function expectWholeLedger(admin: Member): Promise<void> {
  expect((await admin.api.call(verifyLedger, {})).body).toMatchObject({ whole: true });
}

describe.each([2, 10])('the same Idempotency-Key %i times at once', (times) => {
  test('has one effect, and every answer is the same', async () => {
    const admin = await organization.administrator();
    for (let round = 0; round < 5; round += 1) {
      const email = organization.newEmail('vera');
      const user = { signInEmail: email, displayName: 'Vera' };
      const body = {
        assignments: [{ user, licenseId: admin.licenseId, roles: ['benefits-reader' as const] }],
      };
      const idempotencyKey = unique();
      const answers = await Promise.all(
        Array.from({ length: times }, () => admin.api.call(changeAssignments, { body, idempotencyKey })),
      );
      expect(tally(answers.map(outcome))).toEqual({ '201': times });
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      const { rows } = await sql<{ mails: number; grants: number; changes: number }>`
        select
          (select count(*) from mail where vl_user_id = u.id) as mails,
          (select count(*) from role_grant where vl_user_id = u.id) as grants,
          (select count(distinct opened_by) from role_grant where vl_user_id = u.id) as changes
        from vl_user u where u.sign_in_email = ${email}
      `.execute(muniment.db);
      expect(rows).toEqual([{ mails: 1, grants: 1, changes: 1 }]);
    }
    await expectWholeLedger(admin);
  });
});

describe('two administrators save the same user at once', () => {
  const CHOICES: Role[][] = [
    ['benefits-reader', 'product-keys-reader'],
    ['licensing-info-viewer', 'online-services-manager'],
  ];

  test('with If-Match, one of them gets 412', async () => {
    const [one, other, [licenseId = '']] = await twoAdministrators(muniment, organization, 1);
    const colleague = await organization.colleague(one);
    const { vlUserId } = colleague;
    for (let round = 0; round < 20; round += 1) {
      const ifMatch = (await one.api.call(getVlUser, { params: { vlUserId } })).etag;
      const choices = round % 2 === 0 ? CHOICES : CHOICES.toReversed();
      const [first, second] = await Promise.all([
        setRoles(one, vlUserId, licenseId, choices[0] ?? [], ifMatch),
        setRoles(other, vlUserId, licenseId, choices[1] ?? [], ifMatch),
      ]);
      // Where the winner changes nothing, the other one read what is still there.
      expect([outcome(first), outcome(second)].toSorted()).toEqual(['201', 'stale-version']);
      expect(await liveRoles(vlUserId)).toEqual(
        first.status === 201 ? sorted(choices[0]) : sorted(choices[1]),
      );
      await setRoles(one, vlUserId, licenseId, ['licensing-info-viewer']);
    }
  });

  test('without it, both are saved one after the other, and the last one stands', async () => {
    const [one, other, [licenseId = '']] = await twoAdministrators(muniment, organization, 1);
    const colleague = await organization.colleague(one);
    const { vlUserId } = colleague;
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all([
        setRoles(one, vlUserId, licenseId, CHOICES[0] ?? []),
        setRoles(other, vlUserId, licenseId, CHOICES[1] ?? []),
      ]);
      for (const answer of answers) expect(['200', '201']).toContain(outcome(answer));
      const live = await liveRoles(vlUserId);
      expect([sorted(CHOICES[0]), sorted(CHOICES[1])]).toContainEqual(live);
    }
    await expectWholeLedger(one);
  });

  test('removing and adding the same person at once comes to one or the other', async () => {
    const [one, other, [licenseId = '']] = await twoAdministrators(muniment, organization, 1);
    const colleague = await organization.colleague(one);
    const { vlUserId } = colleague;
    for (let round = 0; round < 20; round += 1) {
      await setRoles(one, vlUserId, licenseId, ['licensing-info-viewer']);
      const [removed, added] = await Promise.all([
        one.api.send('DELETE', `/v1/vl-users/${vlUserId}`),
        setRoles(other, vlUserId, licenseId, ['benefits-reader']),
      ]);
      expect([outcome(removed), outcome(added)]).toEqual(['204', '201']);
      expect([[], ['benefits-reader']]).toContainEqual(await liveRoles(vlUserId));
    }
    await expectWholeLedger(one);
  });

  test('S9 adding the same new person at once makes one VL user with one invitation', async () => {
    const [one, other, [first = '', second = '']] = await twoAdministrators(muniment, organization, 2);
    for (let round = 0; round < 20; round += 1) {
      const email = organization.newEmail('vera');
      const add = (admin: Member, licenseId: string) =>
        admin.api.call(changeAssignments, {
          body: {
            assignments: [
              { user: { signInEmail: email, displayName: 'Vera' }, licenseId, roles: ['benefits-reader'] },
            ],
          },
        });
      const answers = await Promise.all([add(one, first), add(other, round % 2 === 0 ? second : first)]);
      expect(answers.map(outcome).toSorted()).toEqual(round % 2 === 0 ? ['201', '201'] : ['200', '201']);
      const { rows } = await sql<{ users: number; open: number; grants: number }>`
        select count(*) as users,
          sum((select count(*) from invitation i where i.vl_user_id = u.id and i.state = 'open')) as open,
          sum((select count(*) from role_grant g where g.vl_user_id = u.id and g.closed_by is null)) as grants
        from vl_user u where u.sign_in_email = ${email}
      `.execute(muniment.db);
      expect(rows.map((row) => [row.users, Number(row.open), Number(row.grants)])).toEqual([
        [1, 1, round % 2 === 0 ? 2 : 1],
      ]);
    }
  });
});

test('50 changes of many overlapping license IDs and people, in any order, all go through: nothing deadlocks', async () => {
  const [one, other, licenseIds] = await twoAdministrators(muniment, organization, 20);
  const people = await Promise.all(Array.from({ length: 5 }, () => organization.colleague(one)));
  const fresh = Array.from({ length: 5 }, () => organization.newEmail('fresh'));
  const random = seeded(20_260_731);
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ item }) => item);
  const changes = Array.from({ length: 50 }, () => {
    const users = shuffled([
      ...people.map(({ vlUserId }) => ({ vlUserId })),
      ...fresh.map((signInEmail) => ({ signInEmail, displayName: 'Fresh' })),
    ]).slice(0, 4);
    const assignments = shuffled(licenseIds)
      .slice(0, 10)
      .flatMap((licenseId) => users.map((user) => ({ user, licenseId, roles: shuffled(ROLES).slice(0, 2) })))
      // Only readers come and go, so that no change is refused for the last administrator; and no Invoice Reader, which
      // the bill-to contact alone may give (R9).
      .map((pair) => ({
        ...pair,
        roles: pair.roles.filter((role) => role !== 'administrator' && role !== 'invoice-reader'),
      }));
    return shuffled(assignments);
  });
  const answers = await inParallel(changes, 50, (assignments, index) =>
    (index % 2 === 0 ? one : other).api.call(changeAssignments, { body: { assignments } }),
  );
  expect(Object.keys(tally(answers.map(outcome))).filter((one) => one !== '200')).toEqual(['201']);
  await expectWholeLedger(one);
});

function sorted(roles: readonly Role[] | undefined): Role[] {
  return ROLES.filter((role) => roles?.includes(role));
}

/** Mulberry32: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
