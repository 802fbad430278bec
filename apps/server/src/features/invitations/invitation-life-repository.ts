import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';

/** Opens invitations, and names them by the VL user whom they ask. */
export async function insertInvitations(
  trx: Trx,
  organizationId: string,
  vlUserIds: readonly string[],
  sentAt: Date,
  expiresAt: Date,
  contactOf: string | null = null,
): Promise<Map<string, { id: string; generation: number }>> {
  if (vlUserIds.length === 0) return new Map();
  const rows = vlUserIds.map((vlUserId) => ({
    organization_id: organizationId,
    id: v7(),
    kind: contactOf === null ? ('assignment' as const) : ('contact' as const),
    vl_user_id: vlUserId,
    license_id: contactOf,
    state: 'open' as const,
    sent_at: sentAt,
    last_sent_at: sentAt,
    expires_at: expiresAt,
    ended_at: null,
    registered_by: null,
  }));
  // Eleven parameters a row; PostgreSQL takes 65,535 in a statement.
  for (let start = 0; start < rows.length; start += 5_000) {
    await trx
      .insertInto('invitation')
      .values(rows.slice(start, start + 5_000))
      .execute();
  }
  return new Map(rows.map((row) => [row.vl_user_id, { id: row.id, generation: 1 }]));
}

/** Opens invitations of contacts, one for each license ID. @returns Them in the same order. */
export async function insertContactInvitations(
  trx: Trx,
  organizationId: string,
  contacts: readonly { readonly vlUserId: string; readonly licenseId: string }[],
  sentAt: Date,
  expiresAt: Date,
): Promise<{ id: string; generation: number }[]> {
  const links = contacts.map(() => ({ id: v7(), generation: 1 }));
  await sql`
    insert into invitation (
      organization_id, id, kind, vl_user_id, license_id, state, sent_at, last_sent_at, expires_at
    )
    select ${organizationId}::uuid, i.id, 'contact', i.vl_user_id, i.license_id, 'open', ${sentAt}::timestamptz,
      ${sentAt}::timestamptz, ${expiresAt}::timestamptz
    from unnest(
      ${links.map(({ id }) => id)}::uuid[],
      ${contacts.map(({ vlUserId }) => vlUserId)}::uuid[],
      ${contacts.map(({ licenseId }) => licenseId)}::uuid[]
    ) as i (id, vl_user_id, license_id)
  `.execute(trx);
  return links;
}

export type InvitationUpdate =
  /** Something else is offered; `sent` where a new mail says so. */
  | { readonly set: 'offer-changed'; readonly sent: boolean }
  | { readonly set: 'reset'; readonly expiresAt: Date }
  | { readonly set: 'withdrawn' };

/** Updates the open assignment invitations of VL users. */
export async function updateAssignmentInvitations(
  trx: Trx,
  organizationId: string,
  vlUserIds: readonly string[],
  at: Date,
  update: InvitationUpdate,
): Promise<Map<string, { id: string; generation: number }>> {
  if (vlUserIds.length === 0) return new Map();
  const rows = await trx
    .updateTable('invitation')
    .set((eb) => {
      if (update.set === 'withdrawn') return { state: 'withdrawn' as const, ended_at: at };
      const offerVersion = eb('offer_version', '+', 1);
      if (update.set === 'reset') {
        return {
          offer_version: offerVersion,
          generation: eb('generation', '+', 1),
          sent_at: at,
          last_sent_at: at,
          expires_at: update.expiresAt,
        };
      }
      return update.sent
        ? { offer_version: offerVersion, last_sent_at: at }
        : { offer_version: offerVersion };
    })
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'assignment')
    .where('state', '=', 'open')
    .where(sql<boolean>`vl_user_id = any(${vlUserIds}::uuid[])`)
    .returning(['vl_user_id', 'id', 'generation'])
    .execute();
  return new Map(rows.map(({ vl_user_id, id, generation }) => [vl_user_id, { id, generation }]));
}

/** Withdraws the open contact invitations of these pairs. */
export async function withdrawContactInvitations(
  trx: Trx,
  organizationId: string,
  pairs: readonly { readonly userKey: string; readonly licenseId: string }[],
  at: Date,
): Promise<void> {
  if (pairs.length === 0) return;
  await sql`
    update invitation i set state = 'withdrawn', ended_at = ${at}
    from unnest(
      ${pairs.map((pair) => pair.userKey)}::uuid[],
      ${pairs.map((pair) => pair.licenseId)}::uuid[]
    ) as p (vl_user_id, license_id)
    where i.organization_id = ${organizationId} and i.kind = 'contact' and i.state = 'open'
      and i.vl_user_id = p.vl_user_id and i.license_id = p.license_id
  `.execute(trx);
}
