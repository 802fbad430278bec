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
import { heldMailsOf } from '../mail/mail-service.ts';
import { seenProgress } from '../provisioning/seen-provisioning-service.ts';
import {
  type ChangedGrantRow,
  type ChangeRow,
  selectChangedGrants,
  selectChanges,
} from './change-history-repository.ts';
import { type Undoing, undoStates } from './undo-state.ts';

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
    licenseId: query.licenseId ?? null,
    kinds: query.kind ?? null,
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

/** A change that touches a license ID which the caller administers. @throws Problem not-found. */
export async function requireSeenChange(q: Queryable, actor: Member, changeId: string): Promise<ChangeRow> {
  const asked = { vlUserId: null, licenseId: null, kinds: null, changeId, after: null, limit: 1 };
  const [row] = isUuid(changeId) ? await selectChanges(q, viewerOf(actor), asked) : [];
  if (row === undefined) throw new Problem('not-found');
  return row;
}

/** One change. @throws Problem not-found where the caller administers none of its license IDs. */
export async function showChange(q: Queryable, actor: Member, changeId: string): Promise<AssignmentChange> {
  const row = await requireSeenChange(q, actor, changeId);
  const [change] = await withDifferences(q, actor, [row]);
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
  const undoing = await undoStates(q, viewerOf(actor), ids);
  const held = Map.groupBy(await heldMailsOf(q, actor.organization.id, ids), ({ changeId }) => changeId);
  const byChange = Map.groupBy(grants, (grant) => grant.changeId);
  return rows.map((row) => ({
    ...(undoing.get(row.id) ?? NOT_UNDOABLE),
    mail: mailOf(held.get(row.id) ?? [], byChange.get(row.id) ?? []),
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, displayName: row.actorName, isYou: row.isViewer },
    kind: row.kind,
    reason: row.reason,
    difference: differencesOf(byChange.get(row.id) ?? []),
    progress: progress.get(row.id) ?? [],
  }));
}

const NOT_UNDOABLE: Undoing = { undo: { possible: false, reason: 'kind' }, undoes: null, undoneBy: null };

/** Of the mails that a change holds, those to people whose part of it the viewer sees. @source R10 */
function mailOf(
  held: readonly { readonly vlUserId: string; readonly sendAfter: Date }[],
  grants: readonly ChangedGrantRow[],
): AssignmentChange['mail'] {
  const people = new Set(grants.map(({ vlUserId }) => vlUserId));
  const seen = held
    .filter(({ vlUserId }) => people.has(vlUserId))
    .map(({ sendAfter }) => sendAfter.getTime());
  return {
    held: seen.length,
    heldUntil: seen.length === 0 ? null : new Date(Math.max(...seen)).toISOString(),
  };
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
