import { BRAMBLEWICK_NUMBER } from '../bramblewick-bakery.ts';
import { HALDEN_NUMBER } from '../halden-robotics.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { DemoRecord, DemoRecordContext } from './demo-record.ts';
import { PRODUCTS } from './products.ts';

const RICH = new Set([HALDEN_NUMBER, BRAMBLEWICK_NUMBER]);
/** Sold as subscriptions, given, or a right alone: they have no key. */
const WITHOUT_KEY = /^(?:OSV-|CAS-HOM-|MER-USR-)/;
const KEYED = PRODUCTS.filter(({ partNumber }) => !WITHOUT_KEY.test(partNumber));
const FOR_CLOUD = KEYED.filter(({ pool }) => pool === 'servers');
const FOR_DESKS = KEYED.filter(({ pool }) => pool !== 'servers');

const CHARACTERS = 'BCDFGHJKMPQRTVWXY2346789';

/** Invented keys: of servers and systems KMS keys mostly, of all else MAK, some used up nearly; a few retail ones. */
export function keys({ contracts, random }: DemoRecordContext): DemoRecord[] {
  let number = 31_040;
  return contracts.flatMap(({ licenseId, program, organizationNumber }) => {
    const isRich = RICH.has(organizationNumber);
    const from = program.includes('cloud') ? FOR_CLOUD : FOR_DESKS;
    const count = isRich ? random.between(6, 10) : random.between(1, 2);
    const products = new Set(Array.from({ length: count }, () => random.pick(from)));
    return [...products].map(({ partNumber, pool }) => {
      number += random.between(1, 30);
      return {
        type: 'key',
        licenseId,
        keyNumber: `K-${number}`,
        partNumber,
        key: inventKey(random),
        status: random.next() < 0.92 ? 'active' : random.pick(['blocked', 'expired']),
        ...activationsOf(random, pool === 'applications' ? 0.15 : 0.6),
      };
    });
  });
}

function activationsOf(random: SeededRandom, shareOfKms: number) {
  const drawn = random.next();
  if (drawn < shareOfKms) return { keyType: 'kms', activationsUsed: random.between(0, 6) };
  if (drawn > 0.93) return { keyType: 'retail', activationsUsed: random.between(0, 1), activationsTotal: 1 };
  const activationsTotal = random.pick([50, 100, 250, 500, 1_000]);
  const share = random.next() < 0.2 ? 0.97 : random.next();
  return { keyType: 'mak', activationsUsed: Math.floor(share * activationsTotal), activationsTotal };
}

function inventKey(random: SeededRandom): string {
  const group = () =>
    Array.from({ length: 5 }, () => CHARACTERS[random.between(0, CHARACTERS.length - 1)]).join('');
  return Array.from({ length: 5 }, group).join('-');
}
