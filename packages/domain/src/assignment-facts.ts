import type { GrantOrigin, Period } from './grant.ts';
import type { Role } from './roles.ts';
import type { RoleViewer } from './seen-roles.ts';

/**
 * What a grant itself waits for before it counts, besides its holder: the contact invitation of its license ID (A3),
 * downstream systems (M2), or, once one of them refused it, being assigned again.
 */
export type GrantWait = 'contact-registration' | 'provisioning' | 'assigning-again';

/** A grant that is not closed. */
export interface LiveGrant {
  readonly grantId: string;
  readonly licenseId: string;
  readonly userKey: string;
  readonly role: Role;
  readonly origin: GrantOrigin;
  readonly period: Period;
  readonly awaits: GrantWait | null;
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
  /** Through whose eyes the actor looks at roles. @source R9 */
  readonly viewer: RoleViewer;
  /**
   * Users of whom something that the actor sees waits for downstream systems, on any license ID that the actor
   * administers. @source M8
   */
  readonly inProgress: ReadonlySet<string>;
  /** What the change's own grants wait for: downstream systems, where some are registered. @source M2 */
  readonly opensInto: 'provisioning' | null;
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
  /** Roles that the actor does not see end too: the VL user is deleted. @source R9, M5 */
  readonly endsUnseen?: boolean;
  /** What is not named stays, and what is inherited is held already: nothing is taken away. @source G2 */
  readonly onlyAdds?: boolean;
  /** `roles` is empty, and of what is held these alone end: many people lose some roles at once. @source B8 */
  readonly onlyEnds?: ReadonlySet<Role>;
  /** Takes a change back instead: `roles` is empty, and what is named here is all that becomes of the pair. @source B8 */
  readonly takesBack?: TakenBack;
}

/** What taking a change back ends and gives again, of one VL user on one license ID. */
export interface TakenBack {
  /** Grants that the change opened. */
  readonly ends: ReadonlySet<string>;
  readonly restores: readonly RestoredGrant[];
}

/** A grant as it was before a change closed it. */
export interface RestoredGrant {
  readonly role: Role;
  readonly period: Period;
  /** null where it was assigned. */
  readonly originAgreementId: string | null;
  /** A contact's Administrator waits for its contact invitation again. */
  readonly awaits: Extract<GrantWait, 'contact-registration'> | null;
}
