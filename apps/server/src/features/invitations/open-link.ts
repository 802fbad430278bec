import {
  decideRegistration,
  type InvitationRefusal,
  type Invitee,
  isInvitee,
  type Registrant,
} from '@muniment/domain/invitation.ts';
import type { Queryable } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import type { Account } from '../sign-in/session-service.ts';
import type { KnownVlUser } from '../vl-users/known-vl-user.ts';
import { findVlUserByEmail, findVlUserById, findVlUserOfAccount } from '../vl-users/vl-user-service.ts';
import { findInvitation, type StoredInvitation } from './invitation-repository.ts';
import { readInvitationToken } from './invitation-token.ts';

/** A link that was opened, before it is decided whether it is any good. */
export interface OpenedLink {
  readonly invitation: StoredInvitation;
  readonly linkGeneration: number;
}

/** By which links are known to be ours. */
export interface LinkSecrets {
  readonly tokenSecret: Buffer;
  /** Of links that were mailed before the encryption key was changed. */
  readonly previousTokenSecret?: Buffer | null;
}

/**
 * Finds the invitation of a link.
 *
 * @param reach The one organization that an API token reaches; null for a session.
 * @throws Problem invitation-not-found where no invitation made that link, or it lies beyond the reach.
 */
export async function findByToken(
  q: Queryable,
  { tokenSecret, previousTokenSecret = null }: LinkSecrets,
  token: string,
  reach: string | null,
): Promise<OpenedLink> {
  const claims =
    readInvitationToken(tokenSecret, token) ??
    (previousTokenSecret === null ? null : readInvitationToken(previousTokenSecret, token));
  const invitation = claims === null ? null : await findInvitation(q, claims.id);
  if (claims === null || invitation === null) throw linkProblem('invitation-not-found');
  if (reach !== null && reach !== invitation.organizationId) throw linkProblem('invitation-not-found');
  return { invitation, linkGeneration: claims.generation };
}

/** Who opened a link, and whom it names. */
export interface LinkPeople {
  readonly invitee: KnownVlUser & { readonly accountId: string | null };
  /** The VL user bound to the registrant's account. */
  readonly registrantVlUserId: string | null;
  /** The VL user as whom they would register: the same, else the one with their verified address and no account. */
  readonly registrantToBe: string | null;
  readonly isInvitee: boolean;
}

/** Reads whom a link concerns, in the state in which they are now. */
export async function readLinkPeople(
  q: Queryable,
  invitation: StoredInvitation,
  account: Account,
): Promise<LinkPeople> {
  const invitee = await findVlUserById(q, invitation.organizationId, invitation.vlUserId);
  if (invitee === null) throw new Error('The invitation names no VL user');
  const bound = await findVlUserOfAccount(q, invitation.organizationId, account.id);
  const byEmail =
    bound === null && account.emailVerified
      ? await findVlUserByEmail(q, invitation.organizationId, account.emailKey)
      : null;
  return {
    invitee,
    registrantVlUserId: bound?.id ?? null,
    registrantToBe: bound?.id ?? (byEmail?.accountId === null ? byEmail.id : null),
    isInvitee: isInvitee(registrantOf(account, bound?.id ?? null), inviteeOf(invitee)),
  };
}

function registrantOf(account: Account, vlUserId: string | null): Registrant {
  return { vlUserId, verifiedEmailKey: account.emailVerified ? account.emailKey : null };
}

function inviteeOf({ id, signInEmailKey, accountId }: LinkPeople['invitee']): Invitee {
  return { vlUserId: id, signInEmailKey, hasAccount: accountId !== null };
}

/**
 * Whether the person may register what a link offers.
 *
 * @returns Whether they are the one whom the invitation names.
 * @throws Problem with the reason; it says nothing of the organization.
 * @source G1, S5, A3
 */
export function admit(link: OpenedLink, people: LinkPeople, account: Account, at: Date): boolean {
  const decision = decideRegistration(
    {
      ...link,
      at,
      registrant: registrantOf(account, people.registrantVlUserId),
      invitee: inviteeOf(people.invitee),
    },
    null,
  );
  if (decision.kind === 'refused') throw linkProblem(decision.refusal);
  if (!decision.byInvitee && !account.emailVerified && people.registrantVlUserId === null) {
    throw new Problem('wrong-account', {
      detail:
        'Your identity provider does not vouch for your e-mail address. Sign in with an account for which it does.',
    });
  }
  return decision.byInvitee;
}

export function linkProblem(refusal: InvitationRefusal): Problem {
  switch (refusal) {
    case 'invitation-not-found':
      return new Problem(refusal, {
        detail: 'The link is not complete, or the invitation was withdrawn. Ask whoever sent it to you.',
      });
    case 'invitation-used':
      return new Problem(refusal, { detail: 'Nothing is left to do: sign in to see what you may do.' });
    case 'invitation-reset':
      return new Problem(refusal, { detail: 'Use the link in the newest e-mail.' });
    case 'invitation-expired':
      return new Problem(refusal, {
        detail: 'Ask whoever sent it to you to reset it: a new e-mail comes then.',
      });
    case 'wrong-account':
      return new Problem(refusal, { detail: 'Sign out, and sign in with the account that was invited.' });
    case 'stale-version':
      return new Problem('offer-changed', { detail: 'Read what it offers now, then register.' });
    case 'resent-too-soon':
      return new Problem('too-many-requests', {
        detail: 'It was sent within the last minute. Give the e-mail time to arrive.',
        retryAfterSeconds: 60,
      });
  }
}
