import type { Role } from '@muniment/domain/roles.ts';
import { expect, test } from 'vitest';
import { type DraftLicense, type DraftPerson, NOTHING_HELD } from './draft.ts';
import { copyAssignments, copyRoles, pasteRoles, pasteTargets } from './role-clipboard.ts';

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
  const pasted = pasteRoles(licenses, new Set(['3']), copied);
  expect(pasted.map(({ roles }) => roles)).toEqual([
    ['product-keys-reader', 'administrator'],
    ['benefits-reader'],
    ['administrator', 'product-keys-reader'],
  ]);
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
  const { licenses } = copyAssignments(from, to, NOTHING_HELD);
  expect(licenses.map(({ licenseId, roles, held }) => [licenseId, roles, held])).toEqual([
    ['9', ['administrator'], []],
    ['1', ['administrator'], ['benefits-reader']],
    ['2', ['benefits-reader'], []],
  ]);
});
