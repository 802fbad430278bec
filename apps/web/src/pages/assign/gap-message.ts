import { ASSIGNMENTS_MAX } from '@muniment/contract/assignment-changes.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import type { Messages } from '../../messages/messages.tsx';
import type { DraftGap } from './draft-gaps.ts';

const NAMED_MAX = 5;

/** Says what a draft lacks and what to do. */
export function gapMessage(gap: DraftGap, { t, formatList }: Messages): string {
  switch (gap.kind) {
    case 'nobody':
      return t('assign.gap.nobody');
    case 'too-many':
      return t('assign.gap.tooMany', { pairs: gap.pairs, max: ASSIGNMENTS_MAX });
    case 'without-license-ids':
      return t('assign.gap.licenseIds', { name: gap.person.displayName, others: gap.others });
    case 'without-roles': {
      const { person, others } = gap;
      const values = {
        name: person.displayName,
        licenseIds: nameLicenseIds(gap.licenseIds, { t, formatList }),
        count: gap.licenseIds.length,
        others,
      };
      return t(others === 0 ? 'assign.gap.roles' : 'assign.gap.rolesMore', values);
    }
  }
}

/** Names license IDs in a sentence: the first few, and how many more. */
export function nameLicenseIds(
  licenseIds: readonly string[],
  { t, formatList }: Pick<Messages, 't' | 'formatList'>,
): string {
  const more = licenseIds.length - NAMED_MAX;
  const named = licenseIds.slice(0, NAMED_MAX).map(formatLicenseId);
  return formatList(more > 0 ? [...named, t('assign.gap.andMore', { count: more })] : named);
}
