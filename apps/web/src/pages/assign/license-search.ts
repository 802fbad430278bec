import type { License } from '@muniment/contract/licenses.ts';

/**
 * Filters license IDs by a text: every word of it in the license ID, name, program or agreement. Digits match
 * whether they are written in groups or not.
 */
export function searchLicenses(licenses: readonly License[], text: string): readonly License[] {
  const words = normalize(text).split(' ').filter(Boolean);
  if (words.length === 0) return licenses;
  const inOnePiece = words.join('');
  return licenses.filter((license) => {
    if (license.licenseId.toLowerCase().includes(inOnePiece)) return true;
    const { licenseId, name, program, agreementNumber } = license;
    const searched = normalize(`${licenseId} ${name} ${program} ${agreementNumber ?? ''}`);
    return words.every((word) => searched.includes(word));
  });
}

function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
