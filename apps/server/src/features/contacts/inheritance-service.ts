import type { Trx } from '../../database/connect.ts';
import type { RecordedChange } from '../assignments/grant-service.ts';
import { inheritedOn, openInherited } from '../assignments/inherited-grants-service.ts';
import type { MailPlanning } from '../mail/mail-service.ts';
import { matchAccounts } from './contact-repository.ts';
import { keepAgreementsStill, selectHeirs } from './inheritance-repository.ts';

/**
 * Who inherits from agreements, and keeps inheriting until the end of the transaction.
 *
 * @returns VL users by agreement; one from whom nobody inherits is missing.
 * @source I1
 */
export async function heirsOf(
  trx: Trx,
  organizationId: string,
  agreementIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (agreementIds.length === 0) return new Map();
  await keepAgreementsStill(trx, organizationId, agreementIds);
  return selectHeirs(trx, organizationId, agreementIds);
}

/**
 * Makes contacts who opted in administrators of a license ID that was added under their agreement, at once.
 *
 * @returns What was opened, for the ledger.
 * @source I1, S6
 */
export async function inherit(
  trx: Trx,
  deps: MailPlanning,
  organizationId: string,
  license: { readonly id: string; readonly agreementId: string },
  heirs: readonly string[],
  change: RecordedChange,
) {
  if (heirs.length === 0) return [];
  await openInherited(trx, deps, organizationId, license, heirs, change);
  return heirs.map((vlUserId) => ({
    vlUserId,
    licenseId: license.id,
    role: 'administrator' as const,
    inheritedFrom: license.agreementId,
    startsAt: change.at.toISOString(),
    endsAt: null,
  }));
}

/** Matches the contacts of a new agreement with people who have signed in before. @source R9 */
export async function matchNewContacts(trx: Trx, organizationId: string, agreementId: string): Promise<void> {
  await matchAccounts(trx, organizationId, agreementId);
}

/** Of heirs, those who do not inherit from the agreement on this license ID already: it was there before. */
export async function withoutInherited(
  trx: Trx,
  organizationId: string,
  license: { readonly id: string; readonly agreementId: string },
  heirs: readonly string[],
): Promise<string[]> {
  const left: string[] = [];
  for (const vlUserId of heirs) {
    const on = await inheritedOn(trx, organizationId, { vlUserId, agreementId: license.agreementId });
    if (!on.includes(license.id)) left.push(vlUserId);
  }
  return left;
}
