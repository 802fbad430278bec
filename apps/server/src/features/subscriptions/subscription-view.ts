import type { Subscription } from '@muniment/contract/subscriptions.ts';
import type { SubscriptionRow } from './subscription-repository.ts';

/** A subscription as the API answers it. */
export function viewOf(row: SubscriptionRow): Subscription {
  const { requestedQuantity, requestedAutoRenew, requestedAt, declinedQuantity, declinedAt } = row;
  return {
    id: row.id,
    licenseId: row.licenseId,
    licenseName: row.licenseName,
    subscriptionNumber: row.subscriptionNumber,
    partNumber: row.partNumber,
    product: row.product,
    quantity: row.quantity,
    assigned: row.assigned,
    minimumQuantity: row.minimumQuantity,
    maximumQuantity: row.maximumQuantity,
    status: row.status,
    endsOn: row.endsOn,
    autoRenew: row.autoRenew,
    requested:
      requestedAt === null
        ? null
        : { quantity: requestedQuantity, autoRenew: requestedAutoRenew, at: requestedAt.toISOString() },
    declined:
      declinedQuantity === null || declinedAt === null
        ? null
        : { quantity: declinedQuantity, at: declinedAt.toISOString() },
  };
}

/** Names what somebody read of a subscription. It also changes when its last day is over. */
export function etagOf({ version, status }: SubscriptionRow): string {
  return `"${version}-${status}"`;
}
