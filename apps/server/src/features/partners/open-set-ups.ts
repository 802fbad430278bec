import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { designateContacts } from '../assignments/set-up-service.ts';
import { heirsOf, inherit } from '../contacts/inheritance-service.ts';
import { openContactInvitations } from '../invitations/invitation-service.ts';
import type { Author, LedgerEvent } from '../ledger/ledger-service.ts';
import { planMails } from '../mail/mail-service.ts';
import { addVlUsers } from '../vl-users/vl-user-service.ts';
import { kindsOf } from './contacts.ts';
import type { OwnedLicense } from './partner-repository.ts';
import type { ReadSetUp } from './read-set-ups.ts';
import type { SetUpDeps } from './set-up-deps.ts';
import { insertContactsOf } from './set-up-repository.ts';

export interface NewSetUp {
  readonly license: OwnedLicense;
  readonly read: ReadSetUp;
}

export interface OpenedSetUp {
  readonly at: Date;
  readonly event: LedgerEvent;
  readonly invited: { readonly displayName: string; readonly email: string; readonly expiresAt: string };
}

/**
 * Gives license IDs that were just added their contacts, of whom one is invited as administrator, and those who inherit
 * from their agreement: for as many at once as there are in an organization.
 *
 * @returns What happened to each, by internal id.
 * @source A2, I1
 */
export async function openSetUps(
  trx: Trx,
  deps: SetUpDeps,
  author: Author,
  added: readonly NewSetUp[],
): Promise<Map<string, OpenedSetUp>> {
  if (added.length === 0) return new Map();
  await insertContactsOf(
    trx,
    added.map(({ license, read }) => ({ license, contacts: read.contacts })),
  );
  const opened = new Map<string, OpenedSetUp>();
  const byOrganization = [...Map.groupBy(added, ({ license }) => license.organizationId)];
  // In one order, so that two who set up at once cannot wait for each other.
  for (const [organizationId, ofOrganization] of byOrganization.sort(([a], [b]) => (a < b ? -1 : 1))) {
    await openInOrganization(trx, deps, author, organizationId, ofOrganization, opened);
  }
  return opened;
}

async function openInOrganization(
  trx: Trx,
  deps: SetUpDeps,
  author: Author,
  organizationId: string,
  added: readonly NewSetUp[],
  opened: Map<string, OpenedSetUp>,
): Promise<void> {
  const agreementIds = new Set(added.flatMap(({ read }) => read.facts.agreementId ?? []));
  const heirs = await heirsOf(trx, organizationId, [...agreementIds]);
  const at = await currentTime(trx);
  const users = await addContacts(trx, organizationId, added);
  const named = added.map(({ license, read }) => {
    const user = users.get(read.invitee.emailKey);
    if (user === undefined) throw new Error('The contact was not added');
    return { license, read, user, pair: { vlUserId: user.id, licenseId: license.id } };
  });
  const pairs = named.map(({ pair }) => pair);
  const changeIds = await designateContacts(trx, organizationId, pairs, author, at);
  const when = { at, invitationDays: deps.invitationDays };
  const invitations = await openContactInvitations(trx, organizationId, pairs, when);
  const set = named.map((one, place) => {
    const [changeId, invitation] = [changeIds[place], invitations[place]];
    if (changeId === undefined || invitation === undefined) throw new Error('The contact was not invited');
    return { ...one, changeId, invitation };
  });
  const mails = set.map(({ user, read, changeId, invitation }) => ({
    kind: 'contact-invitation' as const,
    vlUserId: user.id,
    toName: user.displayName,
    // Where the partner says: whoever has its link may register it, and administrators edit business e-mails.
    toAddress: read.invitee.email,
    changeId,
    invitationId: invitation.id,
    facts: { generation: invitation.generation },
  }));
  await planMails(trx, deps, organizationId, mails, at);
  for (const { license, read, user, changeId, invitation } of set) {
    const { agreementId } = read.facts;
    const under = { id: license.id, agreementId: agreementId ?? '' };
    const ofAgreement = heirs.get(under.agreementId) ?? [];
    const inherited = await inherit(trx, deps, organizationId, under, ofAgreement, { id: changeId, at });
    const contact = {
      vlUserId: user.id,
      licenseId: license.id,
      role: 'administrator',
      startsAt: at.toISOString(),
      endsAt: null,
    };
    opened.set(license.id, {
      at,
      event: {
        event: 'license.set-up',
        version: 1,
        licenseIds: [license.id],
        details: {
          licenseId: license.id,
          number: license.licenseId,
          contacts: kindsOf(read.contacts),
          changeId,
          invitationId: invitation.id,
          opened: [contact, ...inherited],
        },
      },
      invited: {
        displayName: user.displayName,
        email: read.invitee.email,
        expiresAt: invitation.expiresAt.toISOString(),
      },
    });
  }
}

/** The VL users whom set-ups invite, by the keys of their addresses; whoever is named first names them. */
async function addContacts(trx: Trx, organizationId: string, added: readonly NewSetUp[]) {
  const invitees = new Map(added.toReversed().map(({ read }) => [read.invitee.emailKey, read.invitee]));
  const users = await addVlUsers(
    trx,
    organizationId,
    [...invitees.values()].map(({ email, emailKey, displayName }) => ({
      id: v7(),
      signInEmail: email,
      signInEmailKey: emailKey,
      businessEmail: email,
      displayName,
    })),
  );
  return new Map(users.map((user) => [user.signInEmailKey, user]));
}
