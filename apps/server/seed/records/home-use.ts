import { BRAMBLEWICK_NUMBER } from '../bramblewick-bakery.ts';
import { HALDEN_NUMBER } from '../halden-robotics.ts';
import type { DemoRecord, DemoRecordContext } from './demo-record.ts';

const RICH = new Set([HALDEN_NUMBER, BRAMBLEWICK_NUMBER]);

/** Home Use copies: on each license ID of Halden and Bramblewick, and on every fourth of Fennimore's. */
export function homeUse({ contracts, random }: DemoRecordContext): DemoRecord[] {
  return contracts.flatMap(({ licenseId, organizationNumber }, place) => {
    if (!RICH.has(organizationNumber) && place % 4 !== 0) return [];
    const total = random.pick([20, 60, 150, 400, 1_200]);
    return [{ type: 'home-use-entitlement', licenseId, total, used: random.between(0, total) }];
  });
}
