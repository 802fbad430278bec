import { type Action, ROLES_ALLOWING } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';

/** The roles that allow an action, as the array that `license_opened_to` takes. @source R10 */
export function openingRoles(action: Action) {
  return sql`${[...ROLES_ALLOWING[action]]}::vl_role[]`;
}
