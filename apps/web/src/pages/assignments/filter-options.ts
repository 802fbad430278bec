import type { Role } from '@muniment/domain/roles.ts';
import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import type { Messages } from '../../messages/messages.tsx';
import { roleName, shortRoleName, statusName } from '../../messages/names.ts';
import type { Option } from '../../ui/options.tsx';

/** The most frequent first. */
const STATUSES: readonly VlUserStatus[] = [
  'active',
  'assignment-in-progress',
  'failed',
  'invitation-sent',
  'invitation-expired',
  'user-not-found',
];

export function statusOptions(t: Messages['t']): Option<VlUserStatus>[] {
  return STATUSES.map((status) => ({ id: status, label: t(statusName(status)) }));
}

export function roleOptions(roles: readonly Role[], t: Messages['t']): Option<Role>[] {
  return roles.map((role) => ({ id: role, label: t(roleName(role)), shortLabel: t(shortRoleName(role)) }));
}
