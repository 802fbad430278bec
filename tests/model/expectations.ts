import type { ProblemId } from '@muniment/contract/problems.ts';
import type { InvitationRefusal } from '@muniment/domain/invitation.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { ApiAnswer } from '../support/api.ts';

/** What the API must answer: done, or the id of a problem. */
type Expected = 'done' | ProblemId;

export function problemOf(refusal: InvitationRefusal): ProblemId {
  if (refusal === 'stale-version') return 'offer-changed';
  return refusal === 'resent-too-soon' ? 'too-many-requests' : refusal;
}

export function expectAnswer(answer: ApiAnswer<unknown>, expected: Expected): void {
  const actual: Expected = answer.problemId ?? 'done';
  if (actual !== expected) throw new Error(`The model expects ${expected}, the API answers ${answer.text}`);
}

export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: the API says\n${one}\nand the model\n${other}`);
}

/** Sorted, so that two sets of roles can be compared as text. */
export function inOrder(roles: Iterable<Role>): Role[] {
  return [...roles].toSorted();
}
