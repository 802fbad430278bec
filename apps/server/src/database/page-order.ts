import { type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../cursor.ts';

/** What a list may be sorted by. Its value is never null, else rows would be lost between pages. */
export interface SortColumn {
  readonly by: RawBuilder<unknown>;
  readonly type: 'text' | 'date' | 'numeric' | 'timestamptz';
}

/** One page of a list, sorted by one column and then by id. */
export interface PageOrder {
  /** True for the rows behind the last page: a condition for `where`. */
  readonly isAfter: RawBuilder<boolean>;
  /** For `order by`. */
  readonly order: RawBuilder<unknown>;
  /** To be selected as `"sortValue"`: what the next page begins behind. */
  readonly value: RawBuilder<string>;
  /** Where the list goes on behind a row. */
  readonly cursorAfter: (row: { readonly id: string; readonly sortValue: string }) => string;
}

/** Text as people sort it, whatever their alphabet and case. */
export function collated(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${text}) collate "und-x-icu"`;
}

/**
 * Sorts a list, and finds where its next page begins.
 *
 * A cursor of another order would skip rows: it starts the order anew.
 *
 * @param sort Name of a column, with `-` before it where it descends.
 * @param id Makes the order whole: of a type uuid, unique in the list.
 * @throws Problem invalid-request for a cursor that no list made.
 */
export function pageOrder<const Name extends string>(
  columns: Readonly<Record<Name, SortColumn>>,
  id: RawBuilder<unknown>,
  sort: Name | `-${Name}`,
  cursor: string | undefined,
): PageOrder {
  const isDescending = sort.startsWith('-');
  const { by, type } = columns[(isDescending ? sort.slice(1) : sort) as Name];
  const typeName = sql.raw(type);
  const comparison = sql.raw(isDescending ? '<' : '>');
  const direction = sql.raw(isDescending ? 'desc' : 'asc');
  const last = decodeCursor(cursor, ['text', 'text', 'id']);
  const behind = last !== null && last[0] === sort ? last : null;
  return {
    isAfter:
      behind === null
        ? sql<boolean>`true`
        : sql<boolean>`(${by}, ${id}) ${comparison} (${behind[1]}::text::${typeName}, ${behind[2]}::uuid)`,
    order: sql`${by} ${direction}, ${id} ${direction}`,
    value: sql<string>`(${by})::text`,
    cursorAfter: (row) => encodeCursor([sort, row.sortValue, row.id]),
  };
}
