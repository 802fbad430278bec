import type { SupportTicket } from '@muniment/contract/support.ts';
import type { Somebody } from '../../actor.ts';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import type { Queryable } from '../../database/connect.ts';
import { toSupportTicket } from './message-view.ts';
import {
  type After,
  type AnswerRow,
  type MessageRow,
  selectAnswers,
  selectOwnTickets,
} from './support-repository.ts';

/**
 * A page of the tickets that a person wrote, with the answers to them, newest first. They are the person's, not an
 * organization's; a token sees those of its organization alone.
 *
 * @source F2
 */
export async function listOwnTickets(
  q: Queryable,
  actor: Somebody,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: SupportTicket[]; nextCursor: string | null }> {
  const rows = await selectOwnTickets(q, actor.account.id, actor.tokenOrganizationId, {
    limit: limit + 1,
    after: readAfter(cursor),
  });
  const { shown, nextCursor } = pageOf(rows, limit);
  const answers = await answersOf(q, shown);
  return { items: shown.map((row) => toSupportTicket(row, answers.get(row.id) ?? [])), nextCursor };
}

/** Reads where a list of messages goes on. @throws Problem invalid-request. */
export function readAfter(cursor: string | undefined): After | null {
  const values = decodeCursor(cursor, ['integer', 'id']);
  return values === null ? null : { createdAtMicroseconds: values[0], id: values[1] };
}

/** What of one row more than asked for is shown, and where the next page begins. */
export function pageOf(
  rows: readonly MessageRow[],
  limit: number,
): { shown: readonly MessageRow[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    shown,
    nextCursor: last === undefined ? null : encodeCursor([last.created_at_microseconds, last.id]),
  };
}

async function answersOf(q: Queryable, rows: readonly MessageRow[]): Promise<Map<string, AnswerRow[]>> {
  if (rows.length === 0) return new Map();
  const answers = await selectAnswers(
    q,
    rows.map(({ id }) => id),
  );
  return Map.groupBy(answers, ({ message_id }) => message_id);
}
