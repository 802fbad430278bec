import type { Role } from '@muniment/domain/roles.ts';
import type { PartnerActor } from '../src/actor.ts';
import { bindAccount } from '../src/features/contacts/bind-account-service.ts';
import { demoSubject } from '../src/features/sign-in/demo-people.ts';
import type { Account } from '../src/features/sign-in/session-service.ts';
import { type BulkGrant, gatherHistory } from './bulk-history.ts';
import {
  appendHistoryToLedger,
  insertContracts,
  insertHistory,
  insertPeople,
  selectBulkTarget,
} from './bulk-repository.ts';
import { ENTERPRISE_AGREEMENT, makeContracts, STATIONS_AGREEMENT } from './fennimore-contracts.ts';
import { AMARA, INGRID, JONAS, makePeople, NOOR, TOMAS } from './fennimore-people.ts';
import { assignRoles } from './fennimore-roles.ts';
import { setContractsUp, WAVES } from './fennimore-set-up.ts';
import { LEA } from './halden-people.ts';
import type { Headline } from './headline.ts';
import { seededRandom } from './seeded-random.ts';
import { beginStory, DAY_MS, type StoryDeps } from './story.ts';

export const FENNIMORE_NUMBER = '30042';
const SEED = 30_042;
const CONTRACTS = 4_000;
const PEOPLE = 2_000;
/** Those who administer a part of the group. */
const PART_ADMINISTRATORS = 106;

export const FENNIMORE_HEADLINES: readonly Headline[] = [
  {
    ...INGRID,
    organizationNumber: FENNIMORE_NUMBER,
    about: 'administrator of all 4,000 license IDs of a large organization, of 3 of them the only one',
    roles: ['administrator'],
  },
  {
    ...AMARA,
    organizationNumber: FENNIMORE_NUMBER,
    about: 'administrator of one license ID of a large organization, reader on others',
    roles: [
      'administrator',
      'licensing-info-viewer',
      'product-download-manager',
      'product-keys-reader',
    ] satisfies Role[],
  },
];

/**
 * A large organization: 4,000 license IDs and 2,000 people under two agreements.
 *
 * It is set up by the use cases; its license IDs, people and roles are written in bulk, since one transaction each
 * would take minutes. The rows are those that the use cases would have written, without mail: nobody sent any.
 *
 * @param lea The account of somebody who is a VL user elsewhere too.
 */
export async function fennimoreRailGroup(
  deps: StoryDeps,
  partner: PartnerActor,
  lea: Account,
): Promise<void> {
  const { trx, now, invitationDays } = deps;
  const ingridContact = { displayName: INGRID.name, email: INGRID.email };
  const story = beginStory(deps, partner, {
    number: FENNIMORE_NUMBER,
    name: 'Fennimore Rail Group',
    timeZone: 'Europe/London',
    daysAgo: 1_100,
  });
  story.agreement(1_099.9, ENTERPRISE_AGREEMENT, 'Group enterprise agreement', {
    primaryContact: ingridContact,
    noticesCorrespondent: ingridContact,
    billToContact: ingridContact,
  });
  story.agreement(1_099.8, STATIONS_AGREEMENT, 'Stations and training agreement', {
    primaryContact: ingridContact,
    noticesCorrespondent: { displayName: TOMAS.name, email: TOMAS.email },
    billToContact: ingridContact,
  });
  await story.tell();

  const random = seededRandom(SEED);
  const contracts = makeContracts(CONTRACTS, WAVES, now, random);
  const named = [INGRID, AMARA, JONAS, LEA, TOMAS, NOOR];
  const everybody = makePeople(named, PEOPLE, random);
  const [ingrid, amara, jonas, leaHere, ...others] = everybody;
  if (ingrid === undefined || amara === undefined || jonas === undefined || leaHere === undefined) {
    throw new Error('The named people are missing');
  }
  leaHere.accountId = lea.id;

  const history = gatherHistory(invitationDays * DAY_MS);
  const author = { kind: 'partner' as const, id: partner.partner.id, name: partner.partner.name };
  const administrators = others.slice(0, PART_ADMINISTRATORS);
  const times = { now, invitationDays };
  const setUp = setContractsUp(history, contracts, { author, ingrid, administrators }, times, random);
  assignRoles(
    history,
    setUp,
    { ingrid, amara, jonas, lea: leaHere, others: others.slice(PART_ADMINISTRATORS) },
    times,
    random,
  );

  const target = await selectBulkTarget(trx, FENNIMORE_NUMBER);
  const { organizationId } = target;
  const changes = history.changes.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  await insertContracts(trx, target, setUp, ingrid);
  const addedAt = firstTimes(history.grants);
  const people = everybody.map((person) => ({ ...person, addedAt: addedAt.get(person.id) ?? now }));
  await insertPeople(trx, organizationId, people, { issuer: deps.issuer, subjectOf: demoSubject });
  for (const { accountId, emailKey } of people.slice(0, named.length)) {
    // Contacts of the agreements are among them; the bulk path signs nobody in.
    if (accountId !== null) await bindAccount(trx, { id: accountId, emailKey, emailVerified: true });
  }
  await insertHistory(trx, organizationId, changes, history.grants, history.invitations);
  await appendHistoryToLedger(trx, organizationId, changes);
}

/** When each VL user was given something first. */
function firstTimes(grants: readonly BulkGrant[]): Map<string, Date> {
  const times = new Map<string, Date>();
  for (const { vlUserId, openedAt } of grants) {
    const known = times.get(vlUserId);
    if (known === undefined || openedAt < known) times.set(vlUserId, openedAt);
  }
  return times;
}
