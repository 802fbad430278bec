import type { Member } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { Problem } from '../../problem.ts';
import { recordChange } from '../assignments/grant-service.ts';
import { closeInherited, lockInherited } from '../assignments/inherited-grants-service.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { findLicenseId } from '../licenses/license-service.ts';
import type { MailPlanning } from '../mail/mail-service.ts';

/**
 * Gives up what the caller inherited on a license ID.
 *
 * @throws Problem license-id-not-found where they inherit nothing there, last-administrator.
 * @source I4, A1
 */
export async function giveUp(trx: Trx, deps: MailPlanning, actor: Member, licenseId: string): Promise<void> {
  const organizationId = actor.organization.id;
  const id = await findLicenseId(trx, organizationId, licenseId);
  const pair = { vlUserId: actor.vlUserId, licenseId: id ?? '' };
  const given = id === null ? [] : await lockInherited(trx, organizationId, pair, () => currentTime(trx));
  if (given === 'last-administrator') {
    throw new Problem('last-administrator', {
      detail: `No administrator who has registered would be left on ${licenseId}. Name another one first.`,
      licenseIds: [licenseId],
    });
  }
  if (given.length === 0) {
    throw new Problem('license-id-not-found', { detail: `You inherit nothing on license ID ${licenseId}.` });
  }
  const author = { kind: 'person' as const, id: actor.vlUserId, name: actor.displayName };
  const at = await currentTime(trx);
  const change = await recordChange(trx, organizationId, 'given-up', author, at);
  await closeInherited(trx, deps, organizationId, given, change);
  await appendToLedger(trx, organizationId, author, at, {
    event: 'inherited-role.given-up',
    version: 1,
    licenseIds: [pair.licenseId],
    details: {
      changeId: change.id,
      closed: given.map(({ userKey, role }) => ({ vlUserId: userKey, licenseId: pair.licenseId, role })),
    },
  });
}
