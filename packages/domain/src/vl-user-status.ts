import type { GrantWait } from './assignment-facts.ts';
import { isExpired } from './invitation.ts';

/** In the order in which the first that holds wins. @source M2 */
export const VL_USER_STATUSES = [
  'user-not-found',
  'failed',
  'assignment-in-progress',
  'active',
  'invitation-expired',
  'invitation-sent',
] as const;

export type VlUserStatus = (typeof VL_USER_STATUSES)[number];

/**
 * How one open grant stands: what it says of its holder.
 *
 * @param grant `invitationExpiresAt` is that of the invitation which would register it.
 */
export function grantStanding(
  grant: {
    readonly holderRegistered: boolean;
    /** In the organization's directory, or the directory is not enforced. */
    readonly holderPresent: boolean;
    readonly awaits: GrantWait | null;
    readonly invitationExpiresAt: Date | null;
  },
  at: Date,
): VlUserStatus {
  if (!grant.holderPresent) return 'user-not-found';
  if (grant.awaits === 'assigning-again') return 'failed';
  if (grant.awaits === 'provisioning') return 'assignment-in-progress';
  if (grant.holderRegistered && grant.awaits === null) return 'active';
  const { invitationExpiresAt: expiresAt } = grant;
  const expired = expiresAt !== null && isExpired({ expiresAt }, at);
  return expired ? 'invitation-expired' : 'invitation-sent';
}

/**
 * The status of a VL user as one administrator sees it.
 *
 * @param standings Of the grants, neither closed nor ended, on the license IDs that the viewer administers,
 *   and no others: a status made from more would tell of license IDs that the viewer may not see.
 * @returns null where there is no such grant: the person is not on the viewer's list.
 * @source M2
 */
export function vlUserStatus(standings: Iterable<VlUserStatus>): VlUserStatus | null {
  const found = new Set<VlUserStatus>(standings);
  return VL_USER_STATUSES.find((status) => found.has(status)) ?? null;
}

export type VlUserAction = 'view-access' | 'resend-invite' | 'reset-invite';

/**
 * What an administrator can do about a VL user.
 *
 * By the state of the invitations, not by the status: who is Active on one license ID may still be a pending
 * contact of another.
 *
 * @param openInvitations Neither registered nor withdrawn, and covering a license ID that the viewer
 *   administers.
 * @source M3
 */
export function vlUserActions(
  openInvitations: Iterable<{ readonly expiresAt: Date }>,
  at: Date,
): VlUserAction[] {
  const invitations = [...openInvitations];
  const actions: VlUserAction[] = ['view-access'];
  if (invitations.some((invitation) => !isExpired(invitation, at))) actions.push('resend-invite');
  if (invitations.length > 0) actions.push('reset-invite');
  return actions;
}
