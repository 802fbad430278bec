const size = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** As people say it: 5.4 GB, in powers of a thousand. */
function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${size.format(value)} ${UNITS[unit]}`;
}

/** What commands about downloads print. */
export const downloadMessages = {
  none: 'There are no such downloads.',
  notFound: (name: string, licenseId: string) => `${licenseId} offers no download ${name}`,
  notAvailable: 'not available',
  sizeText,
  exists: (file: string) => `${file} is there already, and is another file. Give another --out.`,
  unwritable: (file: string, why: string) => `${file} cannot be written: ${why}`,
  resumed: (file: string, bytes: number) => `Going on with ${file}: ${sizeText(bytes)} are there.`,
  progress: (done: number, of: number, bytesPerSecond: number) =>
    `${Math.floor((done / of) * 100)} % of ${sizeText(of)}, ${sizeText(bytesPerSecond)}/s`,
  cut: 'The download broke off',
  cutWhy: (part: string) => `What came is kept in ${part}. Type the same again to go on.`,
  wrongChecksum: 'What came is not the file',
  wrongChecksumWhy: (wanted: string, found: string) =>
    `Its SHA-256 is ${found} and should be ${wanted}. Nothing was kept.`,
  saved: (file: string, bytes: number, sha256: string) =>
    `${file}: ${sizeText(bytes)}, as it should be (SHA-256 ${sha256})`,
  already: (file: string) => `${file} is there already, as it should be.`,
};
