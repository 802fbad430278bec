import { expect, test } from 'vitest';
import { formatLicenseId } from './license-id.ts';

test.each([
  ['72041183', '7204 1183'],
  ['V7204118', 'V7204118'],
  ['720411', '720411'],
  ['7204118312', '7204118312'],
])('license ID %s prints as %s', (licenseId, printed) => {
  expect(formatLicenseId(licenseId)).toBe(printed);
});
