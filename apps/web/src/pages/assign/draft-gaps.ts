import { ASSIGNMENTS_MAX } from '@muniment/contract/assignment-changes.ts';
import { type DraftLicense, type DraftPerson, inheritedRoles } from './draft.ts';

/** Why a draft cannot be verified yet. */
export type DraftGap =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'without-license-ids'; readonly person: DraftPerson; readonly others: number }
  | {
      readonly kind: 'without-roles';
      readonly person: DraftPerson;
      readonly licenseIds: readonly string[];
      readonly others: number;
    }
  | { readonly kind: 'too-many'; readonly pairs: number };

/**
 * Finds what a draft lacks: the first person concerned by name, and how many others there are. A license ID
 * without roles would end all of them, which the wizard does not do by leaving something out. What is inherited
 * there is a role too, which stays.
 *
 * @returns null where it can be verified.
 * @source S3, I3, Edges
 */
export function findGap(people: readonly DraftPerson[]): DraftGap | null {
  if (people.length === 0) return { kind: 'nobody' };
  const pairs = pairCount(people);
  if (pairs > ASSIGNMENTS_MAX) return { kind: 'too-many', pairs };
  const withoutLicenseIds = people.filter(({ licenses }) => licenses.length === 0);
  const [first] = withoutLicenseIds;
  if (first !== undefined)
    return { kind: 'without-license-ids', person: first, others: withoutLicenseIds.length - 1 };
  const withoutRoles = people.filter((person) => licenseIdsWithoutRoles(person).length > 0);
  const [person] = withoutRoles;
  if (person === undefined) return null;
  const licenseIds = licenseIdsWithoutRoles(person);
  return { kind: 'without-roles', person, licenseIds, others: withoutRoles.length - 1 };
}

/** How many (person, license ID) pairs a draft holds. */
export function pairCount(people: readonly DraftPerson[]): number {
  return people.reduce((sum, { licenses }) => sum + licenses.length, 0);
}

/** Whether somebody would have no role on a license ID, not even an inherited one. @source I3 */
export function lacksRoles(license: DraftLicense): boolean {
  return license.roles.length === 0 && inheritedRoles(license).length === 0;
}

function licenseIdsWithoutRoles({ licenses }: DraftPerson): string[] {
  return licenses.filter(lacksRoles).map(({ licenseId }) => licenseId);
}

export type DraftStep = 'people' | 'contracts' | 'roles';

/** The step that a draft has come to. */
export function stepOf(people: readonly DraftPerson[]): DraftStep {
  if (people.length === 0) return 'people';
  return people.some(({ licenses }) => licenses.length === 0) ? 'contracts' : 'roles';
}
