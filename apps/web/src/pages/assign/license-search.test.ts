import type { License } from '@muniment/contract/licenses.ts';
import { expect, test } from 'vitest';
import { searchLicenses } from './license-search.ts';

const license = (licenseId: string, name: string, agreementNumber: string | null = null): License => ({
  id: licenseId,
  licenseId,
  name,
  program: 'Enterprise',
  parentProgram: null,
  agreementNumber,
  startDate: '2026-01-01',
  endDate: '2028-12-31',
  status: 'active',
  city: null,
  country: 'NO',
  organizationName: 'Fennimore Rail Group',
  roles: ['administrator'],
  administrators: { reachable: 1, pending: 0 },
  assignableRoles: ['administrator'],
});

const LICENSES = [
  license('72041183', 'Group enterprise 2026', 'MA-30418'),
  license('55120066', 'Ticketing platform'),
];

test.each([
  ['', 2],
  ['7204 1183', 1],
  ['7204\u00a01183', 1],
  ['72041183', 1],
  ['041183', 1],
  ['TICKET', 1],
  ['platform ticketing', 1],
  ['ma-30418 enterprise', 1],
  ['enterprise', 2],
  ['nothing', 0],
])('"%s" finds %i', (text, count) => {
  expect(searchLicenses(LICENSES, text)).toHaveLength(count);
});
