import type { Role } from '@muniment/domain/roles.ts';
import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import type { MessageId } from './en.ts';

/** The message that names a role in full ("Licensing Info Viewer"). */
export function roleName(role: Role): MessageId {
  return `role.${role}`;
}

/** The message that names a role where space is short ("Info viewer"). */
export function shortRoleName(role: Role): MessageId {
  return `role.short.${role}`;
}

/** The message that says in a sentence what a role allows. */
export function roleAbout(role: Role): MessageId {
  return `role.about.${role}`;
}

/** The message that names a status. */
export function statusName(status: VlUserStatus): MessageId {
  return `status.${status}`;
}
