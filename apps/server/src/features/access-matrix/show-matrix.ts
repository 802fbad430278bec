import type { AccessMatrix, getAccessMatrix, listMatrixLicenses } from '@muniment/contract/access-matrix.ts';
import type { AnswerOf, QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import { type Member, viewerOf } from '../../actor.ts';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import type { Queryable } from '../../database/connect.ts';
import { windowOfSeen } from '../vl-users/seen-vl-user-service.ts';
import { selectCells, selectColumns, selectColumnsFrom } from './matrix-repository.ts';

/** As many rows and columns a window spans where the request does not say. */
const WINDOW_DEFAULT = 50;

/** One page of the columns: the license IDs that the caller administers. @source B8, A5, R10 */
export async function listColumns(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listMatrixLicenses>,
): Promise<AnswerOf<typeof listMatrixLicenses>> {
  const limit = query.limit ?? PAGE_LIMIT_DEFAULT;
  const cursor = decodeCursor(query.cursor, ['text']);
  const page = { limit: limit + 1, after: cursor?.[0] ?? null };
  const { rows, total } = await selectColumns(q, viewerOf(actor), query.agreement ?? null, page);
  const items = rows.slice(0, limit).map(({ licenseId, name, agreementNumber, administrators }) => ({
    licenseId,
    name,
    agreementNumber,
    administrators,
  }));
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.licenseId]) : null,
    total,
  };
}

/**
 * A window of the matrix: some people by some license IDs, and what is held there. Empty cells are left out, so that
 * the answer is as large as what is held, not as the window.
 *
 * @source B8, M1, R9, R10
 */
export async function showWindow(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof getAccessMatrix>,
): Promise<AccessMatrix> {
  const viewer = viewerOf(actor);
  const [{ people, total }, columns] = await Promise.all([
    windowOfSeen(q, viewer, query, { offset: query.offset ?? 0, limit: query.limit ?? WINDOW_DEFAULT }),
    selectColumnsFrom(q, viewer, query.agreement ?? null, {
      licenseId: query.fromLicenseId ?? null,
      columns: query.columns ?? WINDOW_DEFAULT,
    }),
  ]);
  const cells = await selectCells(
    q,
    viewer,
    people.map(({ id }) => id),
    columns.map(({ id }) => id),
  );
  const cellsOf = Map.groupBy(cells, ({ vlUserId }) => vlUserId);
  return {
    total,
    licenseIds: columns.map(({ licenseId }) => licenseId),
    rows: people.map(({ id, displayName, status }) => {
      const held = new Map((cellsOf.get(id) ?? []).map((cell) => [cell.licenseId, cell.roles]));
      return {
        vlUserId: id,
        displayName,
        status,
        cells: columns.flatMap((column) => {
          const roles = held.get(column.id);
          return roles === undefined ? [] : [{ licenseId: column.licenseId, roles: [...roles] }];
        }),
      };
    }),
  };
}
