import { isRole, type Role } from '@muniment/domain/roles.ts';
import type { AssignSearch } from '../../app/paths.ts';
import {
  addLicenses,
  type DraftIdentity,
  type DraftLicense,
  type DraftPerson,
  type HeldAccess,
  inheritedRoles,
  inOrder,
  setPeople,
} from './draft.ts';

/** What a link asks a draft to start with: for each VL user the license IDs to be added. */
export interface Prefill {
  readonly licenseIdsByUser: ReadonlyMap<string, readonly string[]>;
  readonly roles: readonly Role[];
}

/**
 * Reads the prefill out of the address; null where there is none. As many license IDs as people are pairs, the
 * first with the first; otherwise everybody gets all. Roles that there are not are left out.
 */
export function prefillOf({ add, license = [], role = [] }: AssignSearch): Prefill | null {
  if (add === undefined) return null;
  const arePairs = add.length === license.length;
  const licenseIdsByUser = new Map<string, readonly string[]>();
  add.forEach((vlUserId, index) => {
    const before = licenseIdsByUser.get(vlUserId) ?? [];
    const added = arePairs ? license.slice(index, index + 1) : license;
    licenseIdsByUser.set(vlUserId, [...new Set([...before, ...added])]);
  });
  return { licenseIdsByUser, roles: inOrder(role.filter(isRole)) };
}

/** Somebody whom a link adds, with what was read of them and the license IDs to add. */
export interface PrefilledPerson {
  readonly identity: DraftIdentity;
  readonly access: HeldAccess;
  readonly licenses: readonly { readonly licenseId: string; readonly name: string }[];
}

/**
 * Adds people to a draft on license IDs, with roles beside those that they hold. What the draft has already
 * stays.
 */
export function applyPrefill(
  people: readonly DraftPerson[],
  added: readonly PrefilledPerson[],
  roles: readonly Role[],
): DraftPerson[] {
  const read = new Map(added.map(({ identity, access }) => [identity.id, access]));
  const known = new Set(people.map(({ id }) => id));
  const fresh = added.map(({ identity }) => identity).filter(({ id }) => !known.has(id));
  return setPeople(people, [...people, ...fresh], read).map((person) => {
    const prefilled = added.find(({ identity }) => identity.id === person.id);
    if (prefilled === undefined) return person;
    const licenseIds = new Set(prefilled.licenses.map(({ licenseId }) => licenseId));
    const extended = addLicenses(person, prefilled.licenses, prefilled.access);
    return {
      ...extended,
      licenses: extended.licenses.map((each) =>
        licenseIds.has(each.licenseId)
          ? { ...each, roles: inOrder([...each.roles, ...roles.filter((role) => !isLocked(each, role))]) }
          : each,
      ),
    };
  });
}

function isLocked(license: DraftLicense, role: Role): boolean {
  return inheritedRoles(license).includes(role);
}
