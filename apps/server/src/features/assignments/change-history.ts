import type {
  AssignmentChange,
  Difference,
  listAssignmentChanges,
} from '@muniment/contract/assignment-changes.ts';
import type { AnswerOf, QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import { validate as isUuid } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import type { Queryable } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { seenProgress } from '../provisioning/seen-provisioning-service.ts';
import {
  type ChangedGrantRow,
  type ChangeRow,
  selectChangedGrants,
  selectChanges,
} from './change-history-repository.ts';

/** Changes on the license IDs that the caller administers, newest first; of each only the part that they see. */
export async function listChanges(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listAssignmentChanges>,
): Promise<AnswerOf<typeof listAssignmentChanges>> {
  const limit = query.limit ?? PAGE_LIMIT_DEFAULT;
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const rows = await selectChanges(q, viewerOf(actor), {
    vlUserId: query.vlUserId ?? null,
    changeId: null,
    after: cursor === null ? null : { at: cursor[0], id: cursor[1] },
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await withDifferences(q, actor, shown),
    nextCursor:
      rows.length > limit && last !== undefined ? encodeCursor([last.at.toISOString(), last.id]) : null,
  };
}

/** One change. @throws Problem not-found where the caller administers none of its license IDs. */
export async function showChange(q: Queryable, actor: Member, changeId: string): Promise<AssignmentChange> {
  const rows = isUuid(changeId)
    ? await selectChanges(q, viewerOf(actor), { vlUserId: null, changeId, after: null, limit: 1 })
    : [];
  const change = (await withDifferences(q, actor, rows))[0];
  if (change === undefined) throw new Problem('not-found');
  return change;
}

async function withDifferences(
  q: Queryable,
  actor: Member,
  rows: readonly ChangeRow[],
): Promise<AssignmentChange[]> {
  const ids = rows.map((row) => row.id);
  const grants = await selectChangedGrants(q, viewerOf(actor), ids);
  const progress = await seenProgress(q, viewerOf(actor), ids);
  const byChange = Map.groupBy(grants, (grant) => grant.changeId);
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, displayName: row.actorName, isYou: row.isViewer },
    kind: row.kind,
    reason: row.reason,
    difference: differencesOf(byChange.get(row.id) ?? []),
    progress: progress.get(row.id) ?? [],
  }));
}

function differencesOf(grants: readonly ChangedGrantRow[]): Difference[] {
  const byPair = Map.groupBy(grants, (grant) => `${grant.vlUserId} ${grant.licenseId}`);
  return [...byPair.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const all = [first, ...rest];
    const roles = (holds: (grant: ChangedGrantRow) => boolean) =>
      all.filter(holds).map((grant) => grant.role);
    return [
      {
        vlUserId: first.vlUserId,
        signInEmail: first.signInEmail,
        displayName: first.displayName,
        licenseId: first.licenseId,
        licenseName: first.licenseName,
        added: roles(({ opened, closed }) => opened && !closed),
        removed: roles(({ opened, closed }) => closed && !opened),
        rescheduled: roles(({ opened, closed }) => opened && closed),
        kept: [],
      },
    ];
  });
}
