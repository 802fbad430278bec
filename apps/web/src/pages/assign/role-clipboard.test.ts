import { ROLES, type Role } from '@muniment/domain/roles.ts';
import { expect, test } from 'vitest';
import { type DraftLicense, type DraftPerson, NOTHING_HELD } from './draft.ts';
import { copyAssignments, copyRoles, leftOutByPaste, pasteRoles, pasteTargets } from './role-clipboard.ts';

function license(licenseId: string, roles: Role[], held: Role[] = []): DraftLicense {
  return { licenseId, name: licenseId, roles, held };
}

function person(id: string, licenses: DraftLicense[]): DraftPerson {
  const signInEmail = `${id}@harbour-line.example`;
  const business = { businessEmail: signInEmail, savedBusinessEmail: null };
  return {
    id,
    vlUserId: null,
    signInEmail,
    displayName: id,
    ...business,
    isExternal: true,
    etag: null,
    licenses,
  };
}

test('S3: pasting gives the chosen license IDs exactly the copied roles, the others keep theirs', () => {
  const source = license('1', ['product-keys-reader', 'administrator']);
  const licenses = [source, license('2', ['benefits-reader']), license('3', [])];
  const copied = copyRoles(source);
  expect(copied).not.toBeNull();
  if (copied === null) return;
  const pasted = pasteRoles(licenses, new Set(['3']), copied, () => ROLES);
  expect(pasted.map(({ roles }) => roles)).toEqual([
    ['product-keys-reader', 'administrator'],
    ['benefits-reader'],
    ['administrator', 'product-keys-reader'],
  ]);
});

test('R9 I3: pasting leaves out what cannot be given there, and says where', () => {
  const copied = { licenseId: '1', roles: ['administrator', 'invoice-reader'] as const };
  const licenses = [
    license('2', []),
    license('3', ['benefits-reader'], ['invoice-reader']),
    { ...license('4', []), inheritedFrom: 'MA-1' },
  ];
  const everywhere = ROLES.filter((role) => role !== 'invoice-reader');
  const assignable = (licenseId: string) => (licenseId === '4' ? ROLES : everywhere);
  const targets = new Set(['2', '3', '4']);
  expect(pasteRoles(licenses, targets, copied, assignable).map(({ roles }) => roles)).toEqual([
    ['administrator'],
    ['administrator', 'invoice-reader'],
    ['invoice-reader'],
  ]);
  expect(leftOutByPaste(licenses, targets, copied, assignable)).toEqual({
    roles: ['invoice-reader'],
    licenseIds: ['2'],
  });
});

test('a row without roles has nothing to copy', () => {
  expect(copyRoles(license('1', []))).toBeNull();
});

test('Ctrl V goes to everything selected, without a selection to the row one is on', () => {
  expect([...pasteTargets(new Set(['2', '3']), '1')]).toEqual(['2', '3']);
  expect([...pasteTargets(new Set(), '1')]).toEqual(['1']);
});

test('another person gets the same license IDs with the same roles, and keeps the rest', () => {
  const from = person('amara', [license('1', ['administrator']), license('2', ['benefits-reader'])]);
  const to = person('jonas', [
    license('9', ['administrator']),
    license('1', ['benefits-reader'], ['benefits-reader']),
  ]);
  const { licenses } = copyAssignments(from, to, NOTHING_HELD, () => ROLES);
  expect(licenses.map(({ licenseId, roles, held }) => [licenseId, roles, held])).toEqual([
    ['9', ['administrator'], []],
    ['1', ['administrator'], ['benefits-reader']],
    ['2', ['benefits-reader'], []],
  ]);
});
