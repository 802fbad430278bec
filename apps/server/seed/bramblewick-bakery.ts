import type { PartnerActor } from '../src/actor.ts';
import { addressOf } from './address-of.ts';
import { factsOfProgram } from './contract-facts.ts';
import type { Headline } from './headline.ts';
import { beginStory, type Story, type StoryDeps, type StoryPerson } from './story.ts';

export const BRAMBLEWICK_NUMBER = '10482';
const DOMAIN = 'bramblewick.example';
const LICENSE_ID = '20816435';

const ODILE = person('Odile Fairweather');
const WREN = person('Wren Castellane');
const TOBIAS = person('Tobias Quill');

export const BRAMBLEWICK_HEADLINES: readonly Headline[] = [
  {
    ...ODILE,
    organizationNumber: BRAMBLEWICK_NUMBER,
    about: 'only administrator of the one license ID of a small organization',
    roles: ['administrator'],
  },
];

/** A small organization: one license ID without an agreement, three people, the third of them invited. */
export function bramblewickBakery(deps: StoryDeps, partner: PartnerActor): Story {
  const story = beginStory(deps, partner, {
    number: BRAMBLEWICK_NUMBER,
    name: 'Bramblewick Bakery',
    timeZone: 'Europe/London',
    daysAgo: 214,
  });
  const { offerings, ...openFacts } = factsOfProgram('Open');
  const year = deps.now.getUTCFullYear();
  story.license(213.9, LICENSE_ID, {
    name: 'Bakery and shops',
    program: 'Open',
    ...openFacts,
    offerings: [...offerings],
    startDate: `${year - 1}-05-01`,
    endDate: `${year + 2}-04-30`,
    city: 'York',
    country: 'GB',
    contacts: { primaryContact: { displayName: ODILE.name, email: ODILE.email } },
  });
  story.register(213.6, ODILE, { contactOf: LICENSE_ID });
  story.assign(198.2, ODILE, {
    assignments: [
      {
        user: { signInEmail: WREN.email, displayName: WREN.name },
        licenseId: LICENSE_ID,
        roles: ['licensing-info-viewer'],
      },
    ],
    reason: 'Keeps the books',
  });
  story.register(197.9, WREN, 'own');
  story.assign(Math.min(2.1, deps.invitationDays / 2), ODILE, {
    assignments: [
      {
        user: { signInEmail: TOBIAS.email, displayName: TOBIAS.name },
        licenseId: LICENSE_ID,
        roles: ['product-keys-reader'],
      },
    ],
  });
  return story;
}

function person(name: string): StoryPerson {
  return { name, email: addressOf(name, DOMAIN) };
}
