import { countAdministrators, losesLastAdministrator } from '@muniment/domain/administrators.ts';
import type { LiveGrant } from '@muniment/domain/assignment-facts.ts';
import type { Trx } from '../../database/connect.ts';
import { applyInvitationSteps } from '../invitations/invitation-service.ts';
import type { MailPlanning } from '../mail/mail-service.ts';
import { planMails } from '../mail/mail-service.ts';
import { announce, beginProvisioning } from '../provisioning/provisioning-service.ts';
import { findVlUsers } from '../vl-users/vl-user-service.ts';
import {
  closeGrants,
  lockLicenses,
  lockPeople,
  openGrants,
  selectLicensesById,
  selectLiveGrants,
  selectUserFacts,
} from './assignment-repository.ts';
import type { RecordedChange } from './grant-service.ts';
import { closeOutlived, reassignInherited, selectInheritedOn } from './inherited-grants-repository.ts';

/**
 * Opens Administrator grants, inherited from an agreement, on a license ID that was added under it. People are told
 * when they count: at once, or when downstream systems have answered.
 *
 * @param license Its internal id; no grant of it is open to the heirs by that agreement yet.
 * @source I1, S6, M2
 */
export async function openInherited(
  trx: Trx,
  deps: MailPlanning,
  organizationId: string,
  license: { readonly id: string; readonly agreementId: string },
  heirs: readonly string[],
  change: RecordedChange,
): Promise<void> {
  await lockPeople(trx, organizationId, heirs);
  const provisionings = await beginProvisioning(trx, deps, organizationId, change, heirs);
  const opened = heirs.map((userKey) => ({
    userKey,
    licenseId: license.id,
    role: 'administrator' as const,
    period: { startsAt: change.at, endsAt: null },
    awaits: 'provisioning' as const,
    originAgreementId: license.agreementId,
  }));
  await openGrants(trx, organizationId, opened, change, provisionings);
  const [named] = await selectLicensesById(trx, organizationId, [license.id]);
  if (named === undefined) throw new Error('The license ID is not there');
  const told = heirs.filter((id) => !provisionings.has(id));
  const people = await findVlUsers(trx, organizationId, { ids: told, emailKeys: [] });
  const { licenseId, name } = named;
  const mails = people.map((person) => ({
    kind: 'permission-change' as const,
    vlUserId: person.id,
    toName: person.displayName,
    toAddress: person.businessEmail,
    changeId: change.id,
    facts: {
      licenses: [{ licenseId, name, added: ['administrator' as const], removed: [], rescheduled: [] }],
    },
  }));
  await planMails(trx, deps, organizationId, mails, change.at);
  const pairs = heirs.map((vlUserId) => ({ vlUserId, licenseId: license.id }));
  await announce(trx, deps, organizationId, change, pairs, provisionings);
}

/**
 * Locks somebody's inherited Administrator on a license ID, and says whether they may give it up.
 *
 * @returns The grants concerned; none where they inherit nothing there; 'last-administrator' where nobody would be left.
 * @source I4, A1
 */
export async function lockInherited(
  trx: Trx,
  organizationId: string,
  { vlUserId, licenseId }: { readonly vlUserId: string; readonly licenseId: string },
  at: () => Promise<Date>,
): Promise<readonly LiveGrant[] | 'last-administrator'> {
  await lockLicenses(trx, organizationId, [licenseId]);
  await lockPeople(trx, organizationId, [vlUserId]);
  const grants = await selectLiveGrants(trx, organizationId, [licenseId], [vlUserId]);
  const given = grants.filter(
    (grant) => grant.origin === 'inherited' && grant.userKey === vlUserId && grant.licenseId === licenseId,
  );
  if (given.length === 0) return [];
  const now = await at();
  const holders = [...new Set(grants.map(({ userKey }) => userKey))];
  const users = await selectUserFacts(trx, organizationId, holders, now);
  const count = (of: readonly LiveGrant[]) =>
    countAdministrators(
      of
        .filter(({ role, licenseId: on }) => role === 'administrator' && on === licenseId)
        .map((grant) => ({
          ...grant,
          holder: users.get(grant.userKey) ?? { registered: false, present: false },
        })),
      now,
    ).get(licenseId);
  const left = grants.filter((grant) => !given.includes(grant));
  return losesLastAdministrator(count(grants), count(left)) ? 'last-administrator' : given;
}

/** Ends inherited grants that their holder gives up, and lets downstream systems know. @source I4 */
export async function closeInherited(
  trx: Trx,
  deps: MailPlanning,
  organizationId: string,
  grants: readonly LiveGrant[],
  change: RecordedChange,
): Promise<void> {
  const ids = grants.map(({ grantId }) => grantId);
  await closeGrants(trx, organizationId, ids, change);
  const pairs = grants.map(({ userKey, licenseId }) => ({ vlUserId: userKey, licenseId }));
  await announce(trx, deps, organizationId, change, pairs, new Map());
}

/** License IDs (internal ids) on which somebody holds something inherited from an agreement. */
export function inheritedOn(
  trx: Trx,
  organizationId: string,
  of: { readonly vlUserId: string; readonly agreementId: string },
): Promise<string[]> {
  return selectInheritedOn(trx, organizationId, of);
}

/**
 * Makes what somebody inherited from an agreement theirs by assignment, without a gap: they are its contact no more.
 *
 * @returns The license IDs (internal ids) concerned.
 * @source A10
 */
export async function makeAssigned(
  trx: Trx,
  organizationId: string,
  { vlUserId, agreementId }: { readonly vlUserId: string; readonly agreementId: string },
  change: RecordedChange,
): Promise<string[]> {
  const licenseIds = await selectInheritedOn(trx, organizationId, { vlUserId, agreementId });
  await lockLicenses(trx, organizationId, licenseIds);
  await lockPeople(trx, organizationId, [vlUserId]);
  const registered = await closeOutlived(trx, organizationId, { vlUserId, agreementId }, change);
  // They administer these now: there is nothing left that a contact invitation could register.
  await applyInvitationSteps(
    trx,
    organizationId,
    registered.map((licenseId) => ({ step: 'withdraw-contact' as const, userKey: vlUserId, licenseId })),
    { at: change.at, invitationDays: 1 },
  );
  return reassignInherited(trx, organizationId, { vlUserId, agreementId }, change);
}
