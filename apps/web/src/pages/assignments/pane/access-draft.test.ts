import type { LicenseAccess } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { describe, expect, test } from 'vitest';
import {
  type AccessDraft,
  type AccessState,
  changedLicenseIds,
  countChanges,
  leavesNothing,
  rebase,
  requestOf,
  wantAgain,
  wantRoles,
} from './access-draft.ts';

function license(
  licenseId: string,
  assigned: Role[],
  inherited: Role[] = [],
  failed: Role[] = [],
): LicenseAccess {
  const role = (origin: 'assigned' | 'inherited') => (id: Role) => ({
    role: id,
    origin,
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: null,
    status: failed.includes(id) ? ('failed' as const) : ('active' as const),
  });
  return {
    licenseId,
    name: `Contract ${licenseId}`,
    agreementNumber: null,
    agreementName: null,
    administrators: { reachable: 2, pending: 0 },
    assignableRoles: ['administrator'],
    roles: [...assigned.map(role('assigned')), ...inherited.map(role('inherited'))],
  };
}

function state(...licenses: LicenseAccess[]): AccessState {
  return { licenses, etag: `"${licenses.length}"` };
}

function draftOf(base: AccessState, wanted: Record<string, Role[]>): AccessDraft {
  let draft: AccessDraft | null = null;
  for (const [licenseId, roles] of Object.entries(wanted)) draft = wantRoles(draft, base, licenseId, roles);
  if (draft === null) throw new Error('Nothing is edited.');
  return draft;
}

describe('editing', () => {
  test('going back to the roles held leaves no edit behind', () => {
    const base = state(license('A', ['benefits-reader']));
    const draft = wantRoles(null, base, 'A', ['benefits-reader', 'administrator']);
    expect(draft?.wanted.get('A')).toEqual(['administrator', 'benefits-reader']);
    expect(wantRoles(draft, base, 'A', ['benefits-reader'])).toBeNull();
  });

  test('an inherited role is neither asked for nor removed (I3)', () => {
    const base = state(license('A', ['benefits-reader'], ['administrator']));
    const draft = draftOf(base, { A: ['administrator'] });
    expect(requestOf(draft, 'someone', true).assignments).toEqual([
      { user: { vlUserId: 'someone' }, licenseId: 'A', roles: [] },
    ]);
  });

  test('counts each role that is added or removed', () => {
    const base = state(license('A', ['administrator', 'benefits-reader']), license('B', []));
    const draft = draftOf(base, {
      A: ['benefits-reader', 'product-keys-reader'],
      B: ['product-download-manager'],
    });
    expect(countChanges(draft)).toBe(3);
  });

  test('a person with an inherited role stays, one without any role left goes', () => {
    const base = state(license('A', ['benefits-reader']), license('B', [], ['administrator']));
    expect(leavesNothing(draftOf(base, { A: [] }))).toBe(false);
    const alone = state(license('A', ['benefits-reader']));
    expect(leavesNothing(draftOf(alone, { A: [] }))).toBe(true);
  });
});

describe('somebody else saved meanwhile', () => {
  const base = state(
    license('A', ['benefits-reader', 'product-keys-reader']),
    license('B', ['administrator']),
  );
  const draft = draftOf(base, { A: ['benefits-reader', 'administrator'] });

  test('only license IDs whose roles differ count as changed', () => {
    expect(changedLicenseIds(base, { ...base, etag: '"newer"' })).toEqual([]);
    expect(changedLicenseIds(base, state(license('A', ['benefits-reader', 'product-keys-reader'])))).toEqual([
      'B',
    ]);
  });

  test('my edits on top keep what they added besides, and what I removed stays removed', () => {
    const newer = state(license('A', ['benefits-reader', 'product-keys-reader', 'product-download-manager']));
    expect(rebase(draft, newer)?.wanted.get('A')).toEqual([
      'administrator',
      'product-download-manager',
      'benefits-reader',
    ]);
    expect(rebase(draft, newer)?.base).toBe(newer);
  });

  test('nothing is left to save where they did the same', () => {
    expect(rebase(draft, state(license('A', ['administrator', 'benefits-reader'])))).toBeNull();
  });

  test('a role that they removed does not come back by an edit that did not touch it', () => {
    const newer = state(license('A', ['product-keys-reader']));
    expect(rebase(draft, newer)?.wanted.get('A')).toEqual(['administrator']);
  });
});

describe('M2 what failed', () => {
  const base = state(
    license('A', ['benefits-reader', 'product-keys-reader'], [], ['product-keys-reader']),
    license('B', ['administrator']),
  );

  test('is wanted again with the same roles, and counts as added', () => {
    const draft = wantAgain(null, base);
    expect(draft && [...draft.wanted]).toEqual([['A', ['product-keys-reader', 'benefits-reader']]]);
    expect(draft && countChanges(draft)).toBe(1);
    expect(wantAgain(null, state(license('B', ['administrator'])))).toBeNull();
  });

  test('can be taken away instead, and leaves other edits as they are', () => {
    const draft = draftOf(base, { A: ['benefits-reader'] });
    expect(countChanges(draft)).toBe(1);
    expect(wantAgain(draft, base)?.wanted.get('A')).toEqual(['benefits-reader']);
  });

  test('stays wanted on top of a newer state in which it still fails, and not where it no longer does', () => {
    const draft = wantAgain(null, base);
    if (draft === null) throw new Error('Nothing is wanted again.');
    const still = state(
      license('A', ['benefits-reader', 'product-keys-reader'], [], ['product-keys-reader']),
    );
    expect(rebase(draft, still)?.wanted.has('A')).toBe(true);
    expect(rebase(draft, state(license('A', ['benefits-reader', 'product-keys-reader'])))).toBeNull();
  });
});
