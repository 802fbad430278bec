import type { Role } from '@muniment/domain/roles.ts';
import type { BulkAssignment, BulkHistory } from './bulk-history.ts';
import type { Person } from './fennimore-people.ts';
import { registersAfter, type SetUpContract, type Times } from './fennimore-set-up.ts';
import type { SeededRandom } from './seeded-random.ts';
import { DAY_MS, daysBefore } from './story.ts';

const INVITED = 51;
const LATE = 11;
const REMOVALS = 120;
/** How many people the first three license IDs serve, besides those named below. */
const RELY = [210, 16, 57];

/** By how often they are given. */
const ROLE_WEIGHTS: readonly (readonly [Role, number])[] = [
  ['licensing-info-viewer', 0.42],
  ['product-download-manager', 0.66],
  ['product-keys-reader', 0.81],
  ['online-services-manager', 0.91],
  ['benefits-reader', 0.96],
  ['invoice-reader', 1],
];

interface Assignment extends BulkAssignment {
  readonly contract: SetUpContract;
}

interface People {
  readonly ingrid: Person;
  readonly amara: Person;
  readonly jonas: Person;
  readonly lea: Person;
  readonly others: readonly Person[];
}

/** Gives everybody roles: most of them one or two on a few license IDs, a few of them many. */
export function assignRoles(
  history: BulkHistory,
  contracts: readonly SetUpContract[],
  people: People,
  times: Times,
  random: SeededRandom,
): void {
  const { now, invitationDays } = times;
  const { ingrid, others } = people;
  const pendingFrom = others.length - INVITED - LATE;
  const active = others.slice(0, pendingFrom);

  for (const batch of batchesOf(active, random)) {
    const assignments = batch.flatMap(({ person, place }) => [
      ...relied(contracts, person, place, random),
      ...someOf(contracts, person, random),
    ]);
    const from = latest(assignments) + DAY_MS;
    const until = daysBefore(now, 10).getTime();
    const at = new Date(Math.round(from + (until - from) * random.next()));
    // Who administers one contract alone may do it; over several, Ingrid does.
    const [contact, ...more] = new Set(assignments.map(({ contract }) => contract.contact));
    history.assign(at, contact !== undefined && more.length === 0 ? contact : ingrid, assignments);
    for (const { person } of batch) history.register(person, registersAfter(at, times, random));
  }

  const open = Math.min(20, invitationDays) * 0.6;
  for (const person of others.slice(pendingFrom, pendingFrom + INVITED)) {
    history.assign(daysBefore(now, open * random.next()), ingrid, someOf(contracts, person, random));
  }
  // The oldest license IDs were there even where invitations are good for a year.
  const oldest = contracts.slice(3, 300);
  for (const person of others.slice(pendingFrom + INVITED)) {
    const at = daysBefore(now, invitationDays + 1 + 14 * random.next());
    history.assign(at, ingrid, someOf(oldest, person, random).slice(0, 3));
  }
  removeSome(history, contracts, ingrid, active, times, random);
  tellOfTheNamed(history, contracts, people, times, random);
}

/** People of one change. `place` counts over all of them. */
function* batchesOf(people: readonly Person[], random: SeededRandom) {
  for (let place = 0; place < people.length; ) {
    const size = random.between(1, 8);
    const start = place;
    yield people.slice(start, start + size).map((person, index) => ({ person, place: start + index }));
    place += size;
  }
}

function relied(
  contracts: readonly SetUpContract[],
  person: Person,
  place: number,
  random: SeededRandom,
): Assignment[] {
  const bounds = RELY.map((_, index) => RELY.slice(0, index + 1).reduce((sum, count) => sum + count, 0));
  const contract = contracts[bounds.findIndex((bound) => place < bound)];
  return contract === undefined ? [] : [{ person, contract, roles: rolesFor(random) }];
}

/** Some neighbouring license IDs, rather among the first; never those that one person alone administers. */
function someOf(contracts: readonly SetUpContract[], person: Person, random: SeededRandom): Assignment[] {
  const chance = random.next();
  const count =
    chance < 0.6
      ? random.between(1, 2)
      : chance < 0.88
        ? random.between(3, 5)
        : chance < 0.98
          ? random.between(6, 12)
          : random.between(13, 60);
  const from = 3 + Math.floor(random.next() ** 1.5 * (contracts.length - 3 - count));
  return contracts
    .slice(from, from + count)
    .map((contract) => ({ person, contract, roles: rolesFor(random) }));
}

function rolesFor(random: SeededRandom): Role[] {
  const draw = () => {
    const chance = random.next();
    return ROLE_WEIGHTS.find(([, bound]) => chance < bound)?.[0] ?? 'licensing-info-viewer';
  };
  const roles = [draw()];
  if (random.next() < 0.2) roles.push(draw());
  return [...new Set(roles)];
}

/** Some roles were taken away again: of a few people each time, one role each, never their last. */
function removeSome(
  history: BulkHistory,
  contracts: readonly SetUpContract[],
  ingrid: Person,
  people: readonly Person[],
  { now }: Times,
  random: SeededRandom,
): void {
  const sole = new Set(contracts.slice(0, 3).map(({ id }) => id));
  const byHolder = Map.groupBy(history.grants, (grant) => grant.vlUserId);
  const removable = people.flatMap((person) => {
    const held = byHolder.get(person.id) ?? [];
    const last = held.at(-1);
    return held.length > 1 && last !== undefined && !sole.has(last.licenseId)
      ? [{ person, grant: last }]
      : [];
  });
  const step = Math.max(1, Math.floor(removable.length / REMOVALS));
  const picked = removable.filter((_, place) => place % step === 0).slice(0, REMOVALS);
  for (let place = 0; place < picked.length; place += 4) {
    const group = picked.slice(place, place + 4);
    const since = Math.max(...group.map(({ person }) => person.registeredAt?.getTime() ?? 0));
    const until = daysBefore(now, 1).getTime();
    const at = new Date(Math.round(since + (until - since) * (0.2 + 0.75 * random.next())));
    history.end(
      at,
      ingrid,
      group.map(({ grant }) => grant),
      'Moved to another team',
    );
  }
}

function tellOfTheNamed(
  history: BulkHistory,
  contracts: readonly SetUpContract[],
  { ingrid, amara, jonas, lea }: People,
  times: Times,
  random: SeededRandom,
): void {
  const { now, invitationDays } = times;
  const contract = (licenseId: string) => {
    const found = contracts.find((one) => one.licenseId === licenseId);
    if (found === undefined) throw new Error(`There is no license ID ${licenseId}`);
    return found;
  };
  const give = (person: Person, licenseId: string, ...roles: Role[]): Assignment => ({
    person,
    contract: contract(licenseId),
    roles,
  });
  const amaraInvited = daysBefore(now, 310.4);
  history.assign(amaraInvited, ingrid, [
    give(amara, '72041183', 'licensing-info-viewer'),
    give(amara, '72041190', 'licensing-info-viewer'),
    give(amara, '88102207', 'product-keys-reader'),
    give(amara, '90315520', 'licensing-info-viewer', 'product-download-manager'),
  ]);
  history.register(amara, registersAfter(amaraInvited, times, random));
  const leaInvited = daysBefore(now, 150.3);
  history.assign(leaInvited, ingrid, [give(lea, '55120041', 'invoice-reader')], 'Audit of the year');
  history.register(lea, registersAfter(leaInvited, times, random));
  const keys = ['72041183', '72041190', '90315520'];
  history.assign(
    daysBefore(now, Math.min(0.6, invitationDays / 2)),
    ingrid,
    keys.map((licenseId) => give(jonas, licenseId, 'product-keys-reader')),
  );
  history.assign(daysBefore(now, 0.08), ingrid, [give(amara, '88102207', 'administrator')], 'Alternate');
}

function latest(assignments: readonly { readonly contract: SetUpContract }[]): number {
  return Math.max(...assignments.map(({ contract }) => contract.administeredAt.getTime()));
}
