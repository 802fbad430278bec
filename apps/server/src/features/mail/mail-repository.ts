import type { Language } from '@muniment/domain/languages.ts';
import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import type { MailKind, MailState } from '../../database/schema.ts';
import type { LastMail, Mail, NewMail } from './mail-facts.ts';

/** Writes the rows of planned mails, in one statement. */
export async function insertMails(
  trx: Trx,
  organizationId: string,
  mails: readonly (NewMail & { id: string; language: Language; subject: string })[],
  at: Date,
  sendAfter: Date,
): Promise<void> {
  const rows = mails.map((mail) => ({
    id: mail.id,
    kind: mail.kind,
    vl_user_id: mail.vlUserId,
    change_id: mail.changeId,
    invitation_id: 'invitationId' in mail ? mail.invitationId : null,
    to_name: mail.toName,
    to_address: mail.toAddress,
    language: mail.language,
    subject: mail.subject,
    facts: mail.facts,
  }));
  await sql`
    insert into mail (
      organization_id, id, kind, vl_user_id, change_id, invitation_id, to_name, to_address, language,
      subject, facts, state, created_at, send_after, state_at
    )
    select ${organizationId}::uuid, id, kind, vl_user_id, change_id, invitation_id, to_name, to_address, language,
      subject, facts, 'held', ${at}, ${sendAfter}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as planned (
      id uuid, kind text, vl_user_id uuid, change_id uuid, invitation_id uuid, to_name text, to_address text,
      language text, subject text, facts jsonb
    )
  `.execute(trx);
}

/**
 * Takes back the mails of a change that are still held. One that is being sent is not: a worker claims a mail by its
 * row, so it either goes out or is cancelled here, and the caller knows which.
 */
export async function cancelHeldMails(
  trx: Trx,
  organizationId: string,
  changeId: string,
  why: string,
): Promise<{ vlUserId: string; kind: MailKind; attempts: number }[]> {
  const { rows } = await sql<{ vlUserId: string; kind: MailKind; attempts: number }>`
    update mail set state = 'cancelled', error = ${why}, state_at = clock_timestamp()
    where organization_id = ${organizationId} and change_id = ${changeId} and state = 'held' and vl_user_id is not null
    returning vl_user_id as "vlUserId", kind, attempts
  `.execute(trx);
  return rows;
}

/** Mails of changes that are still held: whom they go to, and when. */
export async function selectHeldMails(
  q: Queryable,
  organizationId: string,
  changeIds: readonly string[],
): Promise<{ changeId: string; vlUserId: string; sendAfter: Date }[]> {
  const { rows } = await sql<{ changeId: string; vlUserId: string; sendAfter: Date }>`
    select change_id as "changeId", vl_user_id as "vlUserId", send_after as "sendAfter" from mail
    where organization_id = ${organizationId} and change_id = any(${changeIds}::uuid[]) and state = 'held'
      and vl_user_id is not null
  `.execute(q);
  return rows;
}

/**
 * The language of each recipient, in their order: chosen by the person, else that of the organization, else English.
 *
 * @param recipients VL users of the organization; `accountId` where a recipient is none.
 */
export async function selectLanguages(
  q: Queryable,
  organizationId: string,
  recipients: readonly { readonly vlUserId: string | null; readonly accountId?: string | null }[],
): Promise<Language[]> {
  const users = recipients.map(({ vlUserId }) => vlUserId);
  const accounts = recipients.map(({ accountId }) => accountId ?? null);
  const { rows } = await sql<{ language: Language }>`
    select coalesce(a.language, o.language, 'en') as language
    from unnest(${users}::uuid[], ${accounts}::uuid[]) with ordinality as r (vl_user_id, account_id, position)
    join organization o on o.id = ${organizationId}
    left join vl_user u on u.organization_id = o.id and u.id = r.vl_user_id
    left join account a on a.id = coalesce(r.account_id, u.account_id)
    order by r.position
  `.execute(q);
  return rows.map(({ language }) => language);
}

/** Which row, and which of its tries. A try that took too long and was taken over changes nothing any more. */
export interface MailTry {
  organizationId: string;
  mailId: string;
  attempts: number;
}

/**
 * Takes a mail to send it: held and due, or left behind in the middle by a process that died. Committed before
 * anything is sent, so that at most one process sends it.
 *
 * @param leaseSeconds A mail in the state `sending` for so long was left behind.
 * @returns The try, or null where there is nothing to send.
 */
export async function claimMail(
  q: Queryable,
  { organizationId, mailId }: { organizationId: string; mailId: string },
  leaseSeconds: number,
): Promise<MailTry | null> {
  const claimed = await q
    .updateTable('mail')
    .set({ state: 'sending', attempts: sql`attempts + 1`, state_at: sql`clock_timestamp()` })
    .where('organization_id', '=', organizationId)
    .where('id', '=', mailId)
    .where((is) =>
      is.or([
        is.and([is('state', '=', 'held'), is('send_after', '<=', sql<Date>`clock_timestamp()`)]),
        is.and([is('state', '=', 'sending'), is('state_at', '<=', secondsAgo(leaseSeconds))]),
      ]),
    )
    .returning('attempts')
    .executeTakeFirst();
  return claimed === undefined ? null : { organizationId, mailId, attempts: claimed.attempts };
}

/** Ends a try for good. */
export async function endMail(
  q: Queryable,
  mailTry: MailTry,
  state: 'sent' | 'failed' | 'cancelled',
  error: string | null,
): Promise<void> {
  await updateTry(q, mailTry).set({ state, error, state_at: sql`clock_timestamp()` }).execute();
}

/**
 * Holds a mail again for a later try.
 *
 * @returns When that is, or null where another process took the mail over.
 */
export async function holdMailAgain(
  q: Queryable,
  mailTry: MailTry,
  delaySeconds: number,
  error: string,
): Promise<Date | null> {
  const held = await updateTry(q, mailTry)
    .set({ state: 'held', error, state_at: sql`clock_timestamp()`, send_after: secondsAgo(-delaySeconds) })
    .returning('send_after')
    .executeTakeFirst();
  return held?.send_after ?? null;
}

/** Mails that are due longer than a worker takes to see them, oldest first: their job was lost. */
export async function findForgottenMails(
  q: Queryable,
  { overdueSeconds, leaseSeconds, limit }: { overdueSeconds: number; leaseSeconds: number; limit: number },
): Promise<{ organizationId: string; mailId: string; sendAfter: Date }[]> {
  return q
    .selectFrom('mail')
    .select(['organization_id as organizationId', 'id as mailId', 'send_after as sendAfter'])
    .where('state', 'in', ['held', 'sending'])
    .where('send_after', '<=', secondsAgo(overdueSeconds))
    .where((is) => is.or([is('state', '=', 'held'), is('state_at', '<=', secondsAgo(leaseSeconds))]))
    .orderBy('send_after')
    .limit(limit)
    .execute();
}

/** A mail with what surrounds it, by its id alone. */
export async function readMail(
  q: Queryable,
  mailId: string,
): Promise<{ mail: Mail; signInEmail: string | null } | null> {
  const row = await selectMails(q)
    .leftJoin('vl_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'm.organization_id').onRef('u.id', '=', 'm.vl_user_id'),
    )
    .select('u.sign_in_email')
    .where('m.id', '=', mailId)
    .executeTakeFirst();
  return row === undefined ? null : { mail: toMail(row), signInEmail: row.sign_in_email };
}

/** A page of mails of all organizations, newest first. */
export async function readMailPage(
  q: Queryable,
  page: {
    limit: number;
    /** The last mail of the page before. */
    after: { createdAtMicroseconds: number; id: string } | null;
    state?: MailState | undefined;
    q?: string | undefined;
  },
): Promise<{ mail: Mail; createdAtMicroseconds: number }[]> {
  // To the microsecond as PostgreSQL keeps it: a Date would round, and leave out mails at the edge of a page.
  let query = selectMails(q).select(
    sql<number>`(extract(epoch from m.created_at) * 1000000)::bigint`.as('created_at_microseconds'),
  );
  if (page.after !== null) {
    const { createdAtMicroseconds, id } = page.after;
    const createdAt = sql`timestamptz 'epoch' + ${createdAtMicroseconds}::bigint * interval '1 microsecond'`;
    query = query.where(sql<boolean>`(m.created_at, m.id) < (${createdAt}, ${id}::uuid)`);
  }
  if (page.state !== undefined) query = query.where('m.state', '=', page.state);
  if (page.q !== undefined) {
    const pattern = containing(page.q);
    query = query.where((is) =>
      is.or([
        is('m.to_address', 'ilike', pattern),
        is('m.to_name', 'ilike', pattern),
        is('m.subject', 'ilike', pattern),
        is('o.number', 'ilike', pattern),
        is('o.name', 'ilike', pattern),
      ]),
    );
  }
  const rows = await query
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({ mail: toMail(row), createdAtMicroseconds: row.created_at_microseconds }));
}

export async function readLastInvitationMails(
  q: Queryable,
  organizationId: string,
  invitationIds: readonly string[],
): Promise<Map<string, LastMail>> {
  const rows = await q
    .selectFrom('mail')
    .distinctOn('invitation_id')
    .select([
      'invitation_id',
      'state',
      'to_address',
      sql<Date>`case when state = 'held' then send_after else state_at end`.as('at'),
      'error',
    ])
    .where('organization_id', '=', organizationId)
    .where('invitation_id', '=', sql<string>`any(${invitationIds}::uuid[])`)
    .orderBy('invitation_id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.invitation_id ?? '',
      { state: row.state, to: row.to_address, at: row.at, error: row.error },
    ]),
  );
}

function updateTry(q: Queryable, { organizationId, mailId, attempts }: MailTry) {
  return q
    .updateTable('mail')
    .where('organization_id', '=', organizationId)
    .where('id', '=', mailId)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempts);
}

function secondsAgo(seconds: number) {
  return sql<Date>`clock_timestamp() - make_interval(secs => ${seconds})`;
}

function selectMails(q: Queryable) {
  return q
    .selectFrom('mail as m')
    .innerJoin('organization as o', 'o.id', 'm.organization_id')
    .select([
      'm.organization_id',
      'o.number as organization_number',
      'o.name as organization_name',
      'm.id',
      'm.kind',
      'm.invitation_id',
      'm.to_name',
      'm.to_address',
      'm.language',
      'm.subject',
      'm.facts',
      'm.state',
      'm.attempts',
      'm.error',
      'm.created_at',
      'm.send_after',
      'm.state_at',
    ]);
}

type MailRow = Awaited<ReturnType<ReturnType<typeof selectMails>['executeTakeFirstOrThrow']>>;

function toMail(row: MailRow): Mail {
  return {
    organizationId: row.organization_id,
    organizationNumber: row.organization_number,
    organizationName: row.organization_name,
    id: row.id,
    kind: row.kind,
    invitationId: row.invitation_id,
    toName: row.to_name,
    toAddress: row.to_address,
    language: row.language,
    subject: row.subject,
    facts: row.facts,
    state: row.state,
    attempts: row.attempts,
    error: row.error,
    createdAt: row.created_at,
    sendAfter: row.send_after,
    stateAt: row.state_at,
    // The kind says which facts they are: `insertMails` wrote them so.
  } as Mail;
}
