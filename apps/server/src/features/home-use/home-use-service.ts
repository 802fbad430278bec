import { HomeUseEntitlementRecord } from '@muniment/contract/home-use.ts';
import type { Trx } from '../../database/connect.ts';
import { ownLicenses, unknownLicenseId } from '../records/own-licenses-service.ts';
import type { RecordActor, RecordKind, Saved } from '../records/record-kind.ts';
import { upsertEntitlements } from './entitlement-repository.ts';

/** Home Use copies that the publisher grants on a license ID, and how many its shop has given out. */
export const homeUseEntitlementKind: RecordKind<typeof HomeUseEntitlementRecord> = {
  type: 'home-use-entitlement',
  schema: HomeUseEntitlementRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) => saveEntitlements(trx, actor, records),
};

async function saveEntitlements(
  trx: Trx,
  actor: RecordActor,
  records: readonly HomeUseEntitlementRecord[],
): Promise<Saved[]> {
  const licenses = await ownLicenses(
    trx,
    actor,
    records.map(({ licenseId }) => licenseId),
  );
  const wanted = new Map(
    records.flatMap(({ licenseId, total, used }) => {
      const license = licenses.get(licenseId);
      return license === undefined ? [] : [[license.id, { ...license, total, used }] as const];
    }),
  );
  // Sorted, so that two imports cannot wait for each other.
  const sorted = [...wanted.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const changed = new Map((await upsertEntitlements(trx, sorted)).map((row) => [row.licenseId, row.isNew]));
  return records.map(({ licenseId }) => {
    const license = licenses.get(licenseId);
    if (license === undefined) return unknownLicenseId;
    const isNew = changed.get(license.id);
    const outcome = isNew === undefined ? 'unchanged' : isNew ? 'created' : 'updated';
    return { outcome, organizationId: license.organizationId, licenseId: license.id };
  });
}
