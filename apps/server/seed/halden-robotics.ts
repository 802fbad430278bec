import type { Role } from '@muniment/domain/roles.ts';
import type { PartnerActor } from '../src/actor.ts';
import { factsOfProgram } from './contract-facts.ts';
import {
  BIRGIT,
  type Holding,
  ILSE,
  INVITED,
  JOAQUIM,
  KWABENA,
  LATE,
  LEA,
  MARIE_CLAIRE,
  MATEO,
  OLUWASEUN,
  OTTILIE,
  PAVEL,
  RUNA,
  SOREN,
  SPECIALISTS,
  STAFF,
  SUNNIVA,
  TADASHI,
  ZEYNEP,
} from './halden-people.ts';
import type { Headline } from './headline.ts';
import { seededRandom } from './seeded-random.ts';
import { beginStory, daysBefore, type Story, type StoryDeps, type StoryPerson } from './story.ts';

export const HALDEN_NUMBER = '20417';
const AGREEMENT = 'MA-21860';
/** Birgit inherits from it. */
const SERVICES_AGREEMENT = 'MA-21877';
const SEED = 20_417;

interface Contract {
  readonly licenseId: string;
  readonly name: string;
  readonly program: string;
  readonly city: string;
  readonly country: string;
  readonly contact: StoryPerson;
  /** Administrators besides the one who registered first. */
  readonly alternates: readonly StoryPerson[];
}

/** By short name; Runa is the only administrator of `design`, `simulation` and `apprentices`. */
const CONTRACTS: Readonly<Record<string, Contract>> = {
  group: contract('30551207', 'Group enterprise', 'Enterprise', 'Halden', 'NO', RUNA, [MATEO]),
  control: contract('30551215', 'Robot control software', 'Server and cloud', 'Halden', 'NO', RUNA, [MATEO]),
  design: contract('30551223', 'Design office', 'Enterprise', 'Oslo', 'NO', RUNA, []),
  gothenburg: contract('30551231', 'Works Gothenburg', 'Enterprise', 'Gothenburg', 'SE', RUNA, [
    MATEO,
    SUNNIVA,
  ]),
  gdansk: contract('30551240', 'Works Gdańsk', 'Enterprise', 'Gdańsk', 'PL', RUNA, [MATEO]),
  testhall: contract('30551258', 'Test hall', 'Server and cloud', 'Halden', 'NO', RUNA, [SUNNIVA]),
  simulation: contract('30551266', 'Simulation cluster', 'Server and cloud', 'Oslo', 'NO', RUNA, []),
  service: contract('30551274', 'Field service', 'Enterprise', 'Malmö', 'SE', RUNA, [SUNNIVA]),
  apprentices: contract('30551282', 'Apprentice workshop', 'Campus', 'Halden', 'NO', RUNA, []),
  vision: contract('30551290', 'Vision systems', 'Server and cloud', 'Osaka', 'JP', RUNA, [SUNNIVA, KWABENA]),
  warehouse: contract('30551303', 'Warehouse automation', 'Enterprise', 'Tema', 'GH', BIRGIT, [MATEO]),
  research: contract('30551311', 'Research partnership', 'Campus', 'Trondheim', 'NO', OTTILIE, []),
  sales: contract('30551320', 'Sales offices', 'Enterprise', 'Lisbon', 'PT', JOAQUIM, []),
  training: contract('30551338', 'Customer training', 'Server and cloud', 'Malmö', 'SE', KWABENA, []),
};

/** Contracts that end otherwise than after three years: two soon, one lately, and one that was given up early. */
const ENDINGS: Readonly<Record<string, { endsInDays?: number; terminatedDaysAgo?: number }>> = {
  '30551258': { endsInDays: 45 },
  '30551290': { endsInDays: 78 },
  '30551282': { endsInDays: -16 },
  '30551303': { terminatedDaysAgo: 33 },
};

/** Not among the first that were set up. */
const LATER = new Set(['training', 'research', 'sales']);

export const HALDEN_HEADLINES: readonly Headline[] = [
  headline(
    RUNA,
    'administrator of 10 license IDs, of 3 of them the only one; bill-to contact, who gives Invoice Reader',
    ['administrator'],
  ),
  headline(MATEO, 'administrator of 5 license IDs', ['administrator']),
  headline(BIRGIT, 'notices correspondent of two agreements: inherits Administrator from one of them', [
    'administrator',
  ]),
  headline(ILSE, 'Licensing Info Viewer on 3 license IDs', ['licensing-info-viewer']),
  headline(TADASHI, 'Product download manager on 2 license IDs', ['product-download-manager']),
  headline(ZEYNEP, 'Product keys reader on 2 license IDs', ['product-keys-reader']),
  headline(OLUWASEUN, 'Benefits reader on one license ID', ['benefits-reader']),
  headline(MARIE_CLAIRE, 'Online services manager on 2 license IDs', ['online-services-manager']),
  headline(SOREN, 'Invoice Reader on 3 license IDs', ['invoice-reader']),
  headline(LEA, 'external accountant: VL user of two organizations', [
    'licensing-info-viewer',
    'invoice-reader',
  ]),
  headline(PAVEL, 'registered once, holds no role any more', []),
];

/** A middle organization: 14 license IDs under two agreements, and people in every status. */
export function haldenRobotics(deps: StoryDeps, partner: PartnerActor): Story {
  const { invitationDays, now } = deps;
  const random = seededRandom(SEED);
  const story = beginStory(deps, partner, {
    number: HALDEN_NUMBER,
    name: 'Halden Robotics',
    timeZone: 'Europe/Oslo',
    daysAgo: 431,
  });
  story.agreement(430.9, AGREEMENT, 'Halden Robotics master agreement', {
    primaryContact: contactOf(RUNA),
    noticesCorrespondent: contactOf(BIRGIT),
    onlineAccessContact: contactOf(MATEO),
    billToContact: contactOf(RUNA),
  });
  story.agreement(150.6, SERVICES_AGREEMENT, 'Halden Robotics services agreement', {
    primaryContact: contactOf(RUNA),
    noticesCorrespondent: contactOf(BIRGIT),
  });
  // Invitations are good for so many days, so whoever registers does it soon, and whoever is late, later than that.
  const soon = () => Math.min(4, invitationDays) * (0.1 + 0.8 * random.next());
  const isLate = invitationDays + 8.4;
  const isOpen = Math.min(3, invitationDays / 2);

  const setUp = (name: string, daysAgo: number) => setUpContract(story, now, contractNamed(name), daysAgo);
  const early = Object.keys(CONTRACTS).filter((name) => !LATER.has(name));
  for (const [place, name] of early.entries()) {
    const { licenseId, contact } = contractNamed(name);
    const daysAgo = 429 - place * 0.3;
    setUp(name, daysAgo);
    // Birgit passed her invitation on: Kwabena registered it, and administers instead of her (A3).
    story.register(daysAgo - soon(), contact === BIRGIT ? KWABENA : contact, { contactOf: licenseId });
  }
  story.optIn(140.3, BIRGIT, SERVICES_AGREEMENT, 'notices-correspondent');
  setUp('training', 130.5);
  story.register(130.5 - soon(), KWABENA, { contactOf: contractNamed('training').licenseId });
  setUp('research', isOpen * 0.7);
  setUp('sales', isLate);

  const assign = (daysAgo: number, by: StoryPerson, holdings: readonly Holding[], reason?: string) =>
    story.assign(daysAgo, by, {
      assignments: holdings.flatMap((holding) => assignmentsOf(holding)),
      ...(reason === undefined ? {} : { reason }),
    });
  const register = (daysAgo: number, holdings: readonly Holding[]) => {
    for (const { person } of holdings) story.register(daysAgo - soon(), person, 'own');
  };

  assign(420.2, RUNA, alternatesOf(RUNA), 'Name alternates');
  for (const person of [MATEO, SUNNIVA]) story.register(420.2 - soon(), person, 'own');
  assign(415.3, KWABENA, alternatesOf(BIRGIT));
  assign(400.1, RUNA, SPECIALISTS, 'First team');
  register(400.1, SPECIALISTS);
  assign(371.4, RUNA, STAFF.slice(0, 9));
  register(371.4, STAFF.slice(0, 9));
  assign(212.6, RUNA, STAFF.slice(9, 16), 'Spring intake');
  register(212.6, STAFF.slice(9, 16));
  assign(96.8, RUNA, STAFF.slice(16));
  register(96.8, STAFF.slice(16));
  const accountant = {
    person: LEA,
    businessEmail: 'accounts.payable@halden.example',
    roles: { group: ['invoice-reader'], gdansk: ['licensing-info-viewer'] },
  } as const;
  assign(88.3, RUNA, [accountant], 'Audit of the year');
  register(88.3, [accountant]);

  // Pavel moved on: he stays registered and holds nothing (M7, S9).
  assign(205.4, RUNA, [{ person: PAVEL, roles: { design: ['product-download-manager'] } }]);
  register(205.4, [{ person: PAVEL, roles: {} }]);
  assign(61.2, RUNA, [{ person: PAVEL, roles: { design: [] } }], 'Moved to sales');

  assign(isLate, RUNA, LATE);
  assign(isOpen, RUNA, INVITED.slice(0, 2));
  assign(isOpen * 0.3, RUNA, INVITED.slice(2));
  // From the first of next month on, and for a quarter of a year.
  const [jelena] = STAFF.slice(9);
  if (jelena !== undefined) {
    story.assign(isOpen * 0.2, RUNA, {
      assignments: [
        {
          user: { signInEmail: jelena.person.email },
          licenseId: contractNamed('service').licenseId,
          roles: [
            {
              role: 'product-keys-reader',
              startsAt: daysBefore(now, -9).toISOString(),
              endsAt: daysBefore(now, -100).toISOString(),
            },
          ],
        },
      ],
      reason: 'Stands in over the winter',
    });
  }
  return story;
}

function setUpContract(story: Story, now: Date, contract: Contract, daysAgo: number): void {
  const starts = daysBefore(now, daysAgo + 20);
  const { offerings, ...facts } = factsOfProgram(contract.program);
  const { endsInDays, terminatedDaysAgo } = ENDINGS[contract.licenseId] ?? {};
  story.license(daysAgo, contract.licenseId, {
    agreementNumber: contract === CONTRACTS.training ? SERVICES_AGREEMENT : AGREEMENT,
    name: contract.name,
    program: contract.program,
    startDate: dayOf(starts),
    endDate: dayOf(endsInDays === undefined ? daysBefore(starts, -1_095) : daysBefore(now, -endsInDays)),
    ...facts,
    offerings: [...offerings],
    ...(terminatedDaysAgo === undefined ? {} : { terminatedOn: dayOf(daysBefore(now, terminatedDaysAgo)) }),
    city: contract.city,
    country: contract.country,
    contacts: { primaryContact: contactOf(RUNA), noticesCorrespondent: contactOf(contract.contact) },
  });
}

function alternatesOf(contact: StoryPerson): Holding[] {
  const named = Object.entries(CONTRACTS).filter(([, contract]) => contract.contact === contact);
  const people = [...new Set(named.flatMap(([, contract]) => contract.alternates))];
  return people.map((person) => ({
    person,
    roles: Object.fromEntries(
      named
        .filter(([, contract]) => contract.alternates.includes(person))
        .map(([name]): [string, Role[]] => [name, ['administrator']]),
    ),
  }));
}

function assignmentsOf({ person, businessEmail, roles }: Holding) {
  return Object.entries(roles).map(([name, held]) => ({
    user: {
      signInEmail: person.email,
      displayName: person.name,
      ...(businessEmail === undefined ? {} : { businessEmail }),
    },
    licenseId: contractNamed(name).licenseId,
    roles: [...held],
  }));
}

function contractNamed(name: string): Contract {
  const found = CONTRACTS[name];
  if (found === undefined) throw new Error(`There is no contract ${name}`);
  return found;
}

function contract(
  licenseId: string,
  name: string,
  program: string,
  city: string,
  country: string,
  contact: StoryPerson,
  alternates: readonly StoryPerson[],
): Contract {
  return { licenseId, name, program, city, country, contact, alternates };
}

function headline(person: StoryPerson, about: string, roles: readonly Role[]): Headline {
  return { ...person, organizationNumber: HALDEN_NUMBER, about, roles };
}

function contactOf({ name, email }: StoryPerson) {
  return { displayName: name, email };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
