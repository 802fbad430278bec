import type { LicenseAccess } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { expect, test } from 'vitest';
import { wantedRoles } from './wanted-roles.ts';

const held = [access('A-1', ['benefits-reader', 'product-keys-reader']), access('A-2', ['administrator'])];

test('by default the roles named are all that is wanted on each license ID (S3)', () => {
  expect(wantedRoles(held, { mode: 'set', licenseIds: ['A-1', 'A-3'], roles: ['benefits-reader'] })).toEqual([
    { licenseId: 'A-1', roles: ['benefits-reader'] },
    { licenseId: 'A-3', roles: ['benefits-reader'] },
  ]);
});

test('adding keeps what is held, by name alone, so that its period stays', () => {
  const wish = { mode: 'add', roles: ['administrator'], endsAt: '2027-01-31T00:00:00.000Z' } as const;
  expect(wantedRoles(held, { ...wish, licenseIds: ['A-1', 'A-3'] })).toEqual([
    {
      licenseId: 'A-1',
      roles: [
        'benefits-reader',
        'product-keys-reader',
        { role: 'administrator', endsAt: '2027-01-31T00:00:00.000Z' },
      ],
    },
    { licenseId: 'A-3', roles: [{ role: 'administrator', endsAt: '2027-01-31T00:00:00.000Z' }] },
  ]);
});

test('adding a role that is held already names it once, with its new period', () => {
  expect(
    wantedRoles(held, { mode: 'add', licenseIds: ['A-2'], roles: ['administrator'], endsAt: null }),
  ).toEqual([{ licenseId: 'A-2', roles: [{ role: 'administrator', endsAt: null }] }]);
});

test('taking leaves the rest, and nothing where nothing was', () => {
  expect(wantedRoles(held, { mode: 'take', licenseIds: ['A-1', 'A-3'], roles: ['benefits-reader'] })).toEqual(
    [
      { licenseId: 'A-1', roles: ['product-keys-reader'] },
      { licenseId: 'A-3', roles: [] },
    ],
  );
});

test('an inherited role is never named: naming it would be refused (I3)', () => {
  const inherited = access('A-1', ['administrator'], 'inherited');
  const roles = [...inherited.roles, ...access('A-1', ['benefits-reader']).roles];
  expect(
    wantedRoles([{ ...inherited, roles }], {
      mode: 'add',
      licenseIds: ['A-1'],
      roles: ['product-keys-reader'],
    }),
  ).toEqual([{ licenseId: 'A-1', roles: ['benefits-reader', 'product-keys-reader'] }]);
});

test('what is typed twice is asked for once', () => {
  expect(
    wantedRoles([], { mode: 'set', licenseIds: ['A-1', 'A-1'], roles: ['administrator', 'administrator'] }),
  ).toEqual([{ licenseId: 'A-1', roles: ['administrator'] }]);
});

function access(
  licenseId: string,
  roles: Role[],
  origin: 'assigned' | 'inherited' = 'assigned',
): LicenseAccess {
  return {
    licenseId,
    name: `Contract ${licenseId}`,
    agreementNumber: null,
    agreementName: null,
    administrators: { reachable: 1, pending: 0 },
    assignableRoles: ['administrator'],
    roles: roles.map((role) => ({
      role,
      origin,
      startsAt: '2026-01-01T00:00:00.000Z',
      endsAt: null,
      status: 'active',
    })),
  };
}
