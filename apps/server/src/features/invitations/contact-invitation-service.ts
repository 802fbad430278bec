import { emailKey } from '@muniment/domain/email-address.ts';
import type { Trx } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import type { Author } from '../ledger/ledger-service.ts';
import { findVlUserById } from '../vl-users/vl-user-service.ts';
import { findContactInvitation, selectFirstAddress } from './invitation-repository.ts';
import { type Again, type SendAgainDeps, sendInvitationsAgain } from './send-again.ts';

interface InvitedLicense {
  readonly id: string;
  readonly organizationId: string;
  readonly licenseId: string;
}

/** Mails the open contact invitation of a license ID again. @source A2 */
export async function resendOrReset(
  trx: Trx,
  deps: SendAgainDeps,
  author: Author,
  again: Again,
  license: InvitedLicense,
): Promise<void> {
  await sendInvitationsAgain(trx, deps, author, again, async (q) => {
    const invitation = await findContactInvitation(q, license.organizationId, license.id);
    return invitation === null ? [] : [invitation];
  });
}

/** The open contact invitation of a license ID. @throws Problem no-open-invitation. */
export async function contactInvitationOf(trx: Trx, license: InvitedLicense) {
  const invitation = await findContactInvitation(trx, license.organizationId, license.id);
  const invitee =
    invitation === null ? null : await findVlUserById(trx, license.organizationId, invitation.vlUserId);
  if (invitation === null || invitee === null) throw new Problem('no-open-invitation');
  return {
    licenseId: license.licenseId,
    email: invitee.signInEmail,
    sentAt: invitation.lastSentAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
  };
}

/**
 * Whom the open contact invitation of a license ID (internal id) asks; null where none is open. `addressKey` is that of
 * the address that the partner gave, whatever the directory made of it since.
 */
export async function contactInvited(
  trx: Trx,
  organizationId: string,
  licenseId: string,
): Promise<{ readonly vlUserId: string; readonly addressKey: string } | null> {
  const invitation = await findContactInvitation(trx, organizationId, licenseId);
  if (invitation === null) return null;
  const invitee = await findVlUserById(trx, organizationId, invitation.vlUserId);
  if (invitee === null) return null;
  const mailedTo = await selectFirstAddress(trx, organizationId, invitation.id);
  const addressKey = mailedTo === null ? null : emailKey(mailedTo);
  return { vlUserId: invitee.id, addressKey: addressKey ?? invitee.signInEmailKey };
}
