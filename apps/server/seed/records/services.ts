import { BRAMBLEWICK_NUMBER } from '../bramblewick-bakery.ts';
import { HALDEN_NUMBER } from '../halden-robotics.ts';
import type { DemoRecord, DemoRecordContext } from './demo-record.ts';
import { PRODUCTS } from './products.ts';

const DAY_MS = 86_400_000;
const RICH = new Set([HALDEN_NUMBER, BRAMBLEWICK_NUMBER]);
const ONLINE = PRODUCTS.filter(({ partNumber }) => partNumber.startsWith('OSV-'));

/** Online services to reserve, and offers to redeem: several of each license ID of Halden, few of Fennimore's. */
export function services({ contracts, random, now }: DemoRecordContext): DemoRecord[] {
  let offer = 2_040;
  return contracts.flatMap(({ licenseId, organizationNumber }): DemoRecord[] => {
    const isRich = RICH.has(organizationNumber);
    if (!isRich && random.between(1, 4) > 1) return [];
    const products = isRich ? ONLINE : [random.pick(ONLINE)];
    const endsOn = new Date(now.getTime() + random.between(60, 700) * DAY_MS).toISOString().slice(0, 10);
    return products.flatMap(({ partNumber }) => {
      const service = {
        type: 'service',
        licenseId,
        partNumber,
        seats: random.pick(isRich ? [25, 40, 120, 300] : [250, 600, 1_500]),
        endsOn,
      };
      if (random.between(1, 3) > 1) return [service];
      offer += random.between(1, 9);
      const quantity = random.pick([5, 10, 25]);
      const redemption = { type: 'redemption', licenseId, offerNumber: `B-${offer}`, partNumber, quantity };
      return [service, redemption];
    });
  });
}
