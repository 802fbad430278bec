import type { Overview } from '@muniment/contract/licenses.ts';
import { paths } from './paths.ts';

/**
 * Where second administrators are named: the wizard, with the n-th suggested person on the n-th license ID. Those
 * without a suggestion are left to the person.
 *
 * @source A5
 */
export function secondAdminsPath(
  organization: string,
  items: Overview['soleAdministratorOf']['items'],
): string {
  const pairs = items.flatMap(({ licenseId, suggested }) =>
    suggested === null ? [] : [{ licenseId, vlUserId: suggested.vlUserId }],
  );
  if (pairs.length === 0) return paths.assign(organization);
  return paths.assign(organization, {
    add: pairs.map(({ vlUserId }) => vlUserId),
    license: pairs.map(({ licenseId }) => licenseId),
    role: ['administrator'],
  });
}
