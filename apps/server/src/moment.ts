import type { Queryable } from './database/connect.ts';
import { currentTime } from './database/transaction.ts';
import { invalidField } from './problem.ts';

/** When a question is about: now, or a past moment, of which the answer is as it was recorded by then. */
export interface Moment {
  readonly at: Date;
  readonly isPast: boolean;
}

/** The past moment that `asOf` names, if any. @throws Problem invalid-request where it is still to come. */
export async function pastOf(q: Queryable, asOf: string | undefined): Promise<{ at?: Date }> {
  return asOf === undefined ? {} : { at: (await momentOf(q, asOf, 'asOf')).at };
}

/**
 * Reads the moment that a query names.
 *
 * @param asked RFC 3339; left out: now.
 * @param field Its name in the query.
 * @throws Problem invalid-request where the moment is still to come: what will be true then, nobody knows.
 * @source B4
 */
export async function momentOf(q: Queryable, asked: string | undefined, field: string): Promise<Moment> {
  const now = await currentTime(q);
  if (asked === undefined) return { at: now, isPast: false };
  const at = new Date(asked);
  if (Number.isNaN(at.getTime())) throw invalidField(`query/${field}`, 'There is no such moment.');
  if (at > now) {
    throw invalidField(`query/${field}`, 'This moment is still to come. Leave it out to ask about now.');
  }
  return { at, isPast: true };
}
