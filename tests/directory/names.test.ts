import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { editVlUser, listVlUsers } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { enforce, eventsOf, rowOf, scene } from './scene.ts';
import { connectDirectory } from './scim-client.ts';

let muniment: Muniment;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());

describe('names and addresses come from the directory', () => {
  test('S10 the display name of the account wins when it is linked and when it changes', async () => {
    const { directory, admin, colleague, colleagueAccount } = await scene(muniment, { enforced: false });
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
    const { directory, organization, admin } = await scene(muniment);
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
    const { directory, organization, admin, colleague, colleagueAccount } = await scene(muniment);
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
    const { directory, organization, admin, colleague, colleagueAccount } = await scene(muniment, {
      enforced: false,
    });
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
    const { directory, admin, colleague } = await scene(muniment, { enforced: false });
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
  const { directory, organization, admin, colleague, colleagueAccount } = await scene(muniment);
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
  await enforce(muniment, organization, false);
  const guest = await organization.colleague(admin);
  const people = [{ vlUserId: guest.vlUserId, licenseId }];
  await enforce(muniment, organization, true);
  expect((await eventsOf(admin))[0]).toMatchObject({
    event: 'directory.enforced',
    actor: { kind: 'publisher', id: null },
    details: { people },
  });
  await enforce(muniment, organization, false);
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
  await enforce(muniment, organization, true);
  await directory.disable(id);
  const toldOfIris = async (reader: Member) =>
    (await eventsOf(reader))
      .filter((one) => JSON.stringify(one).includes(iris.vlUserId))
      .map(({ event }) => event);
  expect(await toldOfIris(bill)).toEqual(['directory.account-left', 'directory.account-linked']);
  expect(await toldOfIris(ann)).toEqual([]);
});
