const EIGHT_DIGITS = /^\d{8}$/;

/** The groups in which people read a license ID: "72041183" in two of four. Other forms are one group. */
export function licenseIdGroups(licenseId: string): string[] {
  return EIGHT_DIGITS.test(licenseId) ? [licenseId.slice(0, 4), licenseId.slice(4)] : [licenseId];
}

/**
 * A license ID as it is printed within a text: "7204 1183", never broken over two lines.
 *
 * Where it stands alone use the component `LicenseId`, which copies without the space.
 */
export function formatLicenseId(licenseId: string): string {
  return licenseIdGroups(licenseId).join('\u00a0');
}
