import { v7 } from 'uuid';
import type { SeededRandom } from './seeded-random.ts';
import { daysBefore } from './story.ts';

export const ENTERPRISE_AGREEMENT = 'MA-30418';
export const STATIONS_AGREEMENT = 'MA-30977';

/** A license ID of the group, as it is set up. */
export interface Contract {
  readonly id: string;
  readonly licenseId: string;
  readonly name: string;
  readonly program: string;
  readonly agreementNumber: string;
  readonly setUpAt: Date;
  readonly startDate: string;
  readonly endDate: string;
  readonly terminatedOn: string | null;
  readonly city: string;
  readonly country: string;
}

type Named = readonly [licenseId: string, name: string, program: string, agreement: string];

/** The first ones are set up first, and by name. */
const NAMED: readonly Named[] = [
  ['72041183', 'Group enterprise 2026', 'Enterprise', ENTERPRISE_AGREEMENT],
  ['90315520', 'Signalling labs', 'Server and cloud', ENTERPRISE_AGREEMENT],
  ['55120041', 'Station retail', 'Enterprise', STATIONS_AGREEMENT],
  ['72041190', 'Group server and cloud', 'Server and cloud', ENTERPRISE_AGREEMENT],
  ['55120066', 'Ticketing platform', 'Server and cloud', STATIONS_AGREEMENT],
  ['61483312', 'Training school', 'Campus', STATIONS_AGREEMENT],
  ['88102207', 'Depot sites', 'Enterprise', ENTERPRISE_AGREEMENT],
];

const SUBJECTS = [
  'Rolling stock',
  'Depot sites',
  'Stations',
  'Freight',
  'Training school',
  'Signalling',
  'Track works',
  'Power supply',
  'Ticketing',
  'Passenger information',
  'Control centre',
  'Workshops',
  'Ferry link',
  'Engineering office',
];
const PROGRAMS = ['Enterprise', 'Enterprise', 'Server and cloud', 'Server and cloud', 'Campus', 'Open'];
const PLACES = [
  ['Bergen', 'NO'],
  ['Oslo', 'NO'],
  ['Malmö', 'SE'],
  ['Aarhus', 'DK'],
  ['Turku', 'FI'],
  ['Leeds', 'GB'],
  ['Cardiff', 'GB'],
  ['Cork', 'IE'],
  ['Ghent', 'BE'],
  ['Utrecht', 'NL'],
  ['Leipzig', 'DE'],
  ['Graz', 'AT'],
  ['Brno', 'CZ'],
  ['Kraków', 'PL'],
  ['Lyon', 'FR'],
  ['Turin', 'IT'],
  ['Porto', 'PT'],
  ['Bilbao', 'ES'],
] as const;

const FIRST_DAYS_AGO = 1_090;
const LAST_DAYS_AGO = 120;
const TERM_DAYS = 1_095;

/**
 * Makes the license IDs of the group.
 *
 * @returns In the order of their set-up, which comes in waves: those of one wave within the same day.
 */
export function makeContracts(count: number, waves: number, now: Date, random: SeededRandom): Contract[] {
  const used = new Set(NAMED.map(([licenseId]) => licenseId));
  return Array.from({ length: count }, (_, place) => {
    const named = NAMED[place];
    const wave = named === undefined ? Math.floor((place * waves) / count) : 0;
    const waveStart = FIRST_DAYS_AGO - ((FIRST_DAYS_AGO - LAST_DAYS_AGO) * wave) / waves;
    const setUpAt = daysBefore(now, waveStart - place / 100_000);
    // A contract runs on when its term is over: it is renewed, so that some end soon and few have ended.
    const start = daysBefore(setUpAt, random.between(5, 40));
    const end = daysBefore(start, -TERM_DAYS - (wave < waves / 3 ? random.between(0, 900) : 0));
    const [city, country] = random.pick(PLACES);
    const [licenseId, name, program, agreementNumber] = named ?? [
      freshNumber(used, random),
      `${random.pick(SUBJECTS)} ${start.getUTCFullYear()}`,
      random.pick(PROGRAMS),
      random.next() < 0.7 ? ENTERPRISE_AGREEMENT : STATIONS_AGREEMENT,
    ];
    return {
      id: v7({ msecs: setUpAt.getTime() }),
      licenseId,
      name,
      program,
      agreementNumber,
      setUpAt,
      startDate: start.toISOString().slice(0, 10),
      endDate: end.toISOString().slice(0, 10),
      terminatedOn: isTerminated(place) ? dayBefore(now, 5 + (place % 90)) : null,
      city,
      country,
    };
  });
}

/** A handful were given up before their end; none of those that have a name of their own. */
function isTerminated(place: number): boolean {
  return place >= NAMED.length && place % 611 === 40;
}

function dayBefore(now: Date, days: number): string {
  return daysBefore(now, days).toISOString().slice(0, 10);
}

function freshNumber(used: Set<string>, random: SeededRandom): string {
  for (;;) {
    const number = String(random.between(40_000_000, 99_999_999));
    if (used.has(number)) continue;
    used.add(number);
    return number;
  }
}
