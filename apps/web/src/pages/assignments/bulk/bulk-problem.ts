import { ProblemError } from '@muniment/contract/client.ts';
import { ServerNotReached } from '../../../api/client.ts';
import { licenseIdsInWords } from '../../../changes/license-ids-in-words.ts';
import type { Messages } from '../../../messages/messages.tsx';
import { problemText } from '../../../messages/problem-text.ts';

/** Why a bulk change was not saved, as a sentence. */
export function bulkProblem(error: unknown, messages: Messages): string {
  const { t } = messages;
  if (error instanceof ServerNotReached) return t('bulk.notAnswered');
  if (!(error instanceof ProblemError)) return t('problem.other');
  const licenseIds = licenseIdsInWords(error.body.licenseIds ?? [], messages);
  switch (error.id) {
    case 'last-administrator':
      return t('bulk.problem.last-administrator', { licenseIds });
    case 'assignment-in-progress':
      return t('bulk.problem.assignment-in-progress');
    case 'vl-user-not-found':
      return t('bulk.problem.gone');
    case 'license-id-not-found':
      return licenseIds === '' ? t(problemText(error)) : t('bulk.problem.licenseIds', { licenseIds });
    default:
      return t(problemText(error));
  }
}
