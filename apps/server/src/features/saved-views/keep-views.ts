import type { BodyOf } from '@muniment/contract/endpoint.ts';
import {
  type editSavedView,
  SAVED_VIEWS_MAX,
  type SavedView,
  type saveView,
} from '@muniment/contract/saved-views.ts';
import { validate as isUuid } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { deleteView, insertView, lockOwner, selectViews, updateView } from './saved-view-repository.ts';

/** The caller's own saved views, by name. */
export function listViews(q: Queryable, actor: Member): Promise<SavedView[]> {
  return selectViews(q, viewerOf(actor));
}

/**
 * Keeps a search of Manage Assignments under a name.
 *
 * @throws Problem saved-view-name-taken, too-many-saved-views.
 */
export async function addView(
  trx: Trx,
  actor: Member,
  { name, search }: BodyOf<typeof saveView>,
): Promise<SavedView> {
  const owner = viewerOf(actor);
  await lockOwner(trx, owner);
  const views = await selectViews(trx, owner);
  const wanted = named(name);
  refuseTaken(wanted, views);
  if (views.length >= SAVED_VIEWS_MAX) {
    throw new Problem('too-many-saved-views', {
      detail: `You have ${views.length} saved views. Delete one that you no longer use.`,
    });
  }
  return insertView(trx, owner, { ...wanted, search });
}

/**
 * Changes the name or the search of one of the caller's views.
 *
 * @throws Problem not-found, saved-view-name-taken.
 */
export async function changeView(
  trx: Trx,
  actor: Member,
  viewId: string,
  { name, search }: BodyOf<typeof editSavedView>,
): Promise<SavedView> {
  const owner = viewerOf(actor);
  await lockOwner(trx, owner);
  const views = await selectViews(trx, owner);
  const before = views.find(({ id }) => id === viewId.toLowerCase());
  if (before === undefined) throw new Problem('not-found');
  const wanted = { ...named(name ?? before.name), search: search ?? before.search };
  refuseTaken(
    wanted,
    views.filter((view) => view !== before),
  );
  await updateView(trx, owner, before.id, wanted);
  return { id: before.id, name: wanted.name, search: wanted.search };
}

/** Forgets one of the caller's views. @throws Problem not-found. */
export async function forgetView(trx: Trx, actor: Member, viewId: string): Promise<void> {
  if (!isUuid(viewId) || !(await deleteView(trx, viewerOf(actor), viewId))) throw new Problem('not-found');
}

interface Named {
  readonly name: string;
  readonly nameKey: string;
}

/** Capital and small letters, and how many spaces there are, make no difference to who reads a list of names. */
function named(typed: string): Named {
  const name = typed.trim().replace(/\s+/g, ' ');
  return { name, nameKey: name.normalize('NFC').toLowerCase() };
}

function refuseTaken({ nameKey }: Named, views: readonly SavedView[]): void {
  const taken = views.find(({ name }) => named(name).nameKey === nameKey);
  if (taken === undefined) return;
  throw new Problem('saved-view-name-taken', {
    detail: `You have a saved view called "${taken.name}". Choose another name.`,
    errors: [{ pointer: '/name', detail: 'Choose another name.' }],
  });
}
