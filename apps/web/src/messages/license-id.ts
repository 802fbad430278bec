const GROUP = /\d{4}(?=\d)/g;

/**
 * A license ID as people read it: eight digits print in groups of four ("7204 1183"), others as they are.
 *
 * The API takes and gives it without the space.
 */
export function formatLicenseId(licenseId: string): string {
  return /^\d{8}$/.test(licenseId) ? licenseId.replace(GROUP, '$& ') : licenseId;
}
