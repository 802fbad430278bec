import { formatLicenseId } from '../messages/license-id.ts';
import type { Messages } from '../messages/messages.tsx';

const NAMED = 3;

/** License IDs in a sentence: "7204 1183, 8810 2207 and 9031 5520"; of more than four the first three and a count. */
export function licenseIdsInWords(licenseIds: readonly string[], { t, formatList }: Messages): string {
  if (licenseIds.length <= NAMED + 1) return formatList(licenseIds.map(formatLicenseId));
  const first = formatList(licenseIds.slice(0, NAMED).map(formatLicenseId), 'unit');
  return t('check.licenseIds.more', { first, count: licenseIds.length - NAMED });
}
