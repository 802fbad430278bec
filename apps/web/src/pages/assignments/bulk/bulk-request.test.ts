import { expect, test } from 'vitest';
import { type BulkChoice, missingIn, NO_CHOICE, requestAsPlanned, requestOf } from './bulk-request.ts';

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

test('B8 of all who match, exactly those are saved whom the plan named', () => {
  const matching = requestOf('add-roles', { matching: { q: 'Utrecht' } }, 2, choice);
  const licenseId = '72041183';
  const changed = {
    vlUserId: 'pia',
    signInEmail: 'pia@contoso.example',
    displayName: 'Pia Zonneveld',
    licenseId,
    licenseName: 'Contract 72041183',
    added: [...choice.roles],
    removed: [],
    rescheduled: [],
    kept: [],
  };
  const skipped = {
    vlUserId: 'quin',
    displayName: 'Quin Zuiderveld',
    licenseId,
    role: 'benefits-reader' as const,
    reason: 'held-already' as const,
  };
  const plan = { difference: [changed], skipped: [skipped, skipped] };
  expect(requestAsPlanned(matching, plan)).toEqual({
    people: { vlUserIds: ['pia', 'quin'] },
    add: matching.add,
    reason: 'Move to Utrecht',
  });
  const named = requestOf('add-roles', people, 1, choice);
  expect(requestAsPlanned(named, plan)).toBe(named);
});
