import type { BodyOf } from '@muniment/contract/endpoint.ts';
import type { editVlUser } from '@muniment/contract/vl-users.ts';
import { type Member, viewerOf } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField, Problem } from '../../problem.ts';
import { isNamedByDirectory } from '../directory/directory-service.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { findSeen } from './list-vl-users.ts';
import { selectIsInProgress, selectSeenLicenseIds } from './seen-person-repository.ts';
import { lockVlUser, updateVlUser } from './vl-user-repository.ts';
import { requireVersions } from './vl-user-service.ts';

/**
 * Changes the business e-mail or the name of a VL user whom the caller sees.
 *
 * @throws Problem vl-user-not-found, stale-version, assignment-in-progress; invalid-request for a name that comes from the directory.
 * @source S10, M8, Edges
 */
export async function changeVlUser(
  trx: Trx,
  actor: Member,
  vlUserId: string,
  change: BodyOf<typeof editVlUser>,
  ifMatch: string | null,
): Promise<void> {
  const viewer = viewerOf(actor);
  const before = await findSeen(trx, viewer, vlUserId);
  await lockVlUser(trx, viewer.organizationId, before.id);
  if (ifMatch !== null) await requireVersions(trx, actor, [{ vlUserId: before.id, etag: ifMatch }]);
  if (await selectIsInProgress(trx, viewer, before.id)) {
    throw new Problem('assignment-in-progress', {
      detail: `A change of ${before.displayName} is being applied. Editing opens again when it ends.`,
    });
  }
  const displayName = change.displayName?.trim();
  // While they are in the directory its name counts (S10).
  if (
    displayName !== undefined &&
    displayName !== before.displayName &&
    (await isNamedByDirectory(trx, viewer.organizationId, before.id))
  ) {
    throw invalidField('/displayName', "The name comes from the organization's directory.");
  }
  await updateVlUser(trx, viewer.organizationId, before.id, {
    businessEmail: change.businessEmail,
    displayName,
  });
  const author = { kind: 'person' as const, id: actor.vlUserId, name: actor.displayName };
  const licenseIds = await selectSeenLicenseIds(trx, viewer, before.id);
  await appendToLedger(trx, viewer.organizationId, author, await currentTime(trx), {
    event: 'vl-user.edited',
    version: 1,
    licenseIds,
    // Which fields, not their values: the ledger holds no names.
    details: {
      fields: Object.keys(change).sort(),
      people: licenseIds.map((licenseId) => ({ vlUserId: before.id, licenseId })),
    },
  });
}
