import type { InvitationView } from '@muniment/contract/vl-users.ts';
import { isExpired } from '@muniment/domain/invitation.ts';
import type { Static } from 'typebox';
import type { Queryable } from '../../database/connect.ts';
import { lastInvitationMails } from '../mail/mail-service.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import type { StoredInvitation } from './invitation-repository.ts';
import { selectLicenseNumbers, selectOpenSeenBy } from './seen-invitation-repository.ts';

/**
 * The open invitations that an administrator may resend and reset, by VL user.
 *
 * @source Edges: "Resend and Reset go by the invitation's state … open to any VL admin of a license ID that it covers"
 */
export async function openInvitationsSeenBy(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
): Promise<Map<string, StoredInvitation[]>> {
  if (vlUserIds.length === 0) return new Map();
  return Map.groupBy(await selectOpenSeenBy(q, viewer, vlUserIds), (invitation) => invitation.vlUserId);
}

/** Puts invitations into the words of the API, with what became of their last mail. */
export async function viewOpenInvitations(
  q: Queryable,
  organizationId: string,
  invitations: readonly StoredInvitation[],
  at: Date,
): Promise<Static<typeof InvitationView>[]> {
  const mails = await lastInvitationMails(
    q,
    organizationId,
    invitations.map((invitation) => invitation.id),
  );
  const numbers = await selectLicenseNumbers(
    q,
    organizationId,
    invitations.flatMap(({ licenseId }) => (licenseId === null ? [] : [licenseId])),
  );
  return invitations.map((invitation) => {
    const mail = mails.get(invitation.id);
    return {
      kind: invitation.kind,
      sentAt: invitation.sentAt.toISOString(),
      expiresAt: invitation.expiresAt.toISOString(),
      expired: isExpired(invitation, at),
      licenseId: invitation.licenseId === null ? null : (numbers.get(invitation.licenseId) ?? null),
      mail: mail === undefined ? null : { ...mail, at: mail.at.toISOString() },
    };
  });
}
