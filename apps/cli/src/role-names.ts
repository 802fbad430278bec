import { ROLE_TABLE, type Role } from '@muniment/domain/roles.ts';

/** The names of roles, as pages and e-mails print them. */
export function namesOf(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_TABLE[role].name).join(', ');
}
