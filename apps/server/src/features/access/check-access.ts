import type { AccessCheck } from '@muniment/contract/access.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { type Action, ROLES_ALLOWING, type Role } from '@muniment/domain/roles.ts';
import { type Member, type PublisherActor, viewerOf } from '../../actor.ts';
import { coalesce } from '../../coalesce.ts';
import type { Database } from '../../database/connect.ts';
import { isUnavailable } from '../../http/problem-of-error.ts';
import { type Question, selectAllowed, selectBillTo } from './access-repository.ts';

const ROLES_TEXT = rolesText(() => true);
const SEEN_BY_ALL_TEXT = rolesText((role) => role !== 'invoice-reader');

function rolesText(isIncluded: (role: Role) => boolean): Record<Action, string> {
  return Object.fromEntries(
    Object.entries(ROLES_ALLOWING).map(([action, roles]) => [action, roles.filter(isIncluded).join(',')]),
  ) as Record<Action, string>;
}

export type CheckAccess = (
  actor: Member | PublisherActor,
  checks: readonly AccessCheck[],
) => Promise<boolean[]>;

/**
 * Makes the access check: requests that arrive together share one statement on live rows.
 *
 * The publisher may ask about anybody. A person may ask about themselves, and about license IDs that they
 * administer; of anything else they are told no, and so of what only a role allows that they may not see.
 *
 * @param limits Statements under way at once, and questions that share one.
 * @source B10, A9, R9, R10
 */
export function createAccessCheck(db: Database, limits = { atOnce: 1, most: 1_000 }): CheckAccess {
  const ask = coalesce<readonly Question[], boolean[]>(
    async (asked) => {
      const answers = await selectAllowed(db, asked.flat());
      let start = 0;
      return asked.map((questions) => {
        start += questions.length;
        return answers.slice(start - questions.length, start);
      });
    },
    { ...limits, weightOf: (questions) => questions.length, isCommonCause: isUnavailable },
  );

  return async (actor, checks) => {
    if (actor.kind === 'publisher') return ask(checks.map(questionOf));
    // The caller is asked about by id: the same address may be somebody else's in another organization.
    const questions = checks.map((check) =>
      isAbout(actor, check)
        ? { ...questionOf(check), vlUserId: actor.vlUserId, emailKey: null }
        : questionOf(check),
    );
    // Beside each question goes another: does the caller administer that license ID?
    const rights = checks.map(
      ({ licenseId }): Question => ({
        vlUserId: actor.vlUserId,
        emailKey: null,
        licenseId,
        roles: ROLES_TEXT['assignment:manage'],
      }),
    );
    const answers = await ask([...questions, ...rights]);
    const allowed = checks.map(
      (check, index) =>
        (answers[index] ?? false) && (isAbout(actor, check) || (answers[checks.length + index] ?? false)),
    );
    return withoutUnseen(actor, checks, allowed);
  };

  /**
   * Of others, what only Invoice Reader allows is told to the bill-to contact alone: to whoever may not see the role,
   * a yes would tell that somebody holds it.
   */
  async function withoutUnseen(
    actor: Member,
    checks: readonly AccessCheck[],
    allowed: boolean[],
  ): Promise<boolean[]> {
    const doubtful = checks.flatMap((check, index) =>
      allowed[index] && !isAbout(actor, check) && ROLES_ALLOWING[check.action].includes('invoice-reader')
        ? [{ check, index }]
        : [],
    );
    if (doubtful.length === 0) return allowed;
    const licenseIds = [...new Set(doubtful.map(({ check }) => check.licenseId))];
    const billTo = await selectBillTo(db, viewerOf(actor), licenseIds);
    const unseen = doubtful.filter(({ check }) => !billTo.has(check.licenseId));
    const seen = await ask(
      unseen.map(({ check }) => ({ ...questionOf(check), roles: SEEN_BY_ALL_TEXT[check.action] })),
    );
    const answers = [...allowed];
    unseen.forEach(({ index }, place) => {
      answers[index] = seen[place] ?? false;
    });
    return answers;
  }
}

function questionOf(check: AccessCheck): Question {
  return {
    vlUserId: 'vlUserId' in check ? check.vlUserId : null,
    emailKey: 'signInEmail' in check ? emailKey(check.signInEmail) : null,
    licenseId: check.licenseId,
    roles: ROLES_TEXT[check.action],
  };
}

function isAbout(actor: Member, check: AccessCheck): boolean {
  return 'vlUserId' in check
    ? check.vlUserId.toLowerCase() === actor.vlUserId
    : emailKey(check.signInEmail) === actor.signInEmailKey;
}
