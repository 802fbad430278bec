import type { GrantWait, LiveGrant } from './assignment-facts.ts';
import type { Period } from './grant.ts';
import type { Role } from './roles.ts';

export type AssignmentRefusal =
  | { readonly kind: 'license-id-not-found'; readonly licenseIds: readonly string[] }
  | { readonly kind: 'unknown-role'; readonly places: readonly Place[] }
  | { readonly kind: 'assignment-in-progress'; readonly userKeys: readonly string[] }
  | { readonly kind: 'role-inherited'; readonly places: readonly Place[] }
  | { readonly kind: 'invalid-period'; readonly places: readonly Place[] }
  | { readonly kind: 'last-administrator'; readonly licenseIds: readonly string[] };

/** Where in the wanted list something is: indexes, so that an answer can point at the field. */
export interface Place {
  readonly assignment: number;
  readonly role: number;
}

export interface GrantOpening {
  readonly userKey: string;
  readonly licenseId: string;
  readonly role: Role;
  readonly period: Period;
  readonly awaits: Exclude<GrantWait, 'assigning-again'> | null;
  /** The agreement that it is inherited from; left out where it is assigned. */
  readonly originAgreementId?: string;
}

/** What happens to one VL user's assigned roles on one license ID. */
export interface PairDifference {
  readonly userKey: string;
  readonly licenseId: string;
  readonly added: readonly Role[];
  readonly removed: readonly Role[];
  /** Held before and after, with another period. */
  readonly rescheduled: readonly Role[];
  readonly kept: readonly Role[];
}

/** A mail that one person gets: one a person a change, not one a role. @source S5, S6 */
export interface MailStep {
  readonly userKey: string;
  readonly kind: 'invitation' | 'permission-change';
}

export interface AssignmentDecision {
  /** Empty: the change may be saved. Otherwise nothing of it may be, and the rest says what it would be. */
  readonly refusals: readonly AssignmentRefusal[];
  readonly differences: readonly PairDifference[];
  readonly opened: readonly GrantOpening[];
  readonly closed: readonly LiveGrant[];
  readonly invitations: readonly InvitationStep[];
  readonly mails: readonly MailStep[];
  readonly administrators: readonly AdministratorsChange[];
}

/** Reachable administrators of a license ID on which the change adds or ends one. @source A1, A5 */
export interface AdministratorsChange {
  readonly licenseId: string;
  readonly before: number;
  readonly after: number;
}

/** What becomes of a pending VL user's invitations by a change of what waits for them. */
export type InvitationStep =
  /** The first thing that waits: a new invitation. @source S5 */
  | { readonly step: 'open'; readonly userKey: string }
  /** More waits: same link, a new mail that lists all. @source S9 */
  | { readonly step: 'extend'; readonly userKey: string }
  /** More waits and the link had expired: a new link. */
  | { readonly step: 'reset'; readonly userKey: string }
  /** Less waits: same link, no mail. @source S9 */
  | { readonly step: 'shrink'; readonly userKey: string }
  /** Nothing waits any more. @source S9, M9 */
  | { readonly step: 'withdraw'; readonly userKey: string }
  /** The contact is no longer to administer the license ID. @source M9 */
  | { readonly step: 'withdraw-contact'; readonly userKey: string; readonly licenseId: string }
  /** A change is taken back: the invitation is open as it was before, its link good again. @source B8 */
  | {
      readonly step: 'restore';
      readonly userKey: string;
      readonly invitationId: string;
      readonly to: InvitationState;
    };

/** The link of an invitation, and how long it is good. */
export interface InvitationState {
  readonly generation: number;
  readonly sentAt: Date;
  readonly lastSentAt: Date;
  readonly expiresAt: Date;
}
