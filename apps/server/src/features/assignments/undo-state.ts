import type { UndoState } from '@muniment/contract/assignment-changes.ts';
import { undoRefusal } from '@muniment/domain/decide-undo.ts';
import type { Queryable } from '../../database/connect.ts';
import type { Viewer } from '../vl-users/viewer.ts';
import { selectUndoRows, type UndoRow } from './undo-repository.ts';

/** How a change stands for somebody who wants to take it back. */
export interface Undoing {
  readonly undo: UndoState;
  readonly undoes: string | null;
  readonly undoneBy: string | null;
}

/** Whether a viewer could take changes back now, by change. @source B8 */
export async function undoStates(
  q: Queryable,
  viewer: Viewer,
  changeIds: readonly string[],
): Promise<Map<string, Undoing>> {
  if (changeIds.length === 0) return new Map();
  const rows = await selectUndoRows(q, viewer, changeIds);
  return new Map(
    rows.map((row) => {
      const reason = refusalOf(row);
      const { undoes, undoneBy } = row;
      return [row.id, { undo: { possible: reason === null, reason }, undoes, undoneBy }];
    }),
  );
}

/** Why a change cannot be taken back, or null where it can. */
export function refusalOf(row: UndoRow) {
  return undoRefusal({ ...row, isUndone: row.undoneBy !== null });
}
