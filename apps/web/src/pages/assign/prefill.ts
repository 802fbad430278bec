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
  /** Where each person is meant for a license ID of their own; else everybody is meant for all of them. */
  readonly pairs?: readonly PrefillPair[];
}

export interface PrefillPair {
  readonly vlUserId: string;
  readonly licenseId: string;
}

/**
 * Reads the prefill out of the address; null where there is none. Roles that there are not are left out.
 *
 * As many people as license IDs, and more than one, are pairs: the second person is meant for the second license
 * ID and for no other.
 */
export function prefillOf({ add, license, role }: AssignSearch): Prefill | null {
  if (add === undefined) return null;
  const isPaired = add.length > 1 && add.length === license?.length;
  return {
    ...(isPaired
      ? { pairs: add.map((vlUserId, index) => ({ vlUserId, licenseId: license[index] ?? '' })) }
      : {}),
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
  pairs?: readonly PrefillPair[],
): DraftPerson[] {
  const read = new Map(added.map(({ identity, access }) => [identity.id, access]));
  const known = new Set(people.map(({ id }) => id));
  const fresh = added.map(({ identity }) => identity).filter(({ id }) => !known.has(id));
  return setPeople(people, [...people, ...fresh], read).map((person) => {
    const access = read.get(person.id);
    if (access === undefined) return person;
    const meant = licenses.filter(
      ({ licenseId }) =>
        pairs === undefined ||
        pairs.some((pair) => pair.vlUserId === person.id && pair.licenseId === licenseId),
    );
    const licenseIds = new Set(meant.map(({ licenseId }) => licenseId));
    const extended = addLicenses(person, meant, access);
    return {
      ...extended,
      licenses: extended.licenses.map((each) =>
        licenseIds.has(each.licenseId) ? { ...each, roles: inOrder([...each.roles, ...roles]) } : each,
      ),
    };
  });
}
