import type { InvitationState, InvitationStep } from '@muniment/domain/assignment-decision.ts';
import type { TouchedInvitation } from '@muniment/domain/settle-undone-invitations.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

/** Keeps how invitations were before a change moves or withdraws them, so that undo can put them back. @source B8 */
export async function keepInvitations(
  trx: Trx,
  organizationId: string,
  changeId: string,
  steps: readonly InvitationStep[],
): Promise<void> {
  const moved = steps.filter(({ step }) => step !== 'open' && step !== 'restore');
  if (moved.length === 0) return;
  await sql`
    insert into assignment_change_invitation (
      organization_id, change_id, invitation_id, step, generation, sent_at, last_sent_at, expires_at
    )
    select i.organization_id, ${changeId}::uuid, i.id, s.step, i.generation, i.sent_at, i.last_sent_at, i.expires_at
    from unnest(
      ${moved.map(({ userKey }) => userKey)}::uuid[],
      ${moved.map((one) => (one.step === 'withdraw-contact' ? one.licenseId : null))}::uuid[],
      ${moved.map(({ step }) => step)}::text[]
    ) as s (vl_user_id, license_id, step)
    join invitation i on i.organization_id = ${organizationId} and i.vl_user_id = s.vl_user_id and i.state = 'open'
      and i.license_id is not distinct from s.license_id
  `.execute(trx);
}

/** Opens invitations again as they were before, and names them by the VL user whom they ask; contacts' ones not. */
export async function restoreInvitations(
  trx: Trx,
  organizationId: string,
  steps: readonly { readonly userKey: string; readonly invitationId: string; readonly to: InvitationState }[],
): Promise<Map<string, { id: string; generation: number }>> {
  if (steps.length === 0) return new Map();
  const { rows } = await sql<{ id: string; vl_user_id: string | null; generation: number }>`
    update invitation i set state = 'open', ended_at = null, offer_version = offer_version + 1,
      generation = r.generation, sent_at = r.sent_at, last_sent_at = r.last_sent_at, expires_at = r.expires_at
    from unnest(
      ${steps.map(({ invitationId }) => invitationId)}::uuid[],
      ${steps.map(({ to }) => to.generation)}::integer[],
      ${steps.map(({ to }) => to.sentAt)}::timestamptz[],
      ${steps.map(({ to }) => to.lastSentAt)}::timestamptz[],
      ${steps.map(({ to }) => to.expiresAt)}::timestamptz[]
    ) as r (id, generation, sent_at, last_sent_at, expires_at)
    where i.organization_id = ${organizationId} and i.id = r.id
    returning i.id, case when i.kind = 'assignment' then i.vl_user_id end as vl_user_id, i.generation
  `.execute(trx);
  return new Map(
    rows.flatMap(({ id, vl_user_id, generation }) =>
      vl_user_id === null ? [] : [[vl_user_id, { id, generation }]],
    ),
  );
}

interface TouchedRow {
  readonly id: string;
  readonly vl_user_id: string;
  readonly license_id: string | null;
  readonly step: TouchedInvitation['step'];
  readonly state: TouchedInvitation['now']['state'];
  readonly before_generation: number;
  readonly before_sent_at: Date;
  readonly before_last_sent_at: Date;
  readonly before_expires_at: Date;
  readonly generation: number;
  readonly sent_at: Date;
  readonly last_sent_at: Date;
  readonly expires_at: Date;
  readonly is_replaced: boolean;
  readonly is_mailed: boolean;
}

/** The invitations that a change moved or withdrew. License IDs by their internal ids. */
export async function selectTouchedInvitations(
  q: Queryable,
  organizationId: string,
  changeId: string,
): Promise<TouchedInvitation[]> {
  const { rows } = await sql<TouchedRow>`
    select i.id, i.vl_user_id, i.license_id, b.step, i.state, b.generation as before_generation,
      b.sent_at as before_sent_at, b.last_sent_at as before_last_sent_at, b.expires_at as before_expires_at,
      i.generation, i.sent_at, i.last_sent_at, i.expires_at,
      exists (
        select from invitation other
        where other.organization_id = i.organization_id and other.id <> i.id and other.state = 'open'
          and other.kind = i.kind and case i.kind
            when 'contact' then other.license_id = i.license_id
            else other.vl_user_id = i.vl_user_id
          end
      ) or (i.kind = 'contact' and not exists (
        select from license_contact c
        join vl_user u on u.organization_id = c.organization_id and u.sign_in_email_key = c.email_key
        where c.organization_id = i.organization_id and c.license_id = i.license_id and u.id = i.vl_user_id
      )) as is_replaced,
      exists (
        select from mail m
        where m.organization_id = i.organization_id and m.invitation_id = i.id and m.state <> 'cancelled'
      ) as is_mailed
    from assignment_change_invitation b
    join invitation i on i.organization_id = b.organization_id and i.id = b.invitation_id
    where b.organization_id = ${organizationId} and b.change_id = ${changeId}
  `.execute(q);
  return rows.map((row) => ({
    invitationId: row.id,
    userKey: row.vl_user_id,
    licenseId: row.license_id,
    step: row.step,
    before: {
      generation: row.before_generation,
      sentAt: row.before_sent_at,
      lastSentAt: row.before_last_sent_at,
      expiresAt: row.before_expires_at,
    },
    now: {
      state: row.state,
      generation: row.generation,
      sentAt: row.sent_at,
      lastSentAt: row.last_sent_at,
      expiresAt: row.expires_at,
    },
    isReplaced: row.is_replaced,
    isMailed: row.is_mailed,
  }));
}
