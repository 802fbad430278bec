import type { AssignmentDecision, InvitationState, InvitationStep } from './assignment-decision.ts';
import type { AssignmentFacts } from './assignment-facts.ts';
import { isExpired } from './invitation.ts';

/** An invitation that a change touched: how it was before, and how it stands now. */
export interface TouchedInvitation {
  readonly invitationId: string;
  readonly userKey: string;
  /** Of a contact invitation: the license ID that it asks to administer. */
  readonly licenseId: string | null;
  readonly step: 'extend' | 'reset' | 'shrink' | 'withdraw' | 'withdraw-contact';
  readonly before: InvitationState;
  readonly now: InvitationState & { readonly state: 'open' | 'registered' | 'withdrawn' };
  /** Whether another invitation of its kind is open in its place. */
  readonly isReplaced: boolean;
  /** Whether some mail with its link went out, or still will. */
  readonly isMailed: boolean;
}

/** What of an undo concerns invitations and mail. */
export interface UndoneInvitations {
  /** When the change that is taken back was made. */
  readonly changedAt: Date;
  readonly touched: readonly TouchedInvitation[];
  /** People whose mail about the change was still held: they never heard of it. */
  readonly untold: ReadonlySet<string>;
}

/**
 * Puts invitations back as a change found them, where they are as it left them, and tells nobody of what they never
 * heard of. What the change made, or what became of it meanwhile, goes by the rules of any other change.
 *
 * @param decision What taking the change back comes to.
 * @returns The same with other steps and mails, and the license IDs whose contact invitation cannot be put back.
 * @source B8, S9, M9
 */
export function settleUndoneInvitations(
  facts: Pick<AssignmentFacts, 'at' | 'users'>,
  decision: AssignmentDecision,
  undone: UndoneInvitations,
): { readonly decision: AssignmentDecision; readonly lostContacts: readonly string[] } {
  const { touched, untold } = undone;
  const ofPerson = new Map(touched.filter(isOfAssignment).map((one) => [one.userKey, one]));
  const restored = new Map<string, TouchedInvitation>();
  const steps = decision.invitations.map((step): InvitationStep => {
    const one = ofPerson.get(step.userKey);
    const to = one === undefined ? null : stateToRestore(step, one, facts.at, undone);
    if (one === undefined || to === null) return step;
    restored.set(step.userKey, one);
    return { step: 'restore', userKey: step.userKey, invitationId: one.invitationId, to };
  });

  const contacts = decision.opened.filter(({ awaits }) => awaits === 'contact-registration');
  const lostContacts: string[] = [];
  for (const { userKey, licenseId } of contacts) {
    const one = touched.find(
      (other) =>
        other.step === 'withdraw-contact' && other.userKey === userKey && other.licenseId === licenseId,
    );
    if (one === undefined || one.now.state !== 'withdrawn' || one.isReplaced) lostContacts.push(licenseId);
    else steps.push({ step: 'restore', userKey, invitationId: one.invitationId, to: one.before });
  }

  const mails = decision.mails.filter(({ userKey, kind }) => {
    if (kind === 'permission-change') return !untold.has(userKey);
    const invitation = restored.get(userKey);
    return invitation === undefined || !invitation.isMailed;
  });
  return { decision: { ...decision, invitations: steps, mails }, lostContacts };
}

function isOfAssignment({ step }: TouchedInvitation): boolean {
  return step !== 'withdraw-contact';
}

/** How an invitation is to be again, or null where the step stands as it was decided. */
function stateToRestore(
  decided: InvitationStep,
  { step, before, now, isReplaced, userKey }: TouchedInvitation,
  at: Date,
  { changedAt, untold }: UndoneInvitations,
): InvitationState | null {
  if (isReplaced) return null;
  const { state, ...current } = now;
  // One that ran out since needs a new link, and says so; one that had run out before is as it was.
  const isAsGood = !isExpired(now, at) || isExpired(before, changedAt);
  switch (step) {
    case 'withdraw':
      return decided.step === 'open' && state === 'withdrawn' && isAsGood ? current : null;
    case 'shrink': {
      const isMore = decided.step === 'extend' || decided.step === 'reset';
      return isMore && state === 'open' && isAsGood ? current : null;
    }
    case 'extend': {
      const isUntouched = state === 'open' && now.generation === before.generation;
      return decided.step === 'shrink' && isUntouched && untold.has(userKey)
        ? { ...current, lastSentAt: now.lastSentAt > changedAt ? now.lastSentAt : before.lastSentAt }
        : null;
    }
    case 'reset':
      return decided.step === 'shrink' &&
        state === 'open' &&
        now.generation === before.generation + 1 &&
        // Nobody was sent the new link by itself meanwhile.
        now.lastSentAt <= changedAt &&
        untold.has(userKey)
        ? before
        : null;
    case 'withdraw-contact':
      return null;
  }
}
