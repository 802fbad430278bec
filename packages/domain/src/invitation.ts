/**
 * The life of an invitation: sent, expired, reset, registered, withdrawn.
 *
 * @source A3, S5, S9, M3, M9, G1
 */

/** A contact invitation asks a contract's contact to administer one license ID; it may be forwarded. */
export type InvitationKind = 'assignment' | 'contact';

export interface Invitation {
  readonly kind: InvitationKind;
  readonly state: 'open' | 'registered' | 'withdrawn';
  /** Counts resets: only links of the current generation are good. */
  readonly generation: number;
  /** When its current link was made. */
  readonly sentAt: Date;
  readonly lastSentAt: Date;
  readonly expiresAt: Date;
  /** Counts changes to what is offered, so that nobody registers what they were not shown. */
  readonly offerVersion: number;
}

/** As long must pass between two mails that an administrator asks for. @source M9 */
export const RESEND_INTERVAL_SECONDS = 60;

export type InvitationRefusal =
  | 'invitation-not-found'
  | 'invitation-used'
  | 'invitation-reset'
  | 'invitation-expired'
  | 'wrong-account'
  | 'stale-version'
  | 'resent-too-soon';

/** Why a link is no good at an instant, or null where it is. */
export function linkRefusal(
  invitation: Invitation,
  linkGeneration: number,
  at: Date,
): Extract<
  InvitationRefusal,
  'invitation-not-found' | 'invitation-used' | 'invitation-reset' | 'invitation-expired'
> | null {
  if (invitation.state === 'withdrawn') return 'invitation-not-found';
  if (invitation.state === 'registered') return 'invitation-used';
  if (linkGeneration !== invitation.generation) return 'invitation-reset';
  if (isExpired(invitation, at)) return 'invitation-expired';
  return null;
}

export function isExpired(invitation: Pick<Invitation, 'expiresAt'>, at: Date): boolean {
  return invitation.expiresAt <= at;
}

/** The person who opened a link and signed in. */
export interface Registrant {
  /** The VL user of the organization that is bound to their account, if any. */
  readonly vlUserId: string | null;
  /** Their sign-in e-mail as the identity provider verified it; null where it did not. */
  readonly verifiedEmailKey: string | null;
}

/** The VL user whom an invitation names. */
export interface Invitee {
  readonly vlUserId: string;
  readonly signInEmailKey: string;
  /** Whether some account is bound to them already: then the address alone proves nothing. */
  readonly hasAccount: boolean;
}

/**
 * Whether the registrant is whom the invitation names.
 *
 * By account where one is bound; by verified sign-in e-mail once, before that.
 */
export function isInvitee(registrant: Registrant, invitee: Invitee): boolean {
  if (registrant.vlUserId !== null) return registrant.vlUserId === invitee.vlUserId;
  return !invitee.hasAccount && registrant.verifiedEmailKey === invitee.signInEmailKey;
}

export type RegistrationDecision =
  | { readonly kind: 'refused'; readonly refusal: InvitationRefusal }
  /** `byInvitee` is false where a contact invitation was forwarded to someone else. @source A3 */
  | { readonly kind: 'register'; readonly byInvitee: boolean };

/**
 * Decides what a person who opened a link may do with it.
 *
 * @param offerVersion The version of the offer that the person was shown; null to decide whether to show it.
 */
export function decideRegistration(
  facts: {
    readonly invitation: Invitation;
    readonly linkGeneration: number;
    readonly registrant: Registrant;
    readonly invitee: Invitee;
    readonly at: Date;
  },
  offerVersion: number | null,
): RegistrationDecision {
  const refusal = linkRefusal(facts.invitation, facts.linkGeneration, facts.at);
  if (refusal !== null) return { kind: 'refused', refusal };
  const byInvitee = isInvitee(facts.registrant, facts.invitee);
  if (!byInvitee && facts.invitation.kind === 'assignment')
    return { kind: 'refused', refusal: 'wrong-account' };
  if (offerVersion !== null && offerVersion !== facts.invitation.offerVersion) {
    return { kind: 'refused', refusal: 'stale-version' };
  }
  return { kind: 'register', byInvitee };
}

/** Whether the same link may be mailed again now. The expiry stays as it is. @source M3, M9 */
export function resendRefusal(invitation: Invitation, at: Date): InvitationRefusal | null {
  if (invitation.state === 'withdrawn') return 'invitation-not-found';
  if (invitation.state === 'registered') return 'invitation-used';
  if (isExpired(invitation, at)) return 'invitation-expired';
  return isWithinInterval(invitation.lastSentAt, at) ? 'resent-too-soon' : null;
}

/**
 * Whether a new link may replace the earlier ones: as long as nobody has registered, and once a minute. The minute
 * counts from the last reset, not from the first mail: who invited the wrong way mends it at once.
 *
 * @source M3, M9
 */
export function resetRefusal(invitation: Invitation, at: Date): InvitationRefusal | null {
  if (invitation.state === 'withdrawn') return 'invitation-not-found';
  if (invitation.state === 'registered') return 'invitation-used';
  const wasReset = invitation.generation > 1 && !isExpired(invitation, at);
  return wasReset && isWithinInterval(invitation.sentAt, at) ? 'resent-too-soon' : null;
}

function isWithinInterval(since: Date, at: Date): boolean {
  return at.getTime() < since.getTime() + RESEND_INTERVAL_SECONDS * 1000;
}

/** When an invitation sent at an instant stops being good. */
export function expiryOf(sentAt: Date, invitationDays: number): Date {
  return new Date(sentAt.getTime() + invitationDays * 24 * 60 * 60 * 1000);
}
