import { ProblemError } from '@muniment/contract/client.ts';
import type { ProblemId } from '@muniment/contract/problems.ts';
import type { MessageId } from './en.ts';

const TEXTS: Partial<Record<ProblemId, MessageId>> = {
  'invalid-request': 'problem.invalid-request',
  'organization-required': 'problem.organization-required',
  'not-signed-in': 'problem.not-signed-in',
  'not-found': 'problem.not-found',
  'license-id-not-found': 'problem.license-id-not-found',
  'vl-user-not-found': 'problem.vl-user-not-found',
  'stale-version': 'problem.stale-version',
  'payload-too-large': 'problem.payload-too-large',
  'too-many-requests': 'problem.too-many-requests',
  'internal-error': 'problem.internal-error',
  unavailable: 'problem.unavailable',
};

/**
 * The message that says to a person what the server refused with, where a page has no words of its own for it.
 *
 * The texts in a problem itself are in English, for those who write programs: they are shown to nobody.
 */
export function problemText(error: unknown): MessageId {
  if (!(error instanceof ProblemError)) return 'problem.other';
  const known = error.id === null ? undefined : TEXTS[error.id];
  return known ?? (error.status >= 500 ? 'problem.internal-error' : 'problem.other');
}
