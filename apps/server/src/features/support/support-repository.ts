import type { MessageKind, MessageState } from '@muniment/contract/support.ts';
import { type Insertable, sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import { containing } from '../../database/like-pattern.ts';
import type { ScreenshotType, SupportMessageTable } from '../../database/schema.ts';

export type NewMessage = Omit<Insertable<SupportMessageTable>, 'state' | 'version' | 'updated_at'>;

export async function insertMessage(trx: Trx, message: NewMessage): Promise<void> {
  await trx
    .insertInto('support_message')
    .values({ ...message, updated_at: message.created_at })
    .execute();
}

export interface Screenshot {
  readonly mediaType: ScreenshotType;
  readonly bytes: Buffer;
}

export async function insertScreenshot(trx: Trx, messageId: string, screenshot: Screenshot): Promise<void> {
  await trx
    .insertInto('support_screenshot')
    .values({ message_id: messageId, media_type: screenshot.mediaType, bytes: screenshot.bytes })
    .execute();
}

export async function selectScreenshot(q: Queryable, messageId: string): Promise<Screenshot | null> {
  const row = await q
    .selectFrom('support_screenshot')
    .select(['media_type as mediaType', 'bytes'])
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row ?? null;
}

/** The organization that has invited an address, where exactly one has; for whoever belongs to none yet. */
export async function selectInvitingOrganization(q: Queryable, emailKey: string): Promise<string | null> {
  const rows = await q
    .selectFrom('vl_user')
    .select('organization_id')
    .where('sign_in_email_key', '=', emailKey)
    .limit(2)
    .execute();
  return rows.length === 1 ? (rows[0]?.organization_id ?? null) : null;
}

/** A message with who wrote it. */
export type MessageRow = Awaited<ReturnType<ReturnType<typeof selectMessages>['executeTakeFirstOrThrow']>>;

function selectMessages(q: Queryable) {
  return q
    .selectFrom('support_message as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .leftJoin('organization as o', 'o.id', 'm.organization_id')
    .leftJoin('vl_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'm.organization_id').onRef('u.account_id', '=', 'm.account_id'),
    )
    .selectAll('m')
    .select((eb) => [
      eb.fn.coalesce('u.display_name', 'a.display_name').as('sender_name'),
      'a.email as sender_email',
      'u.id as vl_user_id',
      'm.account_id',
      'o.number as organization_number',
      'o.name as organization_name',
      eb
        .exists(
          eb
            .selectFrom('support_screenshot as s')
            .select('s.media_type')
            .whereRef('s.message_id', '=', 'm.id'),
        )
        .as('has_screenshot'),
      // To the microsecond as PostgreSQL keeps it: a Date would round, and leave out rows at the edge of a page.
      sql<number>`(extract(epoch from m.created_at) * 1000000)::bigint`.as('created_at_microseconds'),
    ]);
}

/** Where a page goes on: the last row of the one before. */
export interface After {
  readonly createdAtMicroseconds: number;
  readonly id: string;
}

function isAfter({ createdAtMicroseconds, id }: After) {
  const createdAt = sql`timestamptz 'epoch' + ${createdAtMicroseconds}::bigint * interval '1 microsecond'`;
  return sql<boolean>`(m.created_at, m.id) < (${createdAt}, ${id}::uuid)`;
}

export interface InboxFilters {
  readonly kind?: MessageKind | undefined;
  readonly state?: MessageState | undefined;
  readonly q?: string | undefined;
}

function filtered(q: Queryable, { kind, state, q: text }: InboxFilters) {
  let query = selectMessages(q);
  if (kind !== undefined) query = query.where('m.kind', '=', kind);
  if (state !== undefined) query = query.where('m.state', '=', state);
  if (text !== undefined && text.trim() !== '') {
    const pattern = containing(text.trim());
    query = query.where((is) =>
      is.or([
        is('m.reference', 'ilike', pattern),
        is('m.subject', 'ilike', pattern),
        is('m.body', 'ilike', pattern),
        is('m.contact_email', 'ilike', pattern),
        is('m.asked_license_id', 'ilike', pattern),
        is('a.display_name', 'ilike', pattern),
        is('a.email', 'ilike', pattern),
        is('u.display_name', 'ilike', pattern),
        is('o.number', 'ilike', pattern),
        is('o.name', 'ilike', pattern),
      ]),
    );
  }
  return query;
}

/** A page of all messages, newest first, and how many match in all. */
export async function selectInboxPage(
  q: Queryable,
  { limit, after, ...filters }: InboxFilters & { limit: number; after: After | null },
): Promise<{ rows: MessageRow[]; total: number }> {
  const all = filtered(q, filters);
  const page = after === null ? all : all.where(isAfter(after));
  const rows = await page.orderBy('m.created_at', 'desc').orderBy('m.id', 'desc').limit(limit).execute();
  const { total } = await q
    .selectFrom(all.as('matching'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows, total };
}

/** A page of somebody's own tickets, newest first. @param organizationId Only those of it; null for all. */
export function selectOwnTickets(
  q: Queryable,
  accountId: string,
  organizationId: string | null,
  { limit, after }: { limit: number; after: After | null },
): Promise<MessageRow[]> {
  let query = selectMessages(q).where('m.account_id', '=', accountId).where('m.kind', '=', 'ticket');
  if (organizationId !== null) query = query.where('m.organization_id', '=', organizationId);
  if (after !== null) query = query.where(isAfter(after));
  return query.orderBy('m.created_at', 'desc').orderBy('m.id', 'desc').limit(limit).execute();
}

export async function selectMessage(q: Queryable, id: string): Promise<MessageRow | null> {
  return (await selectMessages(q).where('m.id', '=', id).executeTakeFirst()) ?? null;
}

export interface AnswerRow {
  readonly id: string;
  readonly message_id: string;
  readonly body: string;
  readonly created_at: Date;
  readonly mail_id: string | null;
}

/** The answers to these messages, oldest first. */
export function selectAnswers(q: Queryable, messageIds: readonly string[]): Promise<AnswerRow[]> {
  return q
    .selectFrom('support_answer')
    .select(['id', 'message_id', 'body', 'created_at', 'mail_id'])
    .where('message_id', '=', sql<string>`any(${messageIds}::uuid[])`)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Locks a message until the end of the transaction. @returns Its version; null where there is none. */
export async function lockMessage(trx: Trx, id: string): Promise<number | null> {
  const row = await trx
    .selectFrom('support_message')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function updateState(trx: Trx, id: string, state: MessageState, at: Date): Promise<void> {
  await trx
    .updateTable('support_message')
    .set({ state, updated_at: at, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function insertAnswer(
  trx: Trx,
  answer: {
    id: string;
    messageId: string;
    text: string;
    at: Date;
    mail: { organizationId: string; id: string } | null;
  },
): Promise<void> {
  await trx
    .insertInto('support_answer')
    .values({
      id: answer.id,
      message_id: answer.messageId,
      body: answer.text,
      created_at: answer.at,
      organization_id: answer.mail?.organizationId ?? null,
      mail_id: answer.mail?.id ?? null,
    })
    .execute();
}
