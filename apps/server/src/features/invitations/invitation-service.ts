import type { InvitationStep } from '@muniment/domain/assignment-decision.ts';
import { expiryOf } from '@muniment/domain/invitation.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { TouchedInvitation } from '@muniment/domain/settle-undone-invitations.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import {
  insertContactInvitations,
  insertInvitations,
  updateAssignmentInvitations,
  withdrawContactInvitations,
} from './invitation-life-repository.ts';
import {
  findInvitation,
  markAssignmentRegistered,
  type StoredInvitation,
  selectOffer,
} from './invitation-repository.ts';
import { findAssignmentInvitation } from './registration-repository.ts';
import {
  keepInvitations,
  restoreInvitations,
  selectTouchedInvitations,
} from './undone-invitation-repository.ts';

/** An invitation as the link in a mail needs it. */
export interface InvitationLink {
  readonly id: string;
  readonly generation: number;
}

/**
 * Carries out what a change decided about invitations.
 *
 * @param changeId The change where it can be undone: how the invitations were before is kept with it.
 * @returns The invitations that a mail goes out for, by VL user.
 * @source S5, S9, M9
 */
export async function applyInvitationSteps(
  trx: Trx,
  organizationId: string,
  steps: readonly InvitationStep[],
  when: { readonly at: Date; readonly invitationDays: number },
  changeId: string | null = null,
): Promise<Map<string, InvitationLink>> {
  const { at } = when;
  if (changeId !== null) await keepInvitations(trx, organizationId, changeId, steps);
  const expiresAt = expiryOf(at, when.invitationDays);
  const usersOf = (step: InvitationStep['step']) =>
    steps.filter((one) => one.step === step).map((one) => one.userKey);
  const update = (step: InvitationStep['step'], to: Parameters<typeof updateAssignmentInvitations>[4]) =>
    updateAssignmentInvitations(trx, organizationId, usersOf(step), at, to);

  const opened = await insertInvitations(trx, organizationId, usersOf('open'), at, expiresAt);
  const extended = await update('extend', { set: 'offer-changed', sent: true });
  const reset = await update('reset', { set: 'reset', expiresAt });
  await update('shrink', { set: 'offer-changed', sent: false });
  await update('withdraw', { set: 'withdrawn' });
  const contacts = steps.filter((one) => one.step === 'withdraw-contact');
  await withdrawContactInvitations(trx, organizationId, contacts, at);
  const restored = await restoreInvitations(
    trx,
    organizationId,
    steps.filter((one) => one.step === 'restore'),
  );
  return new Map([...opened, ...extended, ...reset, ...restored]);
}

/** Invites a contact to administer one license ID. @source A2 */
export async function openContactInvitation(
  trx: Trx,
  organizationId: string,
  contact: { readonly vlUserId: string; readonly licenseId: string },
  when: { readonly at: Date; readonly invitationDays: number },
): Promise<InvitationLink & { expiresAt: Date }> {
  const expiresAt = expiryOf(when.at, when.invitationDays);
  const invitations = await insertInvitations(
    trx,
    organizationId,
    [contact.vlUserId],
    when.at,
    expiresAt,
    contact.licenseId,
  );
  const invitation = invitations.get(contact.vlUserId);
  if (invitation === undefined) throw new Error('The invitation was not opened');
  return { ...invitation, expiresAt };
}

/**
 * Invites contacts to administer one license ID each.
 *
 * @param contacts By internal ids; each license ID once.
 * @returns The invitation of each, in the same order.
 * @source A2
 */
export async function openContactInvitations(
  trx: Trx,
  organizationId: string,
  contacts: readonly { readonly vlUserId: string; readonly licenseId: string }[],
  when: { readonly at: Date; readonly invitationDays: number },
): Promise<(InvitationLink & { expiresAt: Date })[]> {
  const expiresAt = expiryOf(when.at, when.invitationDays);
  const links = await insertContactInvitations(trx, organizationId, contacts, when.at, expiresAt);
  return links.map((link) => ({ ...link, expiresAt }));
}

/**
 * Ends the open assignment invitation of somebody who has registered in another way.
 *
 * @returns What it offered, which counts from now on, by license ID (internal id). @source S9
 */
export async function endAssignmentInvitation(
  trx: Trx,
  organizationId: string,
  vlUserId: string,
  at: Date,
): Promise<{ readonly licenseId: string; readonly role: Role; readonly invitationId: string }[]> {
  const invitation = await findAssignmentInvitation(trx, organizationId, vlUserId);
  if (invitation === null) return [];
  const offered = await selectOffer(trx, invitation);
  await markAssignmentRegistered(trx, organizationId, vlUserId, at);
  return offered.map(({ internalLicenseId, role }) => ({
    licenseId: internalLicenseId,
    role,
    invitationId: invitation.id,
  }));
}

/** What an invitation offers now, for the mail that carries it. */
export interface Offer {
  readonly state: 'open' | 'registered' | 'withdrawn';
  readonly kind: 'assignment' | 'contact';
  readonly generation: number;
  readonly expiresAt: Date;
  readonly licenses: readonly OfferedLicense[];
}

export interface OfferedLicense {
  readonly licenseId: string;
  readonly name: string;
  readonly roles: readonly { readonly role: Role; readonly startsAt: Date; readonly endsAt: Date | null }[];
}

/** Reads the current offer of an invitation. @throws Error where there is none by that id. */
export async function readOffer(q: Queryable, organizationId: string, invitationId: string): Promise<Offer> {
  const invitation = await findInvitation(q, invitationId);
  if (invitation === null || invitation.organizationId !== organizationId)
    throw new Error('There is no such invitation');
  return {
    state: invitation.state,
    kind: invitation.kind,
    generation: invitation.generation,
    expiresAt: invitation.expiresAt,
    licenses: await offeredLicenses(q, invitation),
  };
}

/** The grants that wait for an invitation, by license ID. */
async function offeredLicenses(q: Queryable, invitation: StoredInvitation): Promise<OfferedLicense[]> {
  const grants = await selectOffer(q, invitation);
  const byLicense = Map.groupBy(grants, (grant) => grant.licenseId);
  return [...byLicense].map(([licenseId, ofLicense]) => ({
    licenseId,
    name: ofLicense[0]?.name ?? '',
    roles: ofLicense.map(({ role, startsAt, endsAt }) => ({ role, startsAt, endsAt })),
  }));
}

/** The invitations that a change moved or withdrew, as they were before and as they are now. @source B8 */
export function touchedInvitations(
  q: Queryable,
  organizationId: string,
  changeId: string,
): Promise<TouchedInvitation[]> {
  return selectTouchedInvitations(q, organizationId, changeId);
}
