import type { Invitation } from '@muniment/domain/invitation.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

export interface StoredInvitation extends Invitation {
  readonly organizationId: string;
  readonly id: string;
  readonly vlUserId: string;
  /** Internal id of the license ID that a contact invitation asks to administer. */
  readonly licenseId: string | null;
}

const COLUMNS = [
  'organization_id',
  'id',
  'kind',
  'vl_user_id',
  'license_id',
  'state',
  'generation',
  'offer_version',
  'sent_at',
  'last_sent_at',
  'expires_at',
] as const;

export type InvitationRow = {
  organization_id: string;
  id: string;
  kind: 'assignment' | 'contact';
  vl_user_id: string;
  license_id: string | null;
  state: 'open' | 'registered' | 'withdrawn';
  generation: number;
  offer_version: number;
  sent_at: Date;
  last_sent_at: Date;
  expires_at: Date;
};

export function toInvitation(row: InvitationRow): StoredInvitation {
  return {
    organizationId: row.organization_id,
    id: row.id,
    kind: row.kind,
    vlUserId: row.vl_user_id,
    licenseId: row.license_id,
    state: row.state,
    generation: row.generation,
    offerVersion: row.offer_version,
    sentAt: row.sent_at,
    lastSentAt: row.last_sent_at,
    expiresAt: row.expires_at,
  };
}

/** An invitation by the id in its link. */
export async function findInvitation(q: Queryable, id: string): Promise<StoredInvitation | null> {
  const row = await q.selectFrom('invitation').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toInvitation(row);
}

/** The open contact invitation of a license ID, if any. */
export async function findContactInvitation(
  q: Queryable,
  organizationId: string,
  licenseId: string,
): Promise<StoredInvitation | null> {
  const row = await q
    .selectFrom('invitation')
    .select(COLUMNS)
    .where('organization_id', '=', organizationId)
    .where('license_id', '=', licenseId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row === undefined ? null : toInvitation(row);
}

/** Where an invitation was mailed first; null where it was not mailed. */
export async function selectFirstAddress(
  q: Queryable,
  organizationId: string,
  invitationId: string,
): Promise<string | null> {
  const row = await q
    .selectFrom('mail')
    .select('to_address')
    .where('organization_id', '=', organizationId)
    .where('invitation_id', '=', invitationId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.to_address ?? null;
}

/** Locks one license ID's row, as every change of its administrators does. */
export async function lockLicense(trx: Trx, organizationId: string, licenseId: string): Promise<void> {
  await trx
    .selectFrom('license')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('id', '=', licenseId)
    .forNoKeyUpdate()
    .execute();
}

/** Locks VL users, then one invitation. */
export async function lockUsersAndInvitation(
  trx: Trx,
  organizationId: string,
  vlUserIds: readonly string[],
  invitationId: string,
): Promise<void> {
  await sql`
    select id from vl_user where organization_id = ${organizationId} and id = any(${vlUserIds}::uuid[])
    order by id for no key update
  `.execute(trx);
  await sql`
    select id from invitation where organization_id = ${organizationId} and id = ${invitationId} for no key update
  `.execute(trx);
}

/** Ends an invitation as registered; with it the assignment invitation of whoever is registered by it now. */
export async function markRegistered(
  trx: Trx,
  organizationId: string,
  invitationId: string,
  registrantId: string,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ state: 'registered', ended_at: at, registered_by: registrantId })
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'open')
    .where((eb) =>
      eb.or([
        eb('id', '=', invitationId),
        eb.and([eb('vl_user_id', '=', registrantId), eb('kind', '=', 'assignment')]),
      ]),
    )
    .execute();
}

/** Ends the open assignment invitation of a VL user as registered by themselves. */
export async function markAssignmentRegistered(
  trx: Trx,
  organizationId: string,
  vlUserId: string,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ state: 'registered', ended_at: at, registered_by: vlUserId })
    .where('organization_id', '=', organizationId)
    .where('vl_user_id', '=', vlUserId)
    .where('kind', '=', 'assignment')
    .where('state', '=', 'open')
    .execute();
}

export interface OfferedGrant {
  readonly grantId: number;
  readonly licenseId: string;
  readonly name: string;
  readonly internalLicenseId: string;
  readonly role: Role;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** The grants that an open invitation asks to register: those that wait for it, by license ID. */
export async function selectOffer(q: Queryable, invitation: StoredInvitation): Promise<OfferedGrant[]> {
  let query = q
    .selectFrom('role_grant as g')
    .innerJoin('license as l', (join) =>
      join.onRef('l.organization_id', '=', 'g.organization_id').onRef('l.id', '=', 'g.license_id'),
    )
    .select([
      'g.id as grantId',
      'l.license_id as licenseId',
      'l.name',
      'l.id as internalLicenseId',
      'g.role',
      'g.starts_at as startsAt',
      'g.ends_at as endsAt',
    ])
    .where('g.organization_id', '=', invitation.organizationId)
    .where('g.vl_user_id', '=', invitation.vlUserId)
    .where('g.closed_by', 'is', null)
    .where('g.origin_agreement_id', 'is', null)
    .where(sql<boolean>`(g.ends_at is null or g.ends_at > statement_timestamp())`);
  query =
    invitation.licenseId === null
      ? query.where(sql<boolean>`g.awaits is distinct from 'contact-registration'`)
      : query.where('g.license_id', '=', invitation.licenseId).where('g.awaits', '=', 'contact-registration');
  return query.orderBy('l.license_id').orderBy('g.role').execute();
}

/** A contact's grant stops waiting for its contact, who registered; where systems are to know first, it waits for them. */
export async function setContactRegistered(
  trx: Trx,
  organizationId: string,
  grantId: number,
  at: Date,
  provisioningId: string | null,
): Promise<void> {
  await trx
    .updateTable('role_grant')
    .set(
      provisioningId === null
        ? { awaits: null, ready_at: at }
        : { awaits: 'provisioning', provisioning_id: provisioningId },
    )
    .where('organization_id', '=', organizationId)
    .where('id', '=', grantId)
    .execute();
}

export interface OrganizationName {
  readonly number: string;
  readonly name: string;
}

export async function selectOrganizationName(
  q: Queryable,
  organizationId: string,
): Promise<OrganizationName> {
  return q
    .selectFrom('organization')
    .select(['number', 'name'])
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
}
