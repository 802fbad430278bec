import { isRole, type Role } from '@muniment/domain/roles.ts';
import type { AssignSearch } from '../../app/paths.ts';
import {
  addLicenses,
  type DraftIdentity,
  type DraftPerson,
  type HeldAccess,
  inOrder,
  setPeople,
} from './draft.ts';

/** What a link asks a draft to start with. */
export interface Prefill {
  readonly vlUserIds: readonly string[];
  readonly licenseIds: readonly string[];
  readonly roles: readonly Role[];
}

/** Reads the prefill out of the address; null where there is none. Roles that there are not are left out. */
export function prefillOf({ add, license, role }: AssignSearch): Prefill | null {
  if (add === undefined) return null;
  return {
    vlUserIds: [...new Set(add)],
    licenseIds: [...new Set(license ?? [])],
    roles: inOrder((role ?? []).filter(isRole)),
  };
}

/**
 * Adds people to a draft on license IDs, with roles beside those that they hold. What the draft has already
 * stays.
 */
export function applyPrefill(
  people: readonly DraftPerson[],
  added: readonly { readonly identity: DraftIdentity; readonly access: HeldAccess }[],
  licenses: readonly { readonly licenseId: string; readonly name: string }[],
  roles: readonly Role[],
): DraftPerson[] {
  const read = new Map(added.map(({ identity, access }) => [identity.id, access]));
  const known = new Set(people.map(({ id }) => id));
  const fresh = added.map(({ identity }) => identity).filter(({ id }) => !known.has(id));
  const licenseIds = new Set(licenses.map(({ licenseId }) => licenseId));
  return setPeople(people, [...people, ...fresh], read).map((person) => {
    const access = read.get(person.id);
    if (access === undefined) return person;
    const extended = addLicenses(person, licenses, access);
    return {
      ...extended,
      licenses: extended.licenses.map((each) =>
        licenseIds.has(each.licenseId) ? { ...each, roles: inOrder([...each.roles, ...roles]) } : each,
      ),
    };
  });
}
