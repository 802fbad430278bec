import { emailKey } from '@muniment/domain/email-address.ts';
import { v7 } from 'uuid';
import { addressOf } from './address-of.ts';
import { FIRST_NAMES, LAST_NAMES } from './fennimore-names.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { StoryPerson } from './story.ts';

export const FENNIMORE_DOMAIN = 'fennimore.example';

/** A VL user of the group, and how far they have got. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailKey: string;
  readonly businessEmail: string;
  /** Of whoever registered. */
  accountId: string | null;
  registeredAt: Date | null;
}

export const INGRID = staff('Ingrid Solheim');
export const AMARA = staff('Amara Nwosu');
export const TOMAS = staff('Tomas Varga');
export const NOOR = staff('Noor Haddad');
export const JONAS = staff('Jonas Petrov');

const SHARED_MAILBOXES = ['depot.office', 'station.desk', 'freight.planning', 'signalling.lab'];

/** Makes people of the group: first those named, then others; no two have one address. */
export function makePeople(named: readonly StoryPerson[], count: number, random: SeededRandom): Person[] {
  const timesUsed = new Map(named.map(({ email }) => [email, 1]));
  return Array.from({ length: count }, (_, place) => {
    const person = named[place] ?? other();
    const isShared = named[place] === undefined && random.next() < 0.05;
    return {
      id: v7(),
      name: person.name,
      email: person.email,
      emailKey: emailKey(person.email) ?? '',
      businessEmail: isShared ? `${random.pick(SHARED_MAILBOXES)}@${FENNIMORE_DOMAIN}` : person.email,
      accountId: null,
      registeredAt: null,
    };
  });

  function other(): StoryPerson {
    const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
    const address = addressOf(name, FENNIMORE_DOMAIN);
    const times = (timesUsed.get(address) ?? 0) + 1;
    timesUsed.set(address, times);
    return { name, email: times === 1 ? address : addressOf(name, FENNIMORE_DOMAIN, String(times)) };
  }
}

function staff(name: string): StoryPerson {
  return { name, email: addressOf(name, FENNIMORE_DOMAIN) };
}
