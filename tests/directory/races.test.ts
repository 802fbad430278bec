import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { putDirectory } from '@muniment/contract/directory.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockDirectory } from '../../apps/server/src/features/directory/account-repository.ts';
import { outcome, setRoles, tally, twoAdministrators } from '../races/shared-licenses.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import { connectDirectory, type Directory, newUserName, USER } from './scim-client.ts';

let muniment: Muniment;
let organization: Organization;
let directory: Directory;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  directory = await connectDirectory(muniment, organization.number);
});
afterAll(() => muniment.stop());

const ROUNDS = 25;

function enforce(enforced: boolean) {
  return muniment.publisher.call(putDirectory, {
    params: { number: organization.number },
    body: { enforced },
  });
}

/** VL users whose presence is not what the directory says. */
async function contradictions(): Promise<number> {
  const { rows } = await sql<{ wrong: number }>`
    select count(*)::int as wrong
    from vl_user u
    join organization o on o.id = u.organization_id
    left join directory_account a on a.organization_id = u.organization_id and a.id = u.directory_account_id
    where u.absences @> now() <> (
      o.directory_enforced_at is not null and not coalesce(a.active and a.deleted_at is null, false)
    )
  `.execute(muniment.db);
  return rows[0]?.wrong ?? -1;
}

test('an account that is created while its VL user is added is linked to them, whoever comes first', async () => {
  const admin = await organization.administrator();
  await directory.create(admin.email);
  await enforce(true);
  for (let round = 0; round < ROUNDS; round += 1) {
    const email = organization.newEmail('race');
    const add = () =>
      admin.api.call(changeAssignments, {
        body: {
          assignments: [
            {
              user: { signInEmail: email, displayName: 'Typed Name' },
              licenseId: admin.licenseId,
              roles: ['benefits-reader'],
            },
          ],
        },
      });
    const create = () => directory.create(email, { displayName: 'Directory Name' });
    const [added, { id }] = (await Promise.all(
      round % 2 === 0 ? [add(), create()] : [create(), add()].reverse(),
    )) as [Awaited<ReturnType<typeof add>>, { id: string }];
    expect(added.status).toBe(201);
    const user = await muniment.db
      .selectFrom('vl_user')
      .select(['directory_account_id', 'display_name', 'absences'])
      .where('sign_in_email', '=', email)
      .executeTakeFirstOrThrow();
    expect(user).toMatchObject({ directory_account_id: id, display_name: 'Directory Name' });
    expect(user.absences).not.toMatch(/,\)\}$/);
  }
  expect(await contradictions()).toBe(0);
});

test('of many who create the same user name at once, one does', async () => {
  for (let round = 0; round < 5; round += 1) {
    const userName = newUserName();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => directory.send('POST', '/Users', { schemas: [USER], userName })),
    );
    expect(tally(answers.map(({ status }) => String(status)))).toEqual({ 201: 1, 409: 9 });
  }
});

test('A1 M6 a license ID loses both administrators only by the directory: once it took one, the other cannot be removed', async () => {
  await enforce(false);
  const [one, other, [licenseId = '']] = await twoAdministrators(muniment, organization, 1);
  await directory.create(one.email);
  const { id: otherAccount } = await directory.create(other.email);
  await enforce(true);
  const reachable = async () => {
    const { rows } = await sql<{ reachable: number }>`
      select c.reachable from license l cross join lateral administrator_count(l.organization_id, l.id) c
      where l.license_id = ${licenseId}
    `.execute(muniment.db);
    return rows[0]?.reachable;
  };
  const outcomes: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // The other one is disabled while they remove the first one.
    const [removed] = await Promise.all([
      setRoles(other, one.vlUserId, licenseId, []),
      directory.disable(otherAccount),
    ]);
    outcomes.push(outcome(removed));
    // Removed first: the directory left none. Disabled first: the removal was refused, and one is left.
    expect(await reachable()).toBe(removed.status === 201 ? 0 : 1);
    await directory.enable(otherAccount);
    if (removed.status === 201) await setRoles(other, one.vlUserId, licenseId, ['administrator']);
    expect(await reachable()).toBe(2);
  }
  const refused = outcomes.filter((one) => one !== '201');
  for (const one of refused) expect(['license-id-not-found', 'not-found']).toContain(one);
});

test('enforcing, releasing, disabling and adding at once leaves everybody as the directory says', async () => {
  await enforce(false);
  const admin = await organization.administrator();
  const { id } = await directory.create(admin.email);
  const answers: string[] = [];
  await Promise.all([
    (async () => {
      for (let round = 0; round < ROUNDS; round += 1)
        answers.push(String((await enforce(round % 2 === 0)).status));
    })(),
    (async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await directory.disable(id);
        await directory.enable(id);
      }
    })(),
    (async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id: brief } = await directory.create(newUserName());
        await directory.remove(brief);
      }
    })(),
    (async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const answer = await admin.api.call(changeAssignments, {
          body: {
            assignments: [
              {
                user: { signInEmail: organization.newEmail(), displayName: 'New' },
                licenseId: admin.licenseId,
                roles: ['benefits-reader'],
              },
            ],
          },
        });
        answers.push(outcome(answer));
      }
    })(),
  ]);
  for (const one of answers) expect(['200', '201', 'not-found', 'license-id-not-found']).toContain(one);
  expect(await contradictions()).toBe(0);
});

test('a directory that waits too long for a change under way is told to come again, in its own words', async () => {
  const { id } = await muniment.db
    .selectFrom('organization')
    .select('id')
    .where('number', '=', organization.number)
    .executeTakeFirstOrThrow();
  await muniment.db.transaction().execute(async (trx) => {
    await lockDirectory(trx, id);
    const answer = await directory.send('POST', '/Users', { schemas: [USER], userName: newUserName() });
    expect(answer).toMatchObject({ status: 503, body: { status: '503' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    // Reading waits for nothing.
    expect((await directory.send('GET', '/Users?count=1')).status).toBe(200);
  });
});
