import type { Needs, TokenScope } from '@muniment/contract/endpoint.ts';
import type { Account } from './features/sign-in/session-service.ts';
import type { Viewer } from './features/vl-users/viewer.ts';

/** A signed-in person, before an organization is chosen. */
export interface Person {
  readonly kind: 'person';
  readonly account: Account;
  /** Of an API token: the one organization that it reaches. */
  readonly tokenOrganizationId: string | null;
}

/** A person as a VL user of the organization that the request names. */
export interface Member {
  readonly kind: 'member';
  readonly account: Account;
  readonly organization: { readonly id: string; readonly number: string; readonly name: string };
  readonly vlUserId: string;
  readonly displayName: string;
  readonly signInEmailKey: string;
}

/** A member, or somebody who is only a contact of one of the organization's agreements. @source I1 */
export interface Affiliate {
  readonly kind: 'affiliate';
  readonly account: Account;
  readonly organization: Member['organization'];
  /** null: they are no VL user there. */
  readonly vlUserId: string | null;
  readonly displayName: string;
}

/** A signed-in person who need not belong to any organization yet: whoever needs help, say. @source F2 */
export interface Somebody {
  readonly kind: 'somebody';
  readonly account: Account;
  /** null: they belong to none. */
  readonly organization: Member['organization'] | null;
  /** null: they are no VL user there. */
  readonly vlUserId: string | null;
  /** Of an API token: what it reaches is of this organization alone. */
  readonly tokenOrganizationId: string | null;
}

/** Through whose eyes a member looks: their own. */
export function viewerOf(actor: Member): Viewer {
  return { organizationId: actor.organization.id, vlUserId: actor.vlUserId };
}

export interface PartnerActor {
  readonly kind: 'partner';
  readonly partner: { readonly id: string; readonly name: string };
}

export interface PublisherActor {
  readonly kind: 'publisher';
}

export interface Anyone {
  readonly kind: 'anyone';
}

/** Whoever a credential names. */
export type Caller = (Person | PartnerActor | PublisherActor | Anyone) & {
  /** null for a session, which may do all that the person may. */
  readonly scopes: readonly TokenScope[] | null;
  /** Names the caller in rate limits and Idempotency-Keys. */
  readonly key: string;
};

/** What a handler gets as its actor, by what its endpoint needs. */
export type ActorFor<N extends Needs> = N extends 'nothing'
  ? Caller
  : N extends 'sign-in'
    ? Person | PartnerActor | PublisherActor
    : N extends 'partner'
      ? PartnerActor
      : N extends 'publisher'
        ? PublisherActor & Pick<Caller, 'key'>
        : N extends 'partner-or-publisher'
          ? PartnerActor | PublisherActor
          : N extends 'affiliation'
            ? Affiliate
            : N extends 'person'
              ? Somebody
              : N extends 'person-or-publisher'
                ? Member | PublisherActor
                : Member;
