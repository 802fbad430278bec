import type { GrantOrigin, Period } from './grant.ts';
import type { Role } from './roles.ts';

/** A grant that is not closed. */
export interface LiveGrant {
  readonly grantId: string;
  readonly licenseId: string;
  readonly userKey: string;
  readonly role: Role;
  readonly origin: GrantOrigin;
  readonly period: Period;
  /** Waits for the contact invitation of its license ID to be registered. @source A3 */
  readonly awaitsContactRegistration: boolean;
}

export interface UserFacts {
  /** Names the user within one decision: the id of the VL user, or something else where there is none yet. */
  readonly userKey: string;
  readonly registered: boolean;
  /** In the organization's directory, or the directory is not enforced. */
  readonly present: boolean;
  /** The open assignment invitation, if any. @source S9 */
  readonly invitation: { readonly expiresAt: Date } | null;
}

/** What is true when a change is decided, read under the locks of the license IDs and users concerned. */
export interface AssignmentFacts {
  readonly at: Date;
  /** License IDs on which the actor may manage assignments now. */
  readonly administered: ReadonlySet<string>;
  /** Everybody who is named by the change or holds a grant below. */
  readonly users: ReadonlyMap<string, UserFacts>;
  /**
   * Live grants: all of the pairs that the change names, all Administrator grants on its license IDs, and
   * all grants of its unregistered users on any license ID.
   */
  readonly grants: readonly LiveGrant[];
}

export interface WantedRole {
  readonly role: Role;
  /** Left out: as it is, else now. */
  readonly startsAt?: Date | undefined;
  /** Left out: as it is, else no end. null: no end. */
  readonly endsAt?: Date | null | undefined;
}

/** The complete assigned roles that one VL user is to hold on one license ID; an empty list ends them. */
export interface WantedAssignment {
  readonly userKey: string;
  readonly licenseId: string;
  readonly roles: readonly WantedRole[];
}
