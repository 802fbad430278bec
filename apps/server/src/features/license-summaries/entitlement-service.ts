import { EntitlementRecord } from '@muniment/contract/entitlements.ts';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { productsByPartNumber } from '../products/product-service.ts';
import { ownLicenses, unknownLicenseId } from '../records/own-licenses-service.ts';
import type { RecordActor, RecordKind, RejectedRecord, Saved } from '../records/record-kind.ts';
import { type PushedEntitlement, upsertEntitlements } from './entitlement-record-repository.ts';

/** Entitlements as partners and the publisher push them. @source W4 */
export const entitlementKind: RecordKind<typeof EntitlementRecord> = {
  type: 'entitlement',
  schema: EntitlementRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) => saveEntitlements(trx, actor, records),
};

/** What is sent again as it is changes nothing; of the same entitlement twice the later counts. */
async function saveEntitlements(
  trx: Trx,
  actor: RecordActor,
  records: readonly EntitlementRecord[],
): Promise<Saved[]> {
  const read = await readRecords(trx, actor, records);
  const pushed = new Map(read.flatMap((one) => ('outcome' in one ? [] : [[keyOf(one), one] as const])));
  // Sorted, so that two imports cannot wait for each other.
  const sorted = [...pushed].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const saved =
    sorted.length === 0
      ? []
      : await upsertEntitlements(
          trx,
          sorted.map(([, one]) => ({ ...one, id: v7() })),
        );
  const changed = new Map(saved.map((row) => [keyOf(row), row.isNew]));
  return read.map((one) => {
    if ('outcome' in one) return one;
    const isNew = changed.get(keyOf(one));
    const outcome = isNew === undefined ? 'unchanged' : isNew ? 'created' : 'updated';
    return { outcome, organizationId: one.organizationId, licenseId: one.licenseId };
  });
}

async function readRecords(
  trx: Trx,
  actor: RecordActor,
  records: readonly EntitlementRecord[],
): Promise<(PushedEntitlement | RejectedRecord)[]> {
  const licenses = await ownLicenses(
    trx,
    actor,
    records.map(({ licenseId }) => licenseId),
  );
  const products = await productsByPartNumber(
    trx,
    records.map(({ partNumber }) => partNumber),
  );
  return records.map((record) => {
    const { effectiveFrom, effectiveTo = null, softwareAssuranceTo = null } = record;
    const license = licenses.get(record.licenseId);
    if (license === undefined) return unknownLicenseId;
    const product = products.get(record.partNumber);
    if (product === undefined)
      return rejected('/partNumber', 'The catalog has no product of this part number.');
    if (effectiveTo !== null && effectiveTo < effectiveFrom)
      return rejected('/effectiveTo', 'It ends before it begins.');
    if (softwareAssuranceTo !== null && softwareAssuranceTo < effectiveFrom)
      return rejected('/softwareAssuranceTo', 'It ends before the entitlement begins.');
    return {
      organizationId: license.organizationId,
      licenseId: license.id,
      entitlementNumber: record.entitlementNumber.trim(),
      productId: product.id,
      type: record.entitlementType,
      isGranted: record.granted ?? false,
      quantity: record.quantity,
      softwareAssuranceQuantity: record.softwareAssuranceQuantity ?? 0,
      effectiveFrom,
      effectiveTo,
      softwareAssuranceTo,
    };
  });
}

function rejected(pointer: string, detail: string): RejectedRecord {
  return { outcome: 'rejected', pointer, detail };
}

function keyOf(one: { readonly licenseId: string; readonly entitlementNumber: string }): string {
  return `${one.licenseId} ${one.entitlementNumber}`;
}
