import type { AssignmentFacts } from '@muniment/domain/assignment-facts.ts';
import type { Member } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { isProvisioned } from '../provisioning/provisioning-service.ts';
import {
  selectAdministered,
  selectBillTo,
  selectInProgress,
  selectLiveGrants,
  selectUserFacts,
} from './assignment-repository.ts';

/** The publisher bringing in what another system held: every license ID of the organization is open to it. @source G2 */
export interface Importer {
  readonly kind: 'publisher';
  readonly organization: { readonly id: string };
  readonly displayName: string;
}

/** Of these license IDs (internal ids), those on which the actor may manage assignments now. @source R10, G2 */
export async function administeredBy(
  trx: Trx,
  actor: Member | Importer,
  licenseIds: readonly string[],
): Promise<Set<string>> {
  if (actor.kind === 'publisher') return new Set(licenseIds);
  return selectAdministered(trx, actor.organization.id, actor.vlUserId, licenseIds);
}

/**
 * Reads what is true of people on license IDs (internal ids), for a decision. To be called after they are locked, in a
 * statement of its own.
 *
 * @param registering Ids of those whom the change registers.
 */
export async function readFacts(
  trx: Trx,
  actor: Member | Importer,
  licenseIds: readonly string[],
  personIds: readonly string[],
  registering: ReadonlySet<string>,
): Promise<AssignmentFacts> {
  const organizationId = actor.organization.id;
  const at = await currentTime(trx);
  const administered = await administeredBy(trx, actor, licenseIds);
  const userKey = actor.kind === 'member' ? actor.vlUserId : null;
  // An import takes nothing away, and downstream systems are told all that somebody is to hold: it need not wait.
  const inProgress =
    userKey === null ? new Set<string>() : await selectInProgress(trx, organizationId, userKey, personIds);
  const billToOn =
    userKey === null ? new Set<string>() : await selectBillTo(trx, organizationId, userKey, licenseIds);
  const grants = await selectLiveGrants(trx, organizationId, licenseIds, personIds);
  const holders = new Set([...grants.map((grant) => grant.userKey), ...personIds]);
  const users = new Map(await selectUserFacts(trx, organizationId, [...holders], at));
  for (const id of personIds) {
    // In a dry run somebody new has no row yet, and nobody is registered by it.
    const user = users.get(id) ?? { userKey: id, registered: false, present: true, invitation: null };
    users.set(id, registering.has(id) ? { ...user, registered: true } : user);
  }
  const viewer = { userKey, billToOn };
  const opensInto = (await isProvisioned(trx)) ? 'provisioning' : null;
  return { at, administered, viewer, inProgress, opensInto, users, grants };
}
