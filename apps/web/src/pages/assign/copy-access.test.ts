import { ROLES, type Role } from '@muniment/domain/roles.ts';
import { expect, test } from 'vitest';
import { type CopiedAccess, giveCopied, leftOutByCopy } from './copy-access.ts';
import { type DraftPerson, NOTHING_HELD } from './draft.ts';

const jonas: DraftPerson = {
  id: 'jonas',
  vlUserId: 'jonas',
  signInEmail: 'jonas@fennimore.example',
  displayName: 'Jonas Petrov',
  businessEmail: 'jonas@fennimore.example',
  savedBusinessEmail: 'jonas@fennimore.example',
  isExternal: false,
  etag: '"1"',
  licenses: [],
};
const withoutBills = () => ROLES.filter((role) => role !== 'invoice-reader');
const from = (roles: Role[], periods: CopiedAccess['periods'] = {}): CopiedAccess[] => [
  { licenseId: '72041183', name: 'Group', roles, periods },
];
const rolesOf = ({ licenses }: DraftPerson) => licenses.map(({ roles }) => roles);

test('S3 somebody gets what another person has beside what they hold, and loses nothing', () => {
  const held = new Map<string, Role[]>([['72041183', ['benefits-reader']]]);
  const copied = giveCopied(jonas, { etag: '"2"', roles: held }, from(['administrator']), withoutBills);
  expect(rolesOf(copied)).toEqual([['administrator', 'benefits-reader']]);
  expect(copied.licenses[0]?.held).toEqual(['benefits-reader']);
  expect(copied.etag).toBe('"2"');
});

test('R9 I3 what may not be given, or is inherited there, is left out and told', () => {
  const copied = from(['administrator', 'invoice-reader', 'benefits-reader']);
  const inheritedFrom = new Map([['72041183', 'MA-1']]);
  const given = giveCopied(jonas, { etag: null, roles: new Map(), inheritedFrom }, copied, withoutBills);
  expect(rolesOf(given)).toEqual([['benefits-reader']]);
  expect(leftOutByCopy(copied, withoutBills)).toEqual({
    roles: ['invoice-reader'],
    licenseIds: ['72041183'],
  });
});

test('B6 roles that end are copied with their end', () => {
  const period = { startsAt: null, endsAt: '2026-12-31T23:00:00.000Z' };
  const given = giveCopied(
    jonas,
    NOTHING_HELD,
    from(['benefits-reader', 'administrator'], { 'benefits-reader': period }),
    withoutBills,
  );
  expect(given.licenses[0]?.periods).toEqual({ 'benefits-reader': period });
});
