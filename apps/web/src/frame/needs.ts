import type { Overview } from '@muniment/contract/licenses.ts';

/** A kind of thing that waits for an administrator, and how many there are of it. */
export interface Need {
  readonly kind: 'failed' | 'user-not-found' | 'invitation-expired' | 'sole-administrator';
  readonly count: number;
}

/** What needs an administrator, most urgent first; nothing of what passes by itself. @source A5, M2 */
export function needsOf(overview: Overview): Need[] {
  const needs: Need[] = [
    { kind: 'failed', count: overview.assignmentsFailed },
    { kind: 'user-not-found', count: overview.usersNotFound },
    { kind: 'invitation-expired', count: overview.invitationsExpired },
    { kind: 'sole-administrator', count: overview.soleAdministratorOf.total },
  ];
  return needs.filter(({ count }) => count > 0);
}
