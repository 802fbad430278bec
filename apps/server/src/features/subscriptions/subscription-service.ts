import { SubscriptionRecord } from '@muniment/contract/subscriptions.ts';
import { type SettledRequest, settleRequest } from '@muniment/domain/decide-subscription-change.ts';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { LedgerEvent } from '../ledger/ledger-service.ts';
import { productsByPartNumber } from '../products/product-service.ts';
import { ownLicenses, unknownLicenseId } from '../records/own-licenses-service.ts';
import type { RecordActor, RecordKind, RejectedRecord, Saved } from '../records/record-kind.ts';
import {
  insertSubscriptions,
  lockSubscriptions,
  type PushedSubscription,
  type StoredSubscription,
  updateSubscriptions,
} from './subscription-record-repository.ts';

/** Subscriptions as the publisher's system says, pushed by partners and the publisher. @source W7 */
export const subscriptionKind: RecordKind<typeof SubscriptionRecord> = {
  type: 'subscription',
  schema: SubscriptionRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) => saveSubscriptions(trx, actor, records),
};

interface ReadSubscription extends PushedSubscription {
  readonly isDeclined: boolean;
}

/**
 * Saves what the publisher's system says, and settles what was asked of each subscription (`settleRequest`). What is
 * sent again as it is changes nothing; of the same subscription twice the later counts.
 */
async function saveSubscriptions(
  trx: Trx,
  actor: RecordActor,
  records: readonly SubscriptionRecord[],
): Promise<Saved[]> {
  const read = await readRecords(trx, actor, records);
  const pushed = new Map(read.flatMap((one) => (isRejected(one) ? [] : [[keyOf(one), one] as const])));
  const outcomes = pushed.size === 0 ? new Map<string, Outcome>() : await savePushed(trx, pushed);
  return read.map((one) => {
    if (isRejected(one)) return one;
    const { organizationId, licenseId } = one;
    const { outcome, events } = outcomes.get(keyOf(one)) ?? { outcome: 'unchanged' as const };
    // Of the same subscription twice, what it settled happened once.
    const isCounted = pushed.get(keyOf(one)) === one;
    return {
      outcome,
      organizationId,
      licenseId,
      ...(events === undefined ? {} : { events: isCounted ? events : [] }),
    };
  });
}

interface Outcome {
  readonly outcome: 'created' | 'updated';
  readonly events?: readonly LedgerEvent[];
}

async function savePushed(
  trx: Trx,
  pushed: ReadonlyMap<string, ReadSubscription>,
): Promise<Map<string, Outcome>> {
  // Sorted, so that two imports of the same subscriptions cannot wait for each other.
  const sorted = [...pushed.values()].toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const created = await insertSubscriptions(
    trx,
    sorted.map((one) => ({ ...one, id: v7() })),
  );
  const outcomes = new Map<string, Outcome>();
  const differing = [];
  for (const stored of await lockSubscriptions(trx, sorted)) {
    const key = keyOf(stored);
    const says = pushed.get(key);
    if (created.has(stored.id)) outcomes.set(key, { outcome: 'created' });
    else if (says !== undefined && differs(stored, says)) {
      const settled = settleRequest(stored, says);
      outcomes.set(key, { outcome: 'updated', ...toldOf(stored, says, settled) });
      differing.push({ ...says, id: stored.id, ...settled });
    }
  }
  if (differing.length > 0) await updateSubscriptions(trx, differing, await currentTime(trx));
  return outcomes;
}

/** What became of what somebody asked for is told by itself; nothing where nothing of it changed. @source B5 */
function toldOf(
  stored: StoredSubscription,
  says: ReadSubscription,
  { waiting, declinedQuantity }: SettledRequest,
): { events?: readonly LedgerEvent[] } {
  const asked = stored.waiting;
  if (asked.quantity === waiting.quantity && asked.autoRenew === waiting.autoRenew) return {};
  const { id: subscriptionId, licenseId } = stored;
  const before = { quantity: stored.quantity, autoRenew: stored.autoRenew };
  const after = { quantity: says.quantity, autoRenew: says.autoRenew };
  const settled = { licenseId, subscriptionId, before, asked, after, waiting, declinedQuantity };
  const event = 'subscription.request-settled';
  return { events: [{ event, version: 1, licenseIds: [licenseId], details: { subscriptions: [settled] } }] };
}

async function readRecords(
  trx: Trx,
  actor: RecordActor,
  records: readonly SubscriptionRecord[],
): Promise<(ReadSubscription | RejectedRecord)[]> {
  const licenses = await ownLicenses(
    trx,
    actor,
    records.map(({ licenseId }) => licenseId),
  );
  const products = await productsByPartNumber(
    trx,
    records.map(({ partNumber }) => partNumber),
  );
  return records.map(({ licenseId, subscriptionNumber, partNumber, suspended, declineRequest, ...facts }) => {
    const license = licenses.get(licenseId);
    if (license === undefined) return unknownLicenseId;
    const product = products.get(partNumber);
    if (product === undefined)
      return rejected('/partNumber', 'The catalog has no product of this part number.');
    if (facts.maximumQuantity < facts.minimumQuantity) {
      return rejected('/maximumQuantity', `It is at least minimumQuantity, ${facts.minimumQuantity}.`);
    }
    if (facts.assigned > facts.quantity) {
      return rejected('/assigned', `No more are assigned than there are, ${facts.quantity}.`);
    }
    return {
      ...facts,
      organizationId: license.organizationId,
      licenseId: license.id,
      subscriptionNumber: subscriptionNumber.trim(),
      productId: product.id,
      isSuspended: suspended ?? false,
      isDeclined: declineRequest ?? false,
    };
  });
}

function differs(stored: StoredSubscription, says: ReadSubscription): boolean {
  const isWaiting = stored.waiting.quantity !== null || stored.waiting.autoRenew !== null;
  if (says.isDeclined && isWaiting) return true;
  return FACTS.some((name) => stored[name] !== says[name]);
}

const FACTS = [
  'productId',
  'quantity',
  'assigned',
  'minimumQuantity',
  'maximumQuantity',
  'endsOn',
  'autoRenew',
  'isSuspended',
] as const;

function rejected(pointer: string, detail: string): RejectedRecord {
  return { outcome: 'rejected', pointer, detail };
}

function isRejected(one: ReadSubscription | RejectedRecord): one is RejectedRecord {
  return 'outcome' in one;
}

function keyOf(one: { readonly licenseId: string; readonly subscriptionNumber: string }): string {
  return `${one.licenseId} ${one.subscriptionNumber}`;
}
