import type { OrderDetails } from '@muniment/contract/orders.ts';
import type { Subscription } from '@muniment/contract/subscriptions.ts';

const counts = new Intl.NumberFormat('en');

const onOrOff = (isOn: boolean) => (isOn ? 'On' : 'Off');

/** What is asked for of a subscription. */
interface Terms {
  readonly quantity?: number | null;
  readonly autoRenew?: boolean | null;
}

/** What commands about orders print. */
export const orderMessages = {
  none: 'There are no such orders.',
  notFound: (name: string, licenseId: string) => `${licenseId} has no order ${name}`,
  heading: (order: OrderDetails) =>
    [
      `Order ${order.resellerOrderNumber} of ${order.reseller}, under ${order.licenseId} (${order.licenseName})`,
      `Customer order number: ${order.customerOrderNumber ?? 'none'}`,
      `Ordered on ${order.orderedOn}${order.usageStartDate === null ? '' : `, used from ${order.usageStartDate}`}`,
    ].join('\n'),
};

/** What commands about subscriptions print. */
export const subscriptionMessages = {
  none: 'There are no such subscriptions.',
  notFound: (name: string, licenseId: string) => `${licenseId} has no subscription ${name}`,
  nothingToSet: 'Say what to ask for: --quantity, --auto-renew, or both.',
  needsYes: 'Nobody is here to confirm. Add --yes to ask for it without a question.',
  ask: 'Ask for this? [y/N] ',
  status: { active: 'Active', ending: 'Ending', suspended: 'Suspended', expired: 'Expired' },
  onOrOff,
  assignedOf: (assigned: number, quantity: number) =>
    `${counts.format(assigned)} of ${counts.format(quantity)}`,
  /** A cell: what waits for the publisher. */
  requested: (requested: Terms | null) =>
    [
      typeof requested?.quantity === 'number' ? counts.format(requested.quantity) : '',
      typeof requested?.autoRenew === 'boolean'
        ? `auto-renew ${onOrOff(requested.autoRenew).toLowerCase()}`
        : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  setting: (subscription: Subscription, { quantity, autoRenew }: Terms): string[] => {
    const { product, subscriptionNumber, licenseId, assigned, endsOn } = subscription;
    const lines = [`${product}, subscription ${subscriptionNumber} under ${licenseId}`];
    if (typeof quantity === 'number') {
      const difference = quantity - subscription.quantity;
      const sign = difference > 0 ? '+' : '';
      lines.push(
        `  Quantity: ${counts.format(subscription.quantity)} -> ${counts.format(quantity)} ` +
          `(${sign}${counts.format(difference)}); ${counts.format(assigned)} assigned`,
      );
    }
    if (autoRenew === true) lines.push(`  Auto-renew: on; it renews after ${endsOn}`);
    if (autoRenew === false) lines.push(`  Auto-renew: off; it ends after ${endsOn}`);
    return lines;
  },
  set: ({ requested }: Subscription) =>
    requested === null
      ? "Nothing waits: it is so already by the publisher's system."
      : `Asked for: ${subscriptionMessages.requested(requested)}. It waits until the publisher's system says so.`,
};
