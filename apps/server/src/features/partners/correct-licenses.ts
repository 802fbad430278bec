import { isDeepStrictEqual } from 'node:util';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { recordChange } from '../assignments/grant-service.ts';
import { heirsOf, inherit, withoutInherited } from '../contacts/inheritance-service.ts';
import type { Author, LedgerEvent } from '../ledger/ledger-service.ts';
import { type LicenseFacts, type OwnedLicense, updateLicense } from './partner-repository.ts';
import type { SetUpDeps } from './set-up-deps.ts';
import { selectFacts } from './set-up-repository.ts';

export interface Correction {
  readonly license: OwnedLicense;
  readonly after: LicenseFacts;
}

/**
 * Corrects the facts of license IDs; one whose facts are so already stays untouched. Contract facts are no personal
 * data: the ledger keeps them as they were and as they are.
 *
 * @returns What happened to each that changed, by internal id.
 * @source B5, I1
 */
export async function correctLicenses(
  trx: Trx,
  deps: SetUpDeps,
  author: Author,
  corrections: readonly Correction[],
): Promise<Map<string, { readonly at: Date; readonly event: LedgerEvent }>> {
  const corrected = new Map<string, { readonly at: Date; readonly event: LedgerEvent }>();
  if (corrections.length === 0) return corrected;
  const seen = await selectFacts(trx, licensesOf(corrections), { lock: false });
  const changed = corrections.filter(({ license, after }) => !isSame(seen.get(license.id), after));
  const byOrganization = [...Map.groupBy(changed, ({ license }) => license.organizationId)];
  // In one order, so that two who correct at once cannot wait for each other.
  for (const [organizationId, ofOrganization] of byOrganization.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const agreementIds = new Set(ofOrganization.flatMap(({ after }) => after.agreementId ?? []));
    const heirs = await heirsOf(trx, organizationId, [...agreementIds]);
    const now = await selectFacts(trx, licensesOf(ofOrganization), { lock: true });
    const at = await currentTime(trx);
    for (const { license, after } of ofOrganization) {
      const before = now.get(license.id);
      if (before === undefined || isSame(before, after)) continue;
      const possibleHeirs = heirs.get(after.agreementId ?? '') ?? [];
      const event = await correct(trx, deps, author, license, { before, after, possibleHeirs, at });
      corrected.set(license.id, { at, event });
    }
  }
  return corrected;
}

async function correct(
  trx: Trx,
  deps: SetUpDeps,
  author: Author,
  license: OwnedLicense,
  facts: {
    readonly before: LicenseFacts;
    readonly after: LicenseFacts;
    readonly possibleHeirs: readonly string[];
    readonly at: Date;
  },
): Promise<LedgerEvent> {
  const { before, after, possibleHeirs, at } = facts;
  const { organizationId } = license;
  await updateLicense(trx, license, after);
  // Moved under an agreement, it is added there: whoever opted in inherits from then on (I1).
  const under = { id: license.id, agreementId: after.agreementId ?? '' };
  const heirs =
    before.agreementId === after.agreementId
      ? []
      : await withoutInherited(trx, organizationId, under, possibleHeirs);
  const change = heirs.length === 0 ? null : await recordChange(trx, organizationId, 'set-up', author, at);
  const opened = change === null ? [] : await inherit(trx, deps, organizationId, under, heirs, change);
  return {
    event: 'license.corrected',
    version: 1,
    licenseIds: [license.id],
    details: {
      licenseId: license.id,
      number: license.licenseId,
      before,
      after,
      ...(change === null ? {} : { changeId: change.id, opened }),
    },
  };
}

function licensesOf(corrections: readonly Correction[]): OwnedLicense[] {
  return corrections.map(({ license }) => license);
}

function isSame(before: LicenseFacts | undefined, after: LicenseFacts): boolean {
  return (
    before !== undefined &&
    (Object.keys(after) as (keyof LicenseFacts)[]).every((name) =>
      isDeepStrictEqual(before[name], after[name]),
    )
  );
}
