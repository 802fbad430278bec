import type { Action } from '@muniment/domain/roles.ts';
import type { Member } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import type { Author } from '../ledger/ledger-service.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { holdLicense } from './service-repository.ts';

/**
 * The license ID that something is done on, held so that nobody's roles on it end before that is done.
 *
 * @throws Problem license-id-not-found.
 * @source R10
 */
export async function holdOpenedLicense(trx: Trx, actor: Member, licenseId: string, action: Action) {
  // Asked before as well, so that nobody makes others wait on a license ID that is not open to them.
  await holdLicense(trx, await requireOpenedLicense(trx, actor, licenseId, action));
  return requireOpenedLicense(trx, actor, licenseId, action);
}

export function authorOf(actor: Member): Author {
  return { kind: 'person', id: actor.vlUserId, name: actor.displayName };
}
