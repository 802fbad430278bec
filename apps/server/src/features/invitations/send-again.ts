import { expiryOf, resendRefusal } from '@muniment/domain/invitation.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { Problem } from '../../problem.ts';
import { type Author, appendToLedger } from '../ledger/ledger-service.ts';
import { planMails } from '../mail/mail-service.ts';
import { findVlUserById } from '../vl-users/vl-user-service.ts';
import {
  lockUsersAndInvitation,
  type StoredInvitation,
  selectOffer,
  updateSent,
} from './invitation-repository.ts';
import { linkProblem } from './open-link.ts';

export interface SendAgainDeps {
  readonly jobs: JobQueue;
  readonly publisherName: string;
  readonly mailHoldSeconds: number;
  readonly invitationDays: number;
}

/** `resend`: same link, same expiry. `reset`: new link, new expiry, earlier links dead. @source M3 */
export type Again = 'resend' | 'reset';

/**
 * Mails open invitations of one VL user again.
 *
 * @param find Reads the invitations concerned; called again under the locks.
 * @returns The invitations that were mailed.
 * @throws Problem no-open-invitation; and for a resend invitation-expired or too-many-requests where none of
 *   them may be sent again.
 * @source A2, M3, M9
 */
export async function sendInvitationsAgain(
  trx: Trx,
  deps: SendAgainDeps,
  author: Author,
  again: Again,
  find: (trx: Trx) => Promise<StoredInvitation[]>,
): Promise<StoredInvitation[]> {
  for (const invitation of await find(trx)) {
    await lockUsersAndInvitation(trx, invitation.organizationId, [invitation.vlUserId], invitation.id);
  }
  const open = await find(trx);
  if (open.length === 0) {
    throw new Problem('no-open-invitation', {
      detail: 'Nothing waits to be registered: it was registered or withdrawn.',
    });
  }
  const at = await currentTime(trx);
  const refusals = open.map((invitation) => (again === 'resend' ? resendRefusal(invitation, at) : null));
  const sendable = open.filter((_, index) => refusals[index] === null);
  const refusal = refusals.find((one) => one !== null);
  if (sendable.length === 0 && refusal) throw linkProblem(refusal);

  for (const invitation of sendable) await sendOne(trx, deps, author, again, invitation, at);
  return find(trx);
}

async function sendOne(
  trx: Trx,
  deps: SendAgainDeps,
  author: Author,
  again: Again,
  invitation: StoredInvitation,
  at: Date,
): Promise<void> {
  const { organizationId, vlUserId, id } = invitation;
  const invitee = await findVlUserById(trx, organizationId, vlUserId);
  if (invitee === null) throw new Error('The invitation names no VL user');
  const generation = again === 'reset' ? invitation.generation + 1 : invitation.generation;
  await updateSent(trx, invitation, at, again === 'reset' ? expiryOf(at, deps.invitationDays) : null);
  const isContact = invitation.kind === 'contact';
  const mail = {
    kind: isContact ? ('contact-invitation' as const) : ('invitation' as const),
    vlUserId,
    toName: invitee.displayName,
    // A contact's link is good for whoever has it, so it goes where the partner said.
    toAddress: isContact ? invitee.signInEmail : invitee.businessEmail,
    changeId: null,
    invitationId: id,
    facts: { generation },
  };
  await planMails(trx, deps, organizationId, [mail], at);
  const offer = await selectOffer(trx, invitation);
  await appendToLedger(trx, organizationId, author, at, {
    event: again === 'reset' ? 'invitation.reset' : 'invitation.resent',
    version: 1,
    licenseIds: [...new Set(offer.map((grant) => grant.internalLicenseId))],
    details: { invitationId: id, vlUserId, generation },
  });
}
