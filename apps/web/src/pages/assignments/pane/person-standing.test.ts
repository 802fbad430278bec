import type { LicenseAccess } from '@muniment/contract/vl-users.ts';
import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { expect, test } from 'vitest';
import { failedLicenses, standingOf } from './person-standing.ts';

function license(licenseId: string, ...standings: VlUserStatus[]): LicenseAccess {
  return {
    licenseId,
    name: licenseId,
    agreementNumber: null,
    agreementName: null,
    administrators: { reachable: 2, pending: 0 },
    assignableRoles: [],
    roles: standings.map((status) => ({
      role: 'benefits-reader',
      origin: 'assigned',
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: null,
      status,
    })),
  };
}

test('M2 a license ID says how it stands only where the person does not say it for all', () => {
  const [good, bad] = [license('A', 'active'), license('B', 'active', 'failed')];
  expect([good, bad].map((each) => standingOf(each, [good, bad]))).toEqual([null, 'failed']);
  const pending = [license('A', 'invitation-sent'), license('B', 'invitation-sent')];
  expect(pending.map((each) => standingOf(each, pending))).toEqual([null, null]);
  expect(failedLicenses({ licenses: [good, bad] })).toEqual([bad]);
});
