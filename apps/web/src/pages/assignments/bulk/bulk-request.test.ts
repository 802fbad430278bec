import { expect, test } from 'vitest';
import { type BulkChoice, missingIn, NO_CHOICE, requestOf } from './bulk-request.ts';

const people = { vlUserIds: ['0190a1b2-0000-7000-8000-000000000001'] };
const choice: BulkChoice = {
  ...NO_CHOICE,
  roles: ['benefits-reader'],
  licenseIds: new Set(['72041183']),
  reason: ' Move to Utrecht ',
};

test('roles are added on chosen license IDs, with the reason', () => {
  expect(requestOf('add-roles', people, 1, choice)).toEqual({
    people,
    add: { roles: ['benefits-reader'], licenseIds: ['72041183'] },
    reason: 'Move to Utrecht',
  });
});

test('roles are removed everywhere, or on chosen license IDs alone', () => {
  expect(requestOf('remove-roles', people, 1, choice).remove).toEqual({ roles: ['benefits-reader'] });
  expect(requestOf('remove-roles', people, 1, { ...choice, isEverywhere: false }).remove).toEqual({
    roles: ['benefits-reader'],
    licenseIds: ['72041183'],
  });
});

test('a change of all who match says how many are meant, so that it is refused for other numbers', () => {
  const matching = { matching: { status: ['failed' as const] } };
  expect(requestOf('remove-people', matching, 2_041, NO_CHOICE)).toEqual({
    people: matching,
    expectedPeople: 2_041,
    removePeople: true,
  });
});

test.each([
  ['add-roles', NO_CHOICE, 'roles'],
  ['add-roles', { ...NO_CHOICE, roles: choice.roles }, 'licenses'],
  ['add-roles', choice, null],
  ['remove-roles', { ...NO_CHOICE, roles: choice.roles }, null],
  ['remove-roles', { ...NO_CHOICE, roles: choice.roles, isEverywhere: false }, 'licenses'],
  ['remove-people', NO_CHOICE, null],
] as const)('%s of a choice lacks what it lacks', (act, chosen, missing) => {
  expect(missingIn(act, chosen)).toBe(missing);
});
