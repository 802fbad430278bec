import type { Queryable } from '../../database/connect.ts';
import { type OwnLicense, selectOwnLicenses } from './own-license-repository.ts';
import type { RecordActor, RejectedRecord } from './record-kind.ts';

/** What is said of a license ID of somebody else, and of one that there is not: nobody learns which. */
export const unknownLicenseId: RejectedRecord = {
  outcome: 'rejected',
  pointer: '/licenseId',
  detail: 'There is no such license ID of yours.',
};

/**
 * License IDs for which the caller may push: a partner those that they set up, the publisher all.
 *
 * @param licenseIds As people call them.
 * @returns By what people call them; foreign ones are missing, as unknown ones are.
 */
export async function ownLicenses(
  q: Queryable,
  actor: RecordActor,
  licenseIds: readonly string[],
): Promise<Map<string, OwnLicense>> {
  const rows = await selectOwnLicenses(q, actor.kind === 'partner' ? actor.partner.id : null, [
    ...new Set(licenseIds),
  ]);
  return new Map(rows.map(({ number, ...license }) => [number, license]));
}
