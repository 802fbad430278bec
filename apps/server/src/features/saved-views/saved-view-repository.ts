import type { SavedView } from '@muniment/contract/saved-views.ts';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { Viewer } from '../vl-users/viewer.ts';

export interface WantedView {
  readonly name: string;
  /** Two views of one VL user differ in it. */
  readonly nameKey: string;
  readonly search: SavedView['search'];
}

/** The saved views of one VL user, by name. */
export async function selectViews(q: Queryable, owner: Viewer): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    select id, name, search from saved_view
    where organization_id = ${owner.organizationId} and vl_user_id = ${owner.vlUserId}
    order by name_key collate "und-x-icu", id
  `.execute(q);
  return rows;
}

/** Lets one change after the other be made to the saved views of a VL user, so that counting them holds. */
export async function lockOwner(trx: Trx, owner: Viewer): Promise<void> {
  await sql`
    select from vl_user where organization_id = ${owner.organizationId} and id = ${owner.vlUserId} for no key update
  `.execute(trx);
}

/** Keeps a view. */
export async function insertView(trx: Trx, owner: Viewer, view: WantedView): Promise<SavedView> {
  const id = v7();
  await trx
    .insertInto('saved_view')
    .values({
      organization_id: owner.organizationId,
      id,
      vl_user_id: owner.vlUserId,
      name: view.name,
      name_key: view.nameKey,
      search: JSON.stringify(view.search),
    })
    .execute();
  return { id, name: view.name, search: view.search };
}

/** Changes a view of a VL user. */
export async function updateView(trx: Trx, owner: Viewer, id: string, view: WantedView): Promise<void> {
  await trx
    .updateTable('saved_view')
    .set({ name: view.name, name_key: view.nameKey, search: JSON.stringify(view.search) })
    .where('organization_id', '=', owner.organizationId)
    .where('vl_user_id', '=', owner.vlUserId)
    .where('id', '=', id)
    .execute();
}

/** Forgets a view. @returns false where the owner has none by that id. */
export async function deleteView(trx: Trx, owner: Viewer, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('saved_view')
    .where('organization_id', '=', owner.organizationId)
    .where('vl_user_id', '=', owner.vlUserId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
