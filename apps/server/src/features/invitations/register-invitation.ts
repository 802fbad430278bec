import { createHash } from 'node:crypto';
import type { InvitationOffer, Registration } from '@muniment/contract/invitations.ts';
import type { Person } from '../../actor.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { endGrant, giveAdministrator, recordChange } from '../assignments/grant-service.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { planMails } from '../mail/mail-service.ts';
import { announce, beginProvisioning } from '../provisioning/provisioning-service.ts';
import { bindAndRegister, findOrAddRegistrant } from '../vl-users/vl-user-service.ts';
import {
  findInvitation,
  lockLicense,
  lockUsersAndInvitation,
  markRegistered,
  type OfferedGrant,
  type StoredInvitation,
  selectOffer,
  selectOrganizationName,
  setContactRegistered,
} from './invitation-repository.ts';
import {
  admit,
  findByToken,
  type LinkPeople,
  type LinkSecrets,
  linkProblem,
  readLinkPeople,
} from './open-link.ts';
import { findAssignmentInvitation } from './registration-repository.ts';

export interface RegisterDeps extends LinkSecrets {
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
  deps: LinkSecrets,
  { account, tokenOrganizationId }: Person,
  token: string,
): Promise<InvitationOffer> {
  const link = await findByToken(q, deps, token, tokenOrganizationId);
  const people = await readLinkPeople(q, link.invitation, account);
  const at = await currentTime(q);
  const byInvitee = admit(link, people, account, at);
  const { name } = await selectOrganizationName(q, link.invitation.organizationId);
  const invitations = await registeredTogether(q, link.invitation, registrantOf(people, byInvitee));
  const licenses = byLicense(await readOffers(q, invitations));
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
    offerVersion: offerVersionOf(invitations),
  };
}

/**
 * Registers what a link offers: the roles that wait for it take effect at commit.
 *
 * Of many who register one invitation at once, one succeeds. Whoever registers a contact invitation that was
 * forwarded to them administers the license ID instead of the contact, who is told. Registration is one fact in an
 * organization: what else waits for the person is offered, and registered, with it.
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
  const found = await findByToken(trx, deps, token, tokenOrganizationId);
  const { organizationId, id, vlUserId, licenseId } = found.invitation;
  if (licenseId !== null) await lockLicense(trx, organizationId, licenseId);
  const before = await readLinkPeople(trx, found.invitation, account);
  const isForwarded = licenseId !== null && !before.isInvitee;
  // Added before the locks, as every change adds people; a refusal rolls it back.
  const addedId = isForwarded ? await findOrAddRegistrant(trx, organizationId, account) : null;
  const registrants = [addedId, before.registrantVlUserId].filter((one) => one !== null);
  await lockUsersAndInvitation(trx, organizationId, [vlUserId, ...registrants], id);

  // Read again: what was read before the locks may be old.
  const invitation = await findInvitation(trx, id);
  if (invitation === null) throw linkProblem('invitation-not-found');
  const link = { invitation, linkGeneration: found.linkGeneration };
  const people = await readLinkPeople(trx, invitation, account);
  const at = await currentTime(trx);
  const byInvitee = admit(link, people, account, at);
  const registrantId = byInvitee ? people.invitee.id : addedId;
  const invitations = await registeredTogether(trx, invitation, registrantId);
  if (offerVersionOf(invitations) !== offerVersion) throw linkProblem('stale-version');
  const offer = await readOffers(trx, invitations);

  const isBound =
    registrantId !== null && (await bindAndRegister(trx, organizationId, registrantId, account.id, at));
  if (!isBound) throw linkProblem('wrong-account');
  await markRegistered(trx, organizationId, id, registrantId, at);
  const author = { kind: 'person' as const, id: registrantId, name: account.displayName };
  const change = await recordChange(trx, organizationId, 'registration', author, at);
  if (invitation.licenseId !== null) {
    const contactGrant = offer.find((grant) => grant.invitationId === id);
    if (contactGrant === undefined) throw linkProblem('invitation-not-found');
    const provisionings = await beginProvisioning(trx, deps, organizationId, change, [registrantId]);
    if (byInvitee) {
      const awaits = provisionings.get(registrantId) ?? null;
      await setContactRegistered(trx, organizationId, contactGrant.grantId, at, awaits);
    } else {
      await endGrant(trx, organizationId, contactGrant.grantId, change);
      await giveAdministrator(
        trx,
        organizationId,
        { vlUserId: registrantId, licenseId: invitation.licenseId },
        change,
        provisionings,
      );
      await tellContact(trx, deps, invitation, people.invitee, contactGrant, change.id, at);
    }
    const pairs = [{ vlUserId: registrantId, licenseId: invitation.licenseId }];
    await announce(trx, deps, organizationId, change, pairs, provisionings);
  }

  await appendToLedger(trx, organizationId, author, at, {
    event: 'invitation.registered',
    version: 1,
    licenseIds: [...new Set(offer.map((grant) => grant.internalLicenseId))],
    details: {
      changeId: change.id,
      registered: registrantId,
      // Each with its invitation: who sees the role may know whom the invitation had named, and nobody else.
      grants: offer.map(({ internalLicenseId, role, invitationId }) => {
        const { kind, vlUserId: invited } = invitations.find((one) => one.id === invitationId) ?? invitation;
        return { licenseId: internalLicenseId, role, invitationId, kind, invited };
      }),
    },
  });
  const { number, name } = await selectOrganizationName(trx, organizationId);
  return {
    organization: { number, name },
    licenses: byLicense(offer).map((license) => ({
      licenseId: license.licenseId,
      roles: license.roles.map(({ role }) => role),
    })),
  };
}

/** Whom a link makes, or finds, as the VL user who registers; null where nobody is there yet. */
function registrantOf(people: LinkPeople, byInvitee: boolean): string | null {
  return byInvitee ? people.invitee.id : people.registrantToBe;
}

/**
 * The invitations that one registration ends: the one of the link and, with a contact invitation, the assignment
 * invitation that waits for the same person.
 *
 * @source S9
 */
async function registeredTogether(
  q: Queryable,
  invitation: StoredInvitation,
  registrantId: string | null,
): Promise<StoredInvitation[]> {
  if (invitation.kind === 'assignment' || registrantId === null) return [invitation];
  const waiting = await findAssignmentInvitation(q, invitation.organizationId, registrantId);
  return waiting === null ? [invitation] : [invitation, waiting];
}

interface Offered extends OfferedGrant {
  readonly invitationId: string;
}

async function readOffers(q: Queryable, invitations: readonly StoredInvitation[]): Promise<Offered[]> {
  const offered: Offered[] = [];
  for (const invitation of invitations) {
    const grants = await selectOffer(q, invitation);
    offered.push(...grants.map((grant) => ({ ...grant, invitationId: invitation.id })));
  }
  return offered;
}

function byLicense(offered: readonly Offered[]) {
  return [...Map.groupBy(offered, (grant) => grant.licenseId)].map(([licenseId, grants]) => ({
    licenseId,
    name: grants[0]?.name ?? '',
    roles: grants.map(({ role, startsAt, endsAt }) => ({ role, startsAt, endsAt })),
  }));
}

/** One number for what several invitations offer: it changes whenever one of them does. */
function offerVersionOf(invitations: readonly StoredInvitation[]): number {
  const [only] = invitations;
  if (invitations.length === 1 && only !== undefined) return only.offerVersion;
  const versions = invitations.map(({ id, offerVersion }) => `${id} ${offerVersion}`).join('\n');
  return createHash('sha256').update(versions).digest().readUIntBE(0, 6) + 1;
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
