import type { Role } from '@muniment/domain/roles.ts';

/** An array of the database's role type arrives as text: {administrator,benefits-reader}. */
export function rolesOf(text: string): Role[] {
  return text
    .slice(1, -1)
    .split(',')
    .filter(Boolean)
    .map((role) => role.replaceAll('"', '')) as Role[];
}
