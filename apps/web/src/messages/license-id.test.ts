import { expect, test } from 'vitest';
import { formatLicenseId } from './license-id.ts';

test.each([
  ['72041183', '7204\u00a01183'],
  ['7204118', '7204118'],
  ['AB-1183-X', 'AB-1183-X'],
])('the license ID %s is printed as "%s"', (licenseId, printed) => {
  expect(formatLicenseId(licenseId)).toBe(printed);
});
