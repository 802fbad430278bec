import {
  expiryOf,
  type InvitationRefusal,
  RESEND_INTERVAL_SECONDS,
  resendRefusal,
  resetRefusal,
} from '@muniment/domain/invitation.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { Problem } from '../../problem.ts';
import { type Author, appendToLedger } from '../ledger/ledger-service.ts';
import type { NewMail } from '../mail/mail-facts.ts';
import { planMails } from '../mail/mail-service.ts';
import type { KnownVlUser } from '../vl-users/known-vl-user.ts';
import { findVlUsers } from '../vl-users/vl-user-service.ts';
import type { StoredInvitation } from './invitation-repository.ts';
import { linkProblem } from './open-link.ts';
import { lockInvitations, selectWaitingLicenses, updateSent } from './send-again-repository.ts';

export interface SendAgainDeps {
  readonly jobs: JobQueue;
  readonly publisherName: string;
  readonly mailHoldSeconds: number;
  readonly invitationDays: number;
}

/** `resend`: same link, same expiry. `reset`: new link, new expiry, earlier links dead. @source M3 */
export type Again = 'resend' | 'reset';

/** An invitation that was to be sent again, and why it was not; null where it was. */
export interface Tried {
  readonly invitation: StoredInvitation;
  readonly refusal: InvitationRefusal | null;
}

/**
 * Mails open invitations of an organization again: all that may be, by one statement of each kind.
 *
 * @param find Reads the invitations concerned; called again under the locks.
 * @returns The invitations as they are afterwards.
 * @throws Problem no-open-invitation; invitation-expired or too-many-requests where none of them may be sent again.
 * @source A2, M3, M9
 */
export async function sendInvitationsAgain(
  trx: Trx,
  deps: SendAgainDeps,
  author: Author,
  again: Again,
  find: (trx: Trx) => Promise<StoredInvitation[]>,
): Promise<StoredInvitation[]> {
  const tried = await trySendingAgain(trx, deps, author, again, find);
  const [first] = tried;
  if (first === undefined) {
    throw new Problem('no-open-invitation', {
      detail: 'Nothing waits to be registered: it was registered or withdrawn.',
    });
  }
  if (first.refusal !== null && tried.every(({ refusal }) => refusal !== null)) {
    throw refusalProblem(first.refusal);
  }
  return find(trx);
}

/**
 * Mails open invitations of an organization again, and tells of each what became of it: none is refused for another.
 *
 * @param find Reads the invitations concerned; called again under the locks.
 * @returns Those that are open, in the order in which they were found.
 * @source M3, M9
 */
export async function trySendingAgain(
  trx: Trx,
  deps: SendAgainDeps,
  author: Author,
  again: Again,
  find: (trx: Trx) => Promise<StoredInvitation[]>,
): Promise<Tried[]> {
  const found = await find(trx);
  const [first] = found;
  if (first === undefined) return [];
  const { organizationId } = first;
  const idsOf = (invitations: readonly StoredInvitation[]) => invitations.map(({ id }) => id);
  const inviteesOf = (invitations: readonly StoredInvitation[]) => [
    ...new Set(invitations.map(({ vlUserId }) => vlUserId)),
  ];
  await lockInvitations(trx, organizationId, inviteesOf(found), idsOf(found));
  const locked = new Set(idsOf(found));
  // One that was opened meanwhile is not locked: it was mailed just now anyway.
  const open = (await find(trx)).filter(({ id }) => locked.has(id));

  const at = await currentTime(trx);
  const refuse = again === 'resend' ? resendRefusal : resetRefusal;
  const tried = open.map((invitation) => ({ invitation, refusal: refuse(invitation, at) }));
  const sendable = tried.filter(({ refusal }) => refusal === null).map(({ invitation }) => invitation);
  if (sendable.length === 0) return tried;

  const expiresAt = again === 'reset' ? expiryOf(at, deps.invitationDays) : null;
  const sent = sendable.map((invitation) =>
    again === 'reset' ? { ...invitation, generation: invitation.generation + 1 } : invitation,
  );
  await updateSent(trx, organizationId, idsOf(sent), at, expiresAt);
  const invitees = await findVlUsers(trx, organizationId, { ids: inviteesOf(sent), emailKeys: [] });
  await planMails(trx, deps, organizationId, mailsOf(sent, invitees), at);
  // An administrator of another license ID that it covers is not told who administers this one (A9).
  const administrator = author.kind === 'person' ? author.id : null;
  const covered = await selectWaitingLicenses(trx, organizationId, idsOf(sent), administrator);
  await appendToLedger(trx, organizationId, author, at, {
    event: again === 'reset' ? 'invitation.reset' : 'invitation.resent',
    version: 1,
    ...recordOf(sent, covered),
  });
  return tried;
}

function mailsOf(
  sent: readonly StoredInvitation[],
  invitees: readonly Pick<KnownVlUser, 'id' | 'displayName' | 'signInEmail' | 'businessEmail'>[],
): NewMail[] {
  const byId = new Map(invitees.map((invitee) => [invitee.id, invitee]));
  return sent.map(({ id, kind, vlUserId, generation }) => {
    const invitee = byId.get(vlUserId);
    if (invitee === undefined) throw new Error('The invitation names no VL user');
    const isContact = kind === 'contact';
    return {
      kind: isContact ? 'contact-invitation' : 'invitation',
      vlUserId,
      toName: invitee.displayName,
      // A contact's link is good for whoever has it, so it goes where the partner said.
      toAddress: isContact ? invitee.signInEmail : invitee.businessEmail,
      changeId: null,
      invitationId: id,
      facts: { generation },
    };
  });
}

/** One row for each license ID that an invitation covers, so that everybody reads of theirs alone. @source R10 */
function recordOf(
  sent: readonly StoredInvitation[],
  covered: readonly { readonly invitationId: string; readonly licenseId: string }[],
) {
  const byId = new Map(sent.map((invitation) => [invitation.id, invitation]));
  return {
    licenseIds: [...new Set(covered.map(({ licenseId }) => licenseId))],
    details: {
      invitations: covered.map(({ invitationId, licenseId }) => {
        const invitation = byId.get(invitationId);
        return {
          invitationId,
          vlUserId: invitation?.vlUserId,
          licenseId,
          generation: invitation?.generation,
        };
      }),
    },
  };
}

function refusalProblem(refusal: InvitationRefusal): Problem {
  if (refusal !== 'resent-too-soon') return linkProblem(refusal);
  return new Problem('too-many-requests', {
    detail: 'It was sent within the last minute. Give the e-mail time to arrive.',
    retryAfterSeconds: RESEND_INTERVAL_SECONDS,
  });
}
