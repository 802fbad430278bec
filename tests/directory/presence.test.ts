import { checkAccess } from '@muniment/contract/access.ts';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getDirectory, putDirectory } from '@muniment/contract/directory.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { listLicenses } from '@muniment/contract/licenses.ts';
import { getMe } from '@muniment/contract/people.ts';
import { editVlUser, listVlUsers } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { connectDirectory, type Directory } from './scim-client.ts';

let muniment: Muniment;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());

interface Scene {
  readonly organization: Organization;
  readonly directory: Directory;
  readonly admin: Member;
  readonly colleague: Member;
  readonly adminAccount: string;
  readonly colleagueAccount: string;
}

/** An administrator and a colleague, both with accounts in a directory. */
async function scene({ enforced = true } = {}): Promise<Scene> {
  const organization = await (await muniment.newPartner()).organization();
  const directory = await connectDirectory(muniment, organization.number);
  const admin = await organization.administrator();
  const colleague = await organization.colleague(admin, { roles: ['licensing-info-viewer'] });
  const { id: adminAccount } = await directory.create(admin.email, { displayName: 'Anna Administrator' });
  const { id: colleagueAccount } = await directory.create(colleague.email, { displayName: 'Cleo Colleague' });
  if (enforced) await enforce(organization, true);
  return { organization, directory, admin, colleague, adminAccount, colleagueAccount };
}

function enforce({ number }: Organization, enforced: boolean) {
  return muniment.publisher.call(putDirectory, { params: { number }, body: { enforced } });
}

async function rowOf(admin: Member, email: string) {
  const { items } = (await admin.api.call(listVlUsers, { query: { q: email } })).body;
  return items.find(({ signInEmail }) => signInEmail === email);
}

async function statusOf(admin: Member, email: string) {
  return (await rowOf(admin, email))?.status;
}

async function eventsOf(admin: Member) {
  const { items } = (await admin.api.call(listLedger, { query: { limit: 50 } })).body;
  return items.filter(({ event }) => event.startsWith('directory.'));
}

describe('M6 an account that is disabled', () => {
  test('M6 disabled by SCIM: the next request by session and by token is refused, and the person is User not found', async () => {
    const { directory, admin, colleague, colleagueAccount } = await scene();
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
    const { organization, directory, admin, colleague, colleagueAccount } = await scene();
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
    const { directory, admin, adminAccount } = await scene();
    await directory.disable(adminAccount);
    const answer = await admin.api.call(listVlUsers, {});
    expect(answer).toMatchObject({ status: 404, problemId: 'not-found' });
  });

  test('M6 periods of absence that ended are never rewritten', async () => {
    const { directory, colleague, colleagueAccount } = await scene();
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
    const { organization, directory, admin, colleague, colleagueAccount } = await scene();
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
    const { directory } = await scene({ enforced: false });
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
    expect((await enforce(organization, true)).body).toEqual({ enforced: true, ...expected });
    expect(await admin.api.call(listLicenses, {})).toMatchObject({ status: 404 });
    expect((await colleague.api.call(listLicenses, {})).body.items).toHaveLength(1);

    expect((await enforce(organization, false)).body.enforced).toBe(false);
    expect((await admin.api.call(listLicenses, {})).body.items).toHaveLength(1);
  });

  test('M6 where it is not enforced, disabling an account changes nobody', async () => {
    const { directory, organization, admin, colleague, colleagueAccount } = await scene({ enforced: false });
    await directory.disable(colleagueAccount);
    expect(await statusOf(admin, colleague.email)).toBe('active');
    expect((await colleague.api.call(listLicenses, {})).body.items).toHaveLength(1);
    await enforce(organization, true);
    expect(await statusOf(admin, colleague.email)).toBe('user-not-found');
  });

  test('M6 a person who is added before their account exists is User not found until it comes', async () => {
    const { directory, organization, admin } = await scene();
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
    const { directory, organization, admin, colleague, colleagueAccount } = await scene();
    await directory.remove(colleagueAccount);
    await enforce(organization, false);
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
    await enforce(organization, true);
    expect(await statusOf(admin, colleague.email)).toBe('user-not-found');
  });
});

describe('names and addresses come from the directory', () => {
  test('S10 the display name of the account wins when it is linked and when it changes', async () => {
    const { directory, admin, colleague, colleagueAccount } = await scene({ enforced: false });
    expect((await rowOf(admin, colleague.email))?.displayName).toBe('Cleo Colleague');
    await directory.patch(colleagueAccount, { op: 'replace', path: 'displayName', value: 'Cleo Newname' });
    expect((await rowOf(admin, colleague.email))?.displayName).toBe('Cleo Newname');
    const edited = await admin.api.call(editVlUser, {
      params: { vlUserId: colleague.vlUserId },
      body: { displayName: 'Somebody Else' },
    });
    expect(edited).toMatchObject({ status: 400, problemId: 'invalid-request' });
    expect(edited.problem.errors?.[0]?.pointer).toBe('/displayName');
    const business = await admin.api.call(editVlUser, {
      params: { vlUserId: colleague.vlUserId },
      body: { businessEmail: 'team@cleo.example', displayName: 'Cleo Newname' },
    });
    expect(business.body).toMatchObject({ businessEmail: 'team@cleo.example', displayName: 'Cleo Newname' });
  });

  test('S10 whoever is in the directory is assigned without a name, in a dry run too', async () => {
    const { directory, organization, admin } = await scene();
    const email = organization.newEmail('dora');
    await directory.create(email, { name: { givenName: 'Dora', familyName: 'Directory' } });
    for (const dryRun of [true, false]) {
      const answer = await admin.api.call(changeAssignments, {
        body: {
          dryRun,
          assignments: [
            {
              user: { signInEmail: email.toUpperCase() },
              licenseId: admin.licenseId,
              roles: ['benefits-reader'],
            },
          ],
        },
      });
      expect(answer.text).toContain('Dora Directory');
    }
    const unknown = await admin.api.call(changeAssignments, {
      body: {
        assignments: [
          {
            user: { signInEmail: organization.newEmail() },
            licenseId: admin.licenseId,
            roles: ['benefits-reader'],
          },
        ],
      },
    });
    expect(unknown).toMatchObject({ status: 400, problemId: 'invalid-request' });
  });

  test('renaming a userName renames the sign-in e-mail, and the business e-mail where it was the same', async () => {
    const { directory, organization, admin, colleague, colleagueAccount } = await scene();
    const renamed = organization.newEmail('renamed');
    await directory.patch(colleagueAccount, { op: 'replace', path: 'userName', value: renamed });
    expect(await rowOf(admin, renamed)).toMatchObject({
      id: colleague.vlUserId,
      signInEmail: renamed,
      businessEmail: renamed,
      status: 'active',
    });
    await admin.api.call(editVlUser, {
      params: { vlUserId: colleague.vlUserId },
      body: { businessEmail: 'team@elsewhere.example' },
    });
    const twice = organization.newEmail('twice');
    await directory.patch(colleagueAccount, { op: 'replace', value: { userName: twice } });
    expect(await rowOf(admin, twice)).toMatchObject({ businessEmail: 'team@elsewhere.example' });
    // The old address is free: an account that gets it matches nobody.
    await directory.create(colleague.email);
    expect(await rowOf(admin, twice)).toMatchObject({ id: colleague.vlUserId, status: 'active' });
  });

  test('a VL user without an account gives way to a renamed account that gets the address', async () => {
    const { directory, organization, admin, colleague, colleagueAccount } = await scene({ enforced: false });
    const wanted = organization.newEmail('wanted');
    const typed = await organization.colleague(admin, { email: wanted, roles: ['benefits-reader'] });
    await directory.patch(colleagueAccount, { op: 'replace', path: 'userName', value: wanted });
    const { items } = (await admin.api.call(listVlUsers, { query: { q: wanted } })).body;
    expect(items.map(({ id }) => id).sort()).toEqual([colleague.vlUserId, typed.vlUserId].sort());
    // Whoever names the address from now on means the account's VL user.
    const answer = await admin.api.call(changeAssignments, {
      body: {
        assignments: [
          { user: { signInEmail: wanted }, licenseId: admin.licenseId, roles: ['product-keys-reader'] },
        ],
      },
    });
    expect(answer.status).toBe(201);
    const roles = (await admin.api.call(listVlUsers, { query: { q: wanted } })).body.items;
    expect(roles.find(({ id }) => id === colleague.vlUserId)?.roles).toEqual(['product-keys-reader']);
    expect(roles.find(({ id }) => id === typed.vlUserId)?.roles).toEqual(['benefits-reader']);
  });

  test('a VL user with an account of their own keeps the address that another account would get', async () => {
    const { directory, admin, colleague } = await scene({ enforced: false });
    const { id } = await directory.create('no-address', {
      emails: [{ value: admin.email, type: 'work', primary: true }],
    });
    expect((await rowOf(admin, admin.email))?.id).toBe(admin.vlUserId);
    await directory.patch(id, {
      op: 'replace',
      path: 'emails[type eq "work"].value',
      value: colleague.email,
    });
    expect((await rowOf(admin, colleague.email))?.id).toBe(colleague.vlUserId);
  });
});

test('B5 the ledger tells who left, returned and was renamed, by the directory, without names', async () => {
  const { directory, organization, admin, colleague, colleagueAccount } = await scene();
  await directory.disable(colleagueAccount);
  await directory.enable(colleagueAccount);
  await directory.patch(colleagueAccount, {
    op: 'replace',
    path: 'userName',
    value: organization.newEmail('newname'),
  });
  // What changes no VL user is no entry.
  await directory.patch(colleagueAccount, { op: 'replace', path: 'title', value: 'Engineer' });
  await directory.create(organization.newEmail());
  const events = await eventsOf(admin);
  expect(events.map(({ event }) => event)).toEqual([
    'directory.account-renamed',
    'directory.account-returned',
    'directory.account-left',
    'directory.account-linked',
    'directory.account-linked',
  ]);
  const licenseId = expect.any(String);
  expect(events[0]).toMatchObject({
    actor: { kind: 'directory', id: null },
    details: {
      fields: ['signInEmail', 'businessEmail'],
      people: [{ vlUserId: colleague.vlUserId, licenseId }],
    },
  });
  expect(JSON.stringify(events)).not.toContain('@');

  // Whoever has no account is told of where the directory begins to count, and where it ends to.
  await enforce(organization, false);
  const guest = await organization.colleague(admin);
  const people = [{ vlUserId: guest.vlUserId, licenseId }];
  await enforce(organization, true);
  expect((await eventsOf(admin))[0]).toMatchObject({
    event: 'directory.enforced',
    actor: { kind: 'publisher', id: null },
    details: { people },
  });
  await enforce(organization, false);
  expect((await eventsOf(admin))[0]).toMatchObject({ event: 'directory.released', details: { people } });
});

test('R9 the ledger tells nobody who does not see Invoice Reader that its holder left', async () => {
  const organization = await (await muniment.newPartner()).organization();
  const directory = await connectDirectory(muniment, organization.number);
  const bill = await organization.administrator({ billTo: true });
  const ann = await organization.colleague(bill, { roles: ['administrator'] });
  const iris = await organization.colleague(bill, { roles: ['invoice-reader'] });
  await directory.create(bill.email);
  await directory.create(ann.email);
  const { id } = await directory.create(iris.email);
  await enforce(organization, true);
  await directory.disable(id);
  const toldOfIris = async (reader: Member) =>
    (await eventsOf(reader))
      .filter((one) => JSON.stringify(one).includes(iris.vlUserId))
      .map(({ event }) => event);
  expect(await toldOfIris(bill)).toEqual(['directory.account-left', 'directory.account-linked']);
  expect(await toldOfIris(ann)).toEqual([]);
});
