import { emailKey } from '@muniment/domain/email-address.ts';
import { v7 } from 'uuid';
import type { Trx } from '../src/database/connect.ts';
import { addressOf } from './address-of.ts';
import { BRAMBLEWICK_NUMBER } from './bramblewick-bakery.ts';
import { type DemoAccount, insertDemoAccounts, selectNamedPeople } from './demo-directory-repository.ts';
import { FENNIMORE_NUMBER } from './fennimore-rail-group.ts';
import { LEA } from './halden-people.ts';
import { HALDEN_NUMBER } from './halden-robotics.ts';

interface DemoDirectory {
  readonly number: string;
  readonly domain: string;
  /** Addresses of others that have a guest account. */
  readonly guests: readonly string[];
  /** Who has an account and no role: the search for people to add finds them. */
  readonly others: readonly string[];
}

const DIRECTORIES: readonly DemoDirectory[] = [
  {
    number: BRAMBLEWICK_NUMBER,
    domain: 'bramblewick.example',
    guests: [],
    others: ['Perpetua Ogunleye', 'Wilfred Thistlewood'],
  },
  {
    number: HALDEN_NUMBER,
    domain: 'halden.example',
    guests: [LEA.email],
    others: [
      'Noor Haddad',
      'Eirik Solberg-Mwangi',
      'Freyja Hallgrímsdóttir',
      'Goran Petrović',
      'Hyacinth Obi',
      'Iñaki Etxeberria',
      'Jadwiga Zielińska',
      'Keiko Shimomura',
    ],
  },
  {
    number: FENNIMORE_NUMBER,
    domain: 'fennimore.example',
    guests: [LEA.email],
    others: [
      'Lucasta Penhaligon',
      'Mbali Nkosi-Reid',
      'Niamh Ó Conaill',
      'Osric Fairbairn',
      'Philippa Ravenscroft',
    ],
  },
];

/**
 * Fills the directories of the demo: accounts that were there before their VL users, so that these are linked to them
 * from the start and nothing is told of it. None is enforced; whoever comes from elsewhere has no account but for a
 * guest.
 */
export async function fillDirectories(trx: Trx): Promise<void> {
  for (const { number, domain, guests, others } of DIRECTORIES) {
    const people = (await selectNamedPeople(trx, number)).filter(
      ({ email }) => email.endsWith(`@${domain}`) || guests.includes(email),
    );
    const accounts = people.map(({ vlUserId, email, displayName }) => account(email, displayName, vlUserId));
    const free = others.map((name) => account(addressOf(name, domain), name, null));
    await insertDemoAccounts(trx, number, [...accounts, ...free]);
  }
}

function account(email: string, displayName: string, vlUserId: string | null): DemoAccount {
  const [givenName, ...rest] = displayName.split(' ');
  const name = { givenName, ...(rest.length === 0 ? {} : { familyName: rest.join(' ') }) };
  const profile = { name, displayName, emails: [{ value: email, type: 'work', primary: true }] };
  return {
    id: v7(),
    vlUserId,
    email,
    emailKey: emailKey(email) ?? email,
    displayName,
    profile: JSON.stringify(profile),
  };
}
