import { BRAMBLEWICK_NUMBER } from '../bramblewick-bakery.ts';
import { HALDEN_NUMBER } from '../halden-robotics.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { DemoRecord, DemoRecordContext } from './demo-record.ts';
import { PRODUCTS } from './products.ts';

const DAY_MS = 86_400_000;
const RICH = new Set([HALDEN_NUMBER, BRAMBLEWICK_NUMBER]);
const SUBSCRIBED = PRODUCTS.filter(({ partNumber }) => partNumber.startsWith('OSV-'));

/** How a subscription stands, and the days in which it renews or ends. */
const STANDINGS = [
  { autoRenew: true, days: [40, 320] },
  { autoRenew: true, days: [40, 320] },
  { autoRenew: true, days: [5, 60] },
  { autoRenew: false, days: [10, 80] },
  { autoRenew: true, days: [60, 200], suspended: true },
  { autoRenew: false, days: [-200, -10] },
] as const;

/** Subscriptions in every standing: several of each license ID of Halden, one of most of Fennimore's. */
export function subscriptions({ contracts, random, now }: DemoRecordContext): DemoRecord[] {
  let number = 1_042;
  let place = 0;
  return contracts.flatMap(({ licenseId, organizationNumber }) => {
    const isRich = RICH.has(organizationNumber);
    const count = isRich ? random.between(1, 3) : random.between(0, 1);
    const products = new Set(Array.from({ length: count }, () => random.pick(SUBSCRIBED).partNumber));
    return [...products].map((partNumber) => {
      number += random.between(1, 30);
      const { days, ...standing } = STANDINGS[place++ % STANDINGS.length] ?? STANDINGS[0];
      return {
        type: 'subscription',
        licenseId,
        subscriptionNumber: `SUB-${String(number).padStart(6, '0')}`,
        partNumber,
        ...seats(random, isRich),
        endsOn: new Date(now.getTime() + random.between(days[0], days[1]) * DAY_MS)
          .toISOString()
          .slice(0, 10),
        ...standing,
      };
    });
  });
}

/** Most contracts let a subscription grow to some times of what it is, and shrink to a part of it. */
function seats(random: SeededRandom, isRich: boolean) {
  const quantity = random.pick(isRich ? [15, 25, 40, 80, 150, 300] : [100, 250, 600, 1_500]);
  return {
    quantity,
    assigned: Math.floor(quantity * random.pick([0.3, 0.6, 0.8, 0.95, 1])),
    minimumQuantity: Math.max(1, Math.floor(quantity / 5)),
    maximumQuantity: quantity * random.pick([1, 2, 4]),
  };
}
