import type { Member } from '../../actor.ts';
import type { Queryable } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';

/** As many rows one piece of a file holds. */
export const PIECE_ROWS = 500;

/** What a file is called where it is saved: with the organization and the day. */
export async function exportName(q: Queryable, actor: Member, what: string): Promise<string> {
  const day = (await currentTime(q)).toISOString().slice(0, 10);
  return `${what}-${actor.organization.number}-${day}.csv`;
}
