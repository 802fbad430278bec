import type { Author } from '../src/features/ledger/ledger-service.ts';
import type { BulkHistory } from './bulk-history.ts';
import type { Contract } from './fennimore-contracts.ts';
import type { Person } from './fennimore-people.ts';
import type { SeededRandom } from './seeded-random.ts';
import { daysBefore } from './story.ts';

/** As many groups of license IDs were set up, each at one time and with one contact. */
export const WAVES = 160;
/** The first license IDs are those that Ingrid alone administers; Tomas has the next. */
const SOLE = 3;
const OF_TOMAS = 6;

/** A license ID that is set up. */
export interface SetUpContract extends Contract {
  readonly contact: Person;
  /** From then on Ingrid administers it. */
  readonly administeredAt: Date;
}

export interface Times {
  readonly now: Date;
  readonly invitationDays: number;
}

/** As long somebody takes to register: never longer than their invitation is good. */
export function registersAfter(sentAt: Date, { invitationDays }: Times, random: SeededRandom): Date {
  const days = Math.min(3, invitationDays) * (0.1 + 0.8 * random.next());
  return daysBefore(sentAt, -days);
}

/**
 * Sets the license IDs up. The contact of each wave registers, then names Ingrid administrator of all of them;
 * later she names alternates on three tenths of them.
 */
export function setContractsUp(
  history: BulkHistory,
  contracts: readonly Contract[],
  people: { readonly author: Author; readonly ingrid: Person; readonly administrators: readonly Person[] },
  times: Times,
  random: SeededRandom,
): SetUpContract[] {
  const { author, ingrid, administrators } = people;
  const waveOf = (place: number) => Math.floor((place * WAVES) / contracts.length);
  const contacts = contracts.map((_, place) => {
    if (place < SOLE) return ingrid;
    const wave = waveOf(place);
    // Everybody has a wave of their own, and a few have most of the others.
    const index =
      place < OF_TOMAS
        ? 0
        : wave < administrators.length - 1
          ? wave + 1
          : seldom(wave, administrators.length);
    return administrators[index] ?? ingrid;
  });

  const set: SetUpContract[] = [];
  for (const [contact, places] of groupRuns(contacts)) {
    const wave = places.flatMap((place) => contracts[place] ?? []);
    let lastAt = new Date(0);
    for (const contract of wave) {
      const registeredAt = registersAfter(contract.setUpAt, times, random);
      history.setUp(contract, author, contact, registeredAt);
      if (registeredAt > lastAt) lastAt = registeredAt;
    }
    const at = contact === ingrid ? lastAt : daysBefore(lastAt, -0.4 - random.next());
    if (contact !== ingrid) {
      const assignments = wave.map((contract) => ({
        person: ingrid,
        contract,
        roles: ['administrator'] as const,
      }));
      history.assign(at, contact, assignments, 'Group licensing administers every contract');
    }
    set.push(...wave.map((contract) => ({ ...contract, contact, administeredAt: at })));
  }
  nameAlternates(history, set, people, times, random);
  return set;
}

function nameAlternates(
  history: BulkHistory,
  contracts: readonly SetUpContract[],
  { ingrid, administrators }: { readonly ingrid: Person; readonly administrators: readonly Person[] },
  { now }: Times,
  random: SeededRandom,
): void {
  const pairs = contracts.slice(SOLE).flatMap((contract) => {
    const isPicked = random.next() < 0.3;
    const alternate = administrators[Math.floor(random.next() ** 2 * administrators.length)];
    return isPicked && alternate !== undefined && alternate !== contract.contact
      ? [{ person: alternate, contract, roles: ['administrator'] as const }]
      : [];
  });
  for (const assignments of Map.groupBy(pairs, ({ person }) => person).values()) {
    history.assign(daysBefore(now, 60 + 35 * random.next()), ingrid, assignments, 'Name alternates');
  }
}

function seldom(wave: number, count: number): number {
  return (wave * 7) % Math.min(count, 12);
}

/** Neighbours with the same contact. */
function groupRuns(contacts: readonly Person[]): [Person, number[]][] {
  const runs: [Person, number[]][] = [];
  for (const [place, contact] of contacts.entries()) {
    const last = runs.at(-1);
    if (last?.[0] === contact) last[1].push(place);
    else runs.push([contact, [place]]);
  }
  return runs;
}
