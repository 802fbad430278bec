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

/** What one open grant says of its holder. */
export type GrantStanding = 'active' | 'invitation-expired' | 'invitation-sent';

/**
 * How one open grant stands.
 *
 * @param grant `invitationExpiresAt` is that of the invitation which would register it.
 */
export function grantStanding(
  grant: {
    readonly holderRegistered: boolean;
    readonly awaitsContactRegistration: boolean;
    readonly invitationExpiresAt: Date | null;
  },
  at: Date,
): GrantStanding {
  if (grant.holderRegistered && !grant.awaitsContactRegistration) return 'active';
  const expired = grant.invitationExpiresAt !== null && grant.invitationExpiresAt <= at;
  return expired ? 'invitation-expired' : 'invitation-sent';
}

/**
 * The status of a VL user as one administrator sees it.
 *
 * @param standings Of the open grants on the license IDs that the viewer administers, and no others: a
 *   status made from more would tell of license IDs that the viewer may not see.
 * @returns null where there is no such grant: the person is not on the viewer's list.
 * @source M2
 */
export function vlUserStatus(standings: Iterable<GrantStanding>): VlUserStatus | null {
  const found = new Set<VlUserStatus>(standings);
  return VL_USER_STATUSES.find((status) => found.has(status)) ?? null;
}

/** What an administrator can do about a VL user in this status. @source M3 */
export function statusActions(status: VlUserStatus): ('view-access' | 'resend-invite' | 'reset-invite')[] {
  switch (status) {
    case 'invitation-sent':
      return ['view-access', 'resend-invite', 'reset-invite'];
    case 'invitation-expired':
      return ['view-access', 'reset-invite'];
    default:
      return ['view-access'];
  }
}
