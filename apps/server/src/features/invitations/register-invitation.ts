import type { InvitationOffer, Registration } from '@muniment/contract/invitations.ts';
import type { Person } from '../../actor.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { endGrant, giveAdministrator, recordChange } from '../assignments/grant-service.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { planMails } from '../mail/mail-service.ts';
import { bindAndRegister, findOrAddRegistrant } from '../vl-users/vl-user-service.ts';
import {
  findInvitation,
  lockLicense,
  lockUsersAndInvitation,
  markRegistered,
  type StoredInvitation,
  selectOffer,
  selectOrganizationName,
  setContactGrantReady,
} from './invitation-repository.ts';
import { offeredLicenses } from './invitation-service.ts';
import { admit, findByToken, linkProblem, readLinkPeople } from './open-link.ts';

export interface RegisterDeps {
  /** Makes and checks the tokens in links. */
  readonly tokenSecret: Buffer;
  readonly jobs: JobQueue;
  readonly publisherName: string;
  readonly mailHoldSeconds: number;
}

/**
 * What a link offers to the person who opened it. Reading it consumes nothing: mail scanners open links too.
 *
 * @throws Problem invitation-not-found, -used, -reset, -expired, wrong-account.
 * @source G1, A9
 */
export async function showInvitation(
  q: Queryable,
  deps: Pick<RegisterDeps, 'tokenSecret'>,
  { account, tokenOrganizationId }: Person,
  token: string,
): Promise<InvitationOffer> {
  const link = await findByToken(q, deps.tokenSecret, token, tokenOrganizationId);
  const people = await readLinkPeople(q, link.invitation, account);
  const byInvitee = admit(link, people, account, await currentTime(q), null);
  const { name } = await selectOrganizationName(q, link.invitation.organizationId);
  const licenses = await offeredLicenses(q, link.invitation);
  return {
    kind: link.invitation.kind,
    organization: { name },
    licenses: licenses.map(({ licenseId, name: licenseName, roles }) => ({
      licenseId,
      name: licenseName,
      roles: roles.map(({ role, startsAt, endsAt }) => ({
        role,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt?.toISOString() ?? null,
      })),
    })),
    insteadOfContact: !byInvitee,
    expiresAt: link.invitation.expiresAt.toISOString(),
    offerVersion: link.invitation.offerVersion,
  };
}

/**
 * Registers what a link offers: the roles that wait for it take effect at commit.
 *
 * Of many who register one invitation at once, one succeeds. Whoever registers a contact invitation that was
 * forwarded to them administers the license ID instead of the contact, who is told.
 *
 * @param offerVersion The offer that the person was shown.
 * @source A3, G1, S5, S8, S9
 */
export async function registerInvitation(
  trx: Trx,
  deps: RegisterDeps,
  { account, tokenOrganizationId }: Person,
  token: string,
  offerVersion: number,
): Promise<Registration> {
  const found = await findByToken(trx, deps.tokenSecret, token, tokenOrganizationId);
  const { organizationId, id, vlUserId, licenseId } = found.invitation;
  if (licenseId !== null) await lockLicense(trx, organizationId, licenseId);
  const before = await readLinkPeople(trx, found.invitation, account);
  const registrantIds = before.registrantVlUserId === null ? [] : [before.registrantVlUserId];
  await lockUsersAndInvitation(trx, organizationId, [vlUserId, ...registrantIds], id);

  // Read again: what was read before the locks may be old.
  const invitation = await findInvitation(trx, id);
  if (invitation === null) throw linkProblem('invitation-not-found');
  const link = { invitation, linkGeneration: found.linkGeneration };
  const people = await readLinkPeople(trx, invitation, account);
  const at = await currentTime(trx);
  const byInvitee = admit(link, people, account, at, offerVersion);
  const offer = await selectOffer(trx, invitation);

  const registrantId = byInvitee
    ? people.invitee.id
    : await findOrAddRegistrant(trx, organizationId, account);
  if (registrantId === null) throw linkProblem('wrong-account');
  await bindAndRegister(trx, organizationId, registrantId, account.id, at);
  await markRegistered(trx, organizationId, id, registrantId, at);
  const author = { kind: 'person' as const, id: registrantId, name: account.displayName };
  const change = await recordChange(trx, organizationId, 'registration', author, at);
  if (invitation.licenseId !== null) {
    const contactGrant = offer[0];
    if (contactGrant === undefined) throw linkProblem('invitation-not-found');
    if (byInvitee) await setContactGrantReady(trx, organizationId, contactGrant.grantId, at);
    else {
      await endGrant(trx, organizationId, contactGrant.grantId, change);
      await giveAdministrator(
        trx,
        organizationId,
        { vlUserId: registrantId, licenseId: invitation.licenseId },
        change,
      );
      await tellContact(trx, deps, invitation, people.invitee, contactGrant, change.id, at);
    }
  }

  await appendToLedger(trx, organizationId, author, at, {
    event: 'invitation.registered',
    version: 1,
    licenseIds: [...new Set(offer.map((grant) => grant.internalLicenseId))],
    details: {
      changeId: change.id,
      invitationId: id,
      kind: invitation.kind,
      invited: invitation.vlUserId,
      registered: registrantId,
      grants: offer.map(({ internalLicenseId, role }) => ({ licenseId: internalLicenseId, role })),
    },
  });
  const { number, name } = await selectOrganizationName(trx, organizationId);
  return {
    organization: { number, name },
    licenses: [...Map.groupBy(offer, (grant) => grant.licenseId)].map(([ofLicense, grants]) => ({
      licenseId: ofLicense,
      roles: grants.map((grant) => grant.role),
    })),
  };
}

/** Tells the contact that, and when, somebody registered; not who (A9). @source A3 */
async function tellContact(
  trx: Trx,
  deps: RegisterDeps,
  invitation: StoredInvitation,
  contact: { readonly id: string; readonly displayName: string; readonly signInEmail: string },
  grant: { readonly licenseId: string; readonly name: string },
  changeId: string,
  at: Date,
): Promise<void> {
  const facts = { licenseId: grant.licenseId, name: grant.name, registeredAt: at.toISOString() };
  const mail = {
    kind: 'contact-registered' as const,
    vlUserId: contact.id,
    toName: contact.displayName,
    toAddress: contact.signInEmail,
    changeId,
    facts,
  };
  await planMails(trx, deps, invitation.organizationId, [mail], at);
}
