import { describe, expect, test } from 'vitest';
import type { DraftPerson } from './draft.ts';
import { addIdentity, checkEntry, fromDirectory, fromEntry, userChanges } from './users-draft.ts';

const lea = { signInEmail: 'lea@ledgerway.example', displayName: 'Lea Tanaka', businessEmail: '' };

describe('S1: someone entered by their sign-in e-mail', () => {
  test.each([
    [lea, {}],
    [{ ...lea, signInEmail: 'lea@' }, { signInEmail: 'email' }],
    [{ ...lea, signInEmail: `${'a'.repeat(300)}@x.example` }, { signInEmail: 'email' }],
    [{ ...lea, displayName: '  ' }, { displayName: 'name' }],
    [{ ...lea, displayName: 'a'.repeat(201) }, { displayName: 'nameTooLong' }],
    [{ ...lea, businessEmail: 'not one' }, { businessEmail: 'email' }],
    [{ ...lea, businessEmail: ' ap@fennimore.example ' }, {}],
  ])('%o is checked as the server would', (entry, errors) => {
    expect(checkEntry(entry)).toEqual(errors);
  });

  test('S10: without a business e-mail mail goes to the sign-in e-mail', () => {
    expect(fromEntry(lea, true)).toMatchObject({
      businessEmail: 'lea@ledgerway.example',
      isExternal: true,
      vlUserId: null,
    });
  });
});

describe('somebody who is in the list already', () => {
  const first = fromEntry(lea, true);

  test('stays one entry, in whatever spelling the address comes', () => {
    const { list, merged } = addIdentity(
      [first],
      fromEntry({ ...lea, signInEmail: 'LEA@Ledgerway.example' }, true),
    );
    expect(list).toEqual([first]);
    expect(merged).toBe(first);
  });

  test('takes over the business e-mail that comes with the second entry', () => {
    const { list } = addIdentity([first], fromEntry(lea, true), 'ap@fennimore.example');
    expect(list).toEqual([{ ...first, businessEmail: 'ap@fennimore.example' }]);
  });

  test('who is not there is added, and nothing is said of merging', () => {
    expect(addIdentity([], first)).toEqual({ list: [first], merged: null });
  });
});

test('the review says who is added, edited, removed with how many license IDs, and who stays', () => {
  const account = (id: string) =>
    fromDirectory({
      vlUserId: id,
      displayName: id,
      signInEmail: `${id}@harbour-line.example`,
      businessEmail: `${id}@harbour-line.example`,
      external: false,
    });
  const license = { licenseId: '1', name: 'One', roles: [], held: [] };
  const before: DraftPerson[] = ['stays', 'edited', 'removed'].map((id) => ({
    ...account(id),
    etag: null,
    licenses: [license],
  }));
  const after = [
    account('stays'),
    { ...account('edited'), businessEmail: 'team@harbour-line.example' },
    account('added'),
  ];
  expect(
    userChanges(before, after).map(({ kind, identity, licenseIds }) => [kind, identity.id, licenseIds]),
  ).toEqual([
    ['edited', 'edited', 0],
    ['added', 'added', 0],
    ['removed', 'removed', 1],
    ['none', 'stays', 0],
  ]);
});
