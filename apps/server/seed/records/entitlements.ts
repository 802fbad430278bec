import type { EntitlementType } from '@muniment/domain/license-summary.ts';
import { BRAMBLEWICK_NUMBER } from '../bramblewick-bakery.ts';
import { HALDEN_NUMBER } from '../halden-robotics.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { DemoRecord, DemoRecordContext } from './demo-record.ts';
import { PRODUCTS } from './products.ts';

const DAY_MS = 86_400_000;
const RICH = new Set([HALDEN_NUMBER, BRAMBLEWICK_NUMBER]);
const OWNED = PRODUCTS.filter(({ partNumber }) => !/^(?:OSV-|CAS-HOM-)/.test(partNumber));
const RENTED = PRODUCTS.filter(({ partNumber }) => partNumber.startsWith('OSV-'));
const OWNED_AS: readonly EntitlementType[] = [
  'license',
  'license-and-software-assurance',
  'license-and-software-assurance',
  'software-assurance',
  'step-up',
];

/** What license IDs are entitled to: much of Halden's and Bramblewick's, a little of each of Fennimore's. */
export function entitlements({ contracts, random, now }: DemoRecordContext): DemoRecord[] {
  let number = 500_120;
  return contracts.flatMap(({ licenseId, organizationNumber }) => {
    const isRich = RICH.has(organizationNumber);
    const products = new Set(
      Array.from({ length: isRich ? random.between(5, 9) : random.between(1, 3) }, () =>
        random.next() < 0.8 ? random.pick(OWNED) : random.pick(RENTED),
      ),
    );
    return [...products].flatMap((product) => {
      number += random.between(1, 25);
      const from = now.getTime() - random.between(30, 900) * DAY_MS;
      const quantity = random.pick(isRich ? [10, 25, 60, 120, 250] : [200, 500, 1_200, 4_000]);
      const record = {
        type: 'entitlement',
        licenseId,
        entitlementNumber: `ENT-${number}`,
        partNumber: product.partNumber,
        quantity,
        effectiveFrom: dayOf(from),
        ...(RENTED.includes(product) ? rented(random, now) : owned(random, now, quantity)),
      };
      // With some products come a few of them more, granted for tests or moves.
      if (!isRich || random.next() > 0.3) return [record];
      const granted = {
        type: 'entitlement',
        licenseId,
        entitlementNumber: `ENT-${number}-G`,
        partNumber: product.partNumber,
        entitlementType: 'license',
        granted: true,
        quantity: random.between(1, 8),
        effectiveFrom: dayOf(from),
      };
      return [record, granted];
    });
  });
}

/** For good, with Software Assurance that goes on or is over. */
function owned(random: SeededRandom, now: Date, quantity: number) {
  const entitlementType = random.pick(OWNED_AS);
  if (entitlementType === 'license') return { entitlementType };
  return {
    entitlementType,
    softwareAssuranceQuantity: Math.ceil(quantity * random.pick([0.5, 1, 1])),
    softwareAssuranceTo: dayOf(now.getTime() + random.pick([-20, 120, 400, 700]) * DAY_MS),
  };
}

function rented(random: SeededRandom, now: Date) {
  const effectiveTo = dayOf(now.getTime() + random.pick([-10, 60, 200, 330]) * DAY_MS);
  return { entitlementType: 'subscription', effectiveTo };
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
