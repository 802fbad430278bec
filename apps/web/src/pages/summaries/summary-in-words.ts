import type { LicenseSummary } from '@muniment/contract/license-summaries.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import type { Messages } from '../../messages/messages.tsx';

const NAMED = 3;

/** "7204 1183 and 7204 1184", "7204 1183, 7204 1184, 7204 1185 and 12 more". */
export function licensesInWords(
  { licenseIds, openLicenseCount }: Pick<LicenseSummary, 'licenseIds' | 'openLicenseCount'>,
  { t, formatList }: Messages,
): string {
  const named = licenseIds.slice(0, NAMED).map(formatLicenseId);
  const count = openLicenseCount - named.length;
  if (count <= 0) return formatList(named);
  return t('summaries.licenses.more', { licenseIds: named.join(', '), count });
}
