import type { LiveGrant } from '@muniment/domain/assignment-facts.ts';
import { hasEnded, holdsAt, type Period } from '@muniment/domain/grant.ts';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import type { ChangeKind } from '../../database/schema.ts';
import type { Author } from '../ledger/ledger-service.ts';
import {
  closeGrants,
  insertChange,
  lockLicenses,
  lockPeople,
  openGrants,
  selectLiveGrants,
} from './assignment-repository.ts';

/** A change under which grants are opened and closed. */
export interface RecordedChange {
  readonly id: string;
  readonly at: Date;
}

/** Records a change that is not asked for as assignments: a set-up or a registration. */
export async function recordChange(
  trx: Trx,
  organizationId: string,
  kind: Exclude<ChangeKind, 'assignment'>,
  author: Author,
  at: Date,
): Promise<RecordedChange> {
  const id = v7();
  await insertChange(trx, organizationId, {
    id,
    at,
    kind,
    actor_kind: author.kind,
    actor_id: author.id,
    actor_name: author.name,
    reason: null,
  });
  return { id, at };
}

/** Locks license IDs (internal ids), before anybody's VL user. */
export function lockLicensesOf(
  trx: Trx,
  organizationId: string,
  licenseIds: readonly string[],
): Promise<void> {
  return lockLicenses(trx, organizationId, licenseIds);
}

/** Locks VL users and their open invitations. */
export function lockPeopleOf(trx: Trx, organizationId: string, vlUserIds: readonly string[]): Promise<void> {
  return lockPeople(trx, organizationId, vlUserIds);
}

/** Assigned Administrator grants of these people on a license ID, counting or not. */
export async function heldAdministrators(
  trx: Trx,
  organizationId: string,
  licenseId: string,
  vlUserIds: readonly string[],
): Promise<LiveGrant[]> {
  const live = await selectLiveGrants(trx, organizationId, [licenseId], vlUserIds);
  return live.filter(
    (grant) =>
      vlUserIds.includes(grant.userKey) &&
      grant.licenseId === licenseId &&
      grant.role === 'administrator' &&
      grant.origin === 'assigned',
  );
}

/** Whether something still waits for a pending VL user to register their assignment invitation. @source S9 */
export async function waitsForAssignmentInvitation(
  trx: Trx,
  organizationId: string,
  vlUserId: string,
  at: Date,
): Promise<boolean> {
  const live = await selectLiveGrants(trx, organizationId, [], [vlUserId]);
  return live.some(
    ({ origin, awaits, period }) =>
      origin === 'assigned' && awaits !== 'contact-registration' && !hasEnded(period, at),
  );
}

/** Ends grants. */
export function endGrants(
  trx: Trx,
  organizationId: string,
  grants: readonly LiveGrant[],
  change: RecordedChange,
): Promise<void> {
  return closeGrants(
    trx,
    organizationId,
    grants.map(({ grantId }) => grantId),
    change,
  );
}

/** Ends one grant. */
export function endGrant(
  trx: Trx,
  organizationId: string,
  grantId: number,
  change: RecordedChange,
): Promise<void> {
  return closeGrants(trx, organizationId, [String(grantId)], change);
}

/**
 * Names a contact administrator of a license ID; it counts once the contact's invitation is registered.
 *
 * @returns false where they hold the role there already, in whatever way.
 * @source A2
 */
export async function designateContact(
  trx: Trx,
  organizationId: string,
  contact: { readonly vlUserId: string; readonly licenseId: string },
  change: RecordedChange,
): Promise<boolean> {
  if ((await heldAdministrator(trx, organizationId, contact)) !== undefined) return false;
  const period: Period = { startsAt: change.at, endsAt: null };
  const grant = {
    userKey: contact.vlUserId,
    licenseId: contact.licenseId,
    role: 'administrator' as const,
    period,
    awaits: 'contact-registration' as const,
  };
  await openGrants(trx, organizationId, [grant], change);
  return true;
}

/**
 * Makes somebody administrator for good, whatever they held on the license ID before.
 *
 * @param provisionings What the grant waits for, by VL user; empty where it counts at once.
 * @source A3
 */
export async function giveAdministrator(
  trx: Trx,
  organizationId: string,
  registrant: { readonly vlUserId: string; readonly licenseId: string },
  change: RecordedChange,
  provisionings: ReadonlyMap<string, string>,
): Promise<void> {
  const held = await heldAdministrator(trx, organizationId, registrant);
  if (held !== undefined) {
    const isForGood = held.period.endsAt === null && holdsAt(held.period, change.at) && held.awaits === null;
    if (isForGood) return;
    await closeGrants(trx, organizationId, [held.grantId], change);
  }
  const period: Period = { startsAt: change.at, endsAt: null };
  const grant = {
    userKey: registrant.vlUserId,
    licenseId: registrant.licenseId,
    role: 'administrator' as const,
    period,
    awaits: 'provisioning' as const,
  };
  await openGrants(trx, organizationId, [grant], change, provisionings);
}

async function heldAdministrator(
  trx: Trx,
  organizationId: string,
  { vlUserId, licenseId }: { readonly vlUserId: string; readonly licenseId: string },
): Promise<LiveGrant | undefined> {
  return (await heldAdministrators(trx, organizationId, licenseId, [vlUserId]))[0];
}
