import { checkAccess } from '@muniment/contract/access.ts';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getDirectory } from '@muniment/contract/directory.ts';
import { getOverview, listLicenses } from '@muniment/contract/licenses.ts';
import { getMe } from '@muniment/contract/people.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { enforce, rowOf, scene, statusOf } from './scene.ts';
import { connectDirectory } from './scim-client.ts';

let muniment: Muniment;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());

test('the overview tells when the directory was heard of last, where there is one', async () => {
  const { admin } = await scene(muniment);
  const { directorySyncedAt } = (await admin.api.call(getOverview, {})).body;
  const age = Date.now() - new Date(directorySyncedAt ?? 0).getTime();
  expect(age).toBeGreaterThanOrEqual(0);
  expect(age).toBeLessThan(60_000);
});

describe('M6 an account that is disabled', () => {
  test('M6 disabled by SCIM: the next request by session and by token is refused, and the person is User not found', async () => {
    const { directory, admin, colleague, colleagueAccount } = await scene(muniment);
    const session = await muniment.sessionOf(colleague.email);
    expect((await session.call(listLicenses, {})).body.items).toHaveLength(1);
    expect((await colleague.api.call(listLicenses, {})).body.items).toHaveLength(1);
    expect(await statusOf(admin, colleague.email)).toBe('active');

    const mayView = async () => {
      const check = {
        signInEmail: colleague.email,
        licenseId: admin.licenseId,
        action: 'contract:view' as const,
      };
      return (await muniment.publisher.call(checkAccess, { body: { checks: [check] } })).body.results;
    };
    expect(await mayView()).toEqual([{ allowed: true }]);

    await directory.disable(colleagueAccount);

    expect(await mayView()).toEqual([{ allowed: false }]);
    expect(await session.call(listLicenses, {})).toMatchObject({ status: 404, problemId: 'not-found' });
    expect(await colleague.api.call(listLicenses, {})).toMatchObject({ status: 404, problemId: 'not-found' });
    expect((await session.call(getMe, {})).body.organizations).toEqual([]);
    expect(await statusOf(admin, colleague.email)).toBe('user-not-found');
  });

  test('M6 enabled again they have again what still stands, and what was removed meanwhile is gone', async () => {
    const { organization, directory, admin, colleague, colleagueAccount } = await scene(muniment);
    const other = await organization.license({ contact: admin.email });
    await muniment.register(admin.email);
    const give = (licenseId: string, roles: ('benefits-reader' | 'product-keys-reader')[]) =>
      admin.api.call(changeAssignments, {
        body: { assignments: [{ user: { vlUserId: colleague.vlUserId }, licenseId, roles }] },
      });
    await give(other, ['benefits-reader']);
    await directory.disable(colleagueAccount);
    await give(other, []);
    await give(admin.licenseId, ['product-keys-reader']);
    await directory.enable(colleagueAccount);
    const { items } = (await colleague.api.call(listLicenses, {})).body;
    expect(items.map(({ licenseId }) => licenseId)).toEqual([admin.licenseId]);
    expect(await rowOf(admin, colleague.email)).toMatchObject({
      status: 'active',
      roles: ['product-keys-reader'],
    });
  });

  test('M6 an administrator who is disabled administers nothing, though it leaves a license ID without one (A1)', async () => {
    const { directory, admin, adminAccount } = await scene(muniment);
    await directory.disable(adminAccount);
    const answer = await admin.api.call(listVlUsers, {});
    expect(answer).toMatchObject({ status: 404, problemId: 'not-found' });
  });

  test('M6 periods of absence that ended are never rewritten', async () => {
    const { directory, colleague, colleagueAccount } = await scene(muniment);
    const absences = async () => {
      const { absences: text } = await muniment.db
        .selectFrom('vl_user')
        .select('absences')
        .where('id', '=', colleague.vlUserId)
        .executeTakeFirstOrThrow();
      return text;
    };
    await directory.disable(colleagueAccount);
    const open = await absences();
    expect(open).toMatch(/^\{\["[^"]+",\)\}$/);
    await directory.disable(colleagueAccount);
    expect(await absences()).toBe(open);
    await directory.enable(colleagueAccount);
    const closed = await absences();
    expect(closed).toMatch(/^\{\["[^"]+","[^"]+"\)\}$/);
    await directory.disable(colleagueAccount);
    expect((await absences()).startsWith(closed.slice(0, -1))).toBe(true);
  });
});

describe('M6 an account that is deleted', () => {
  test('M6 whoever gets its address next has nothing of the leaver, who stays listed until removed', async () => {
    const { organization, directory, admin, colleague, colleagueAccount } = await scene(muniment);
    await directory.remove(colleagueAccount);
    expect(await colleague.api.call(listLicenses, {})).toMatchObject({ status: 404 });
    const { id: recreated } = await directory.create(colleague.email, { displayName: 'Nina New' });
    expect(recreated).not.toBe(colleagueAccount);
    expect(await colleague.api.call(listLicenses, {})).toMatchObject({ status: 404 });
    expect(await rowOf(admin, colleague.email)).toMatchObject({
      id: colleague.vlUserId,
      status: 'user-not-found',
      displayName: 'Cleo Colleague',
    });

    // The same address is added anew: it is another VL user, named by the directory.
    const licenseId = await organization.license({ contact: admin.email });
    await muniment.register(admin.email);
    const added = await admin.api.call(changeAssignments, {
      body: {
        assignments: [{ user: { signInEmail: colleague.email }, licenseId, roles: ['benefits-reader'] }],
      },
    });
    expect(added.status).toBe(201);
    const { items } = (await admin.api.call(listVlUsers, { query: { q: colleague.email } })).body;
    expect(
      items.map(({ id, displayName, status }) => [id === colleague.vlUserId, displayName, status]),
    ).toEqual([
      [true, 'Cleo Colleague', 'user-not-found'],
      [false, 'Nina New', 'invitation-sent'],
    ]);
    // Whoever signs in as before registers as the new one, and has what that one was given.
    await muniment.register(colleague.email);
    const session = await muniment.sessionOf(colleague.email);
    const seen = (await session.call(listLicenses, {})).body.items.map((license) => license.licenseId);
    expect(seen).toEqual([licenseId]);
    expect(await statusOf(admin, colleague.email)).toBe('user-not-found');
    expect((await admin.api.send('DELETE', `/v1/vl-users/${colleague.vlUserId}`)).status).toBe(204);
    const after = (await admin.api.call(listVlUsers, { query: { q: colleague.email } })).body.items;
    expect(after.map(({ displayName }) => displayName)).toEqual(['Nina New']);
  });

  test('M6 no personal data of a deleted account is kept', async () => {
    const { directory } = await scene(muniment, { enforced: false });
    const { id } = await directory.create('canary.person@canary.example', {
      externalId: 'canary-external',
      displayName: 'Canary Person',
      emails: [{ value: 'canary.mail@canary.example', primary: true }],
    });
    await directory.remove(id);
    const row = await muniment.db
      .selectFrom('directory_account')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row).toLowerCase()).not.toContain('canary');
  });
});

describe('enforcing', () => {
  test('M6 is previewed: who would be User not found, and which license IDs would have no administrator (A1)', async () => {
    const organization = await (await muniment.newPartner()).organization();
    const directory = await connectDirectory(muniment, organization.number);
    const admin = await organization.administrator();
    const colleague = await organization.colleague(admin);
    const params = { number: organization.number };
    await directory.create(colleague.email);
    const expected = {
      accounts: { active: 1, inactive: 0 },
      wouldBeNotFound: [
        {
          vlUserId: admin.vlUserId,
          displayName: admin.name,
          signInEmail: admin.email,
          licenseIds: [admin.licenseId],
        },
      ],
      wouldBeNotFoundTotal: 1,
      wouldHaveNoAdministrator: [admin.licenseId],
      wouldHaveNoAdministratorTotal: 1,
    };
    const preview = await muniment.publisher.call(getDirectory, { params });
    expect(preview.body).toEqual({ enforced: false, ...expected });
    expect(await statusOf(admin, colleague.email)).toBe('active');

    // It goes through all the same, and counts at once.
    expect((await enforce(muniment, organization, true)).body).toEqual({ enforced: true, ...expected });
    expect(await admin.api.call(listLicenses, {})).toMatchObject({ status: 404 });
    expect((await colleague.api.call(listLicenses, {})).body.items).toHaveLength(1);

    expect((await enforce(muniment, organization, false)).body.enforced).toBe(false);
    expect((await admin.api.call(listLicenses, {})).body.items).toHaveLength(1);
  });

  test('M6 where it is not enforced, disabling an account changes nobody', async () => {
    const { directory, organization, admin, colleague, colleagueAccount } = await scene(muniment, {
      enforced: false,
    });
    await directory.disable(colleagueAccount);
    expect(await statusOf(admin, colleague.email)).toBe('active');
    expect((await colleague.api.call(listLicenses, {})).body.items).toHaveLength(1);
    await enforce(muniment, organization, true);
    expect(await statusOf(admin, colleague.email)).toBe('user-not-found');
  });

  test('M6 a person who is added before their account exists is User not found until it comes', async () => {
    const { directory, organization, admin } = await scene(muniment);
    const email = organization.newEmail('guest');
    const added = await admin.api.call(changeAssignments, {
      body: {
        assignments: [
          {
            user: { signInEmail: email, displayName: 'Gil Guest' },
            licenseId: admin.licenseId,
            roles: ['benefits-reader'],
          },
        ],
      },
    });
    expect(added.body.emails).toMatchObject([{ kind: 'invitation' }]);
    expect(await statusOf(admin, email)).toBe('user-not-found');
    await muniment.register(email);
    expect(await statusOf(admin, email)).toBe('user-not-found');
    await directory.create(email, { displayName: 'Gilbert Guest' });
    expect(await rowOf(admin, email)).toMatchObject({ status: 'active', displayName: 'Gilbert Guest' });
  });

  test('M6 an address that was released is given back where the directory stops counting and nobody else has it', async () => {
    const { directory, organization, admin, colleague, colleagueAccount } = await scene(muniment);
    await directory.remove(colleagueAccount);
    await enforce(muniment, organization, false);
    expect(await statusOf(admin, colleague.email)).toBe('active');
    const again = await admin.api.call(changeAssignments, {
      body: {
        assignments: [
          {
            user: { signInEmail: colleague.email, displayName: 'X' },
            licenseId: admin.licenseId,
            roles: ['benefits-reader'],
          },
        ],
      },
    });
    expect(again.status).toBe(201);
    expect(await rowOf(admin, colleague.email)).toMatchObject({
      id: colleague.vlUserId,
      roles: ['benefits-reader'],
    });
    await enforce(muniment, organization, true);
    expect(await statusOf(admin, colleague.email)).toBe('user-not-found');
  });
});
