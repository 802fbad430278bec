import type { AssignmentChangeRequest } from '@muniment/contract/assignment-changes.ts';
import type { AgreementContacts, LicenseSetUp } from '@muniment/contract/partners.ts';
import type { InheritingContact } from '@muniment/contract/preferences.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import type { Member, PartnerActor } from '../src/actor.ts';
import type { Trx } from '../src/database/connect.ts';
import { changeAssignments } from '../src/features/assignments/change-assignments.ts';
import { bindAccount } from '../src/features/contacts/bind-account-service.ts';
import { invitationToken } from '../src/features/invitations/invitation-token.ts';
import { registerInvitation } from '../src/features/invitations/register-invitation.ts';
import {
  findMemberships,
  findOrganizationsOfContact,
} from '../src/features/organizations/organization-service.ts';
import { saveAgreement } from '../src/features/partners/save-agreement.ts';
import { saveLicense } from '../src/features/partners/save-license.ts';
import { saveOrganization } from '../src/features/partners/save-organization.ts';
import { savePreferences } from '../src/features/preferences/save-preferences.ts';
import { demoSubject } from '../src/features/sign-in/demo-people.ts';
import type { Account } from '../src/features/sign-in/session-service.ts';
import { saveAccount } from '../src/features/sign-in/sign-in-repository.ts';
import type { JobQueue } from '../src/jobs/job-queue.ts';
import { selectOpenInvitation } from './demo-repository.ts';
import { inThePast } from './past-clock.ts';

export interface StoryDeps {
  readonly trx: Trx;
  readonly jobs: JobQueue;
  readonly tokenSecret: Buffer;
  /** The issuer that the demo's accounts belong to. */
  readonly issuer: string;
  readonly publisherName: string;
  readonly mailHoldSeconds: number;
  readonly invitationDays: number;
  /** When the story ends. */
  readonly now: Date;
}

/** Somebody in the story. */
export interface StoryPerson {
  readonly name: string;
  readonly email: string;
}

/** Whose link is registered: a VL user's own, or that of a license ID's contact, by whoever got it. */
type Link = 'own' | { readonly contactOf: string };

/**
 * What happened to an organization before today, told by the product's own use cases at the time of each event.
 *
 * Events are given in any order and happen in the order of their times.
 */
export interface Story {
  readonly organizationNumber: string;
  /** Signs somebody in, as the demo's sign-in would. */
  signIn(person: StoryPerson): Promise<Account>;
  agreement(daysAgo: number, number: string, name: string, contacts: AgreementContacts): void;
  license(daysAgo: number, licenseId: string, setUp: Omit<LicenseSetUp, 'organizationNumber'>): void;
  register(daysAgo: number, person: StoryPerson, link: Link): void;
  /** A contact of an agreement, who is no VL user yet, opts in to inherit from it. */
  optIn(daysAgo: number, person: StoryPerson, agreementNumber: string, contact: InheritingContact): void;
  assign(daysAgo: number, by: StoryPerson, request: Omit<AssignmentChangeRequest, 'dryRun'>): void;
  /** Lets it all happen. */
  tell(): Promise<void>;
}

export const DAY_MS = 86_400_000;

/** The time so many days before another. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - Math.round(days * DAY_MS));
}

/** Begins the story of a new organization of a partner. */
export function beginStory(
  deps: StoryDeps,
  partner: PartnerActor,
  organization: {
    readonly number: string;
    readonly name: string;
    readonly timeZone: string;
    readonly daysAgo: number;
  },
): Story {
  const { number, name, timeZone } = organization;
  const events: { readonly at: Date; readonly happen: (trx: Trx) => Promise<unknown> }[] = [];
  const accounts = new Map<string, Promise<Account>>();
  const add = (daysAgo: number, happen: (trx: Trx) => Promise<unknown>) => {
    events.push({ at: daysBefore(deps.now, daysAgo), happen });
  };

  function signIn(person: StoryPerson): Promise<Account> {
    const account = accounts.get(person.email) ?? saveDemoAccount(deps, person);
    accounts.set(person.email, account);
    return account;
  }

  async function memberOf(trx: Trx, person: StoryPerson): Promise<Member> {
    const account = await signIn(person);
    const found = (await findMemberships(trx, account.id)).find((one) => one.organization.number === number);
    if (found === undefined) throw new Error(`${person.email} has not registered in ${number}`);
    return { kind: 'member', account, ...found };
  }

  add(organization.daysAgo, (trx) => saveOrganization(trx, partner, number, { name, timeZone }));
  return {
    organizationNumber: number,
    signIn,
    agreement(daysAgo, agreementNumber, name, contacts) {
      const body = { organizationNumber: number, name, contacts };
      add(daysAgo, (trx) => saveAgreement(trx, partner, agreementNumber, body));
    },
    license(daysAgo, licenseId, setUp) {
      const body = { organizationNumber: number, ...setUp };
      add(daysAgo, (trx) => saveLicense(trx, deps, partner, licenseId, body));
    },
    register(daysAgo, person, link) {
      add(daysAgo, async (trx) => {
        const account = await signIn(person);
        const of = link === 'own' ? { emailKey: account.emailKey } : { licenseId: link.contactOf };
        const { id, generation, offerVersion } = await selectOpenInvitation(trx, number, of);
        const token = invitationToken(deps.tokenSecret, id, generation);
        const registrant = { kind: 'person' as const, account, tokenOrganizationId: null };
        await registerInvitation(trx, deps, registrant, token, offerVersion);
      });
    },
    optIn(daysAgo, person, agreementNumber, contact) {
      add(daysAgo, async (trx) => {
        const account = await signIn(person);
        const here = (await findOrganizationsOfContact(trx, account.id)).find((one) => one.number === number);
        if (here === undefined) throw new Error(`${person.email} is no contact in ${number}`);
        const affiliate = {
          kind: 'affiliate' as const,
          account,
          organization: here,
          vlUserId: null,
          displayName: account.displayName,
        };
        const body = { inheritance: [{ agreementNumber, contact, optedIn: true }] };
        await savePreferences(trx, affiliate, body, null);
      });
    },
    assign(daysAgo, by, request) {
      add(daysAgo, async (trx) => changeAssignments(trx, deps, await memberOf(trx, by), request));
    },
    async tell() {
      events.sort((a, b) => a.at.getTime() - b.at.getTime());
      for (const { at, happen } of events) await happen(inThePast(deps.trx, at));
    },
  };
}

async function saveDemoAccount(deps: StoryDeps, { name, email }: StoryPerson): Promise<Account> {
  const key = emailKey(email);
  if (key === null) throw new Error(`${email} is no e-mail address`);
  const account = {
    issuer: deps.issuer,
    subject: demoSubject(key),
    displayName: name,
    email,
    emailKey: key,
    emailVerified: true,
  };
  const id = await saveAccount(deps.trx, account);
  await bindAccount(deps.trx, { id, ...account });
  return { id, ...account };
}
