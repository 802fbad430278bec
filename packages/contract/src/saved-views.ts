import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Id, Name, strict } from './fields.ts';
import { PeopleFilter } from './selections.ts';
import { VL_USER_SORTS } from './vl-users.ts';

/** As many views one VL user may save. */
export const SAVED_VIEWS_MAX = 50;

const Search = Type.Object(
  { ...PeopleFilter.properties, sort: Type.Optional(Type.Enum([...VL_USER_SORTS])) },
  strict,
);

/** A search of Manage Assignments under a name. It is its owner's alone. */
export const SavedView = Type.Object({ id: Id, name: Type.String(), search: Search });
export type SavedView = Type.Static<typeof SavedView>;

const params = Type.Object({ viewId: Type.String({ maxLength: 64 }) });

export const listSavedViews = endpoint({
  id: 'listSavedViews',
  tag: 'Saved views',
  method: 'GET',
  path: '/v1/saved-views',
  summary: "The caller's saved views of Manage Assignments, by name",
  needs: 'assignment:manage',
  responses: { 200: Type.Object({ items: Type.Array(SavedView) }) },
});

export const saveView = endpoint({
  id: 'saveView',
  tag: 'Saved views',
  method: 'POST',
  path: '/v1/saved-views',
  summary: `Save a view; at most ${SAVED_VIEWS_MAX}, each with a name of its own`,
  needs: 'assignment:manage',
  body: Type.Object({ name: Name, search: Search }, strict),
  responses: { 201: SavedView },
  problems: ['saved-view-name-taken', 'too-many-saved-views'],
});

export const editSavedView = endpoint({
  id: 'editSavedView',
  tag: 'Saved views',
  method: 'PATCH',
  path: '/v1/saved-views/:viewId',
  summary: 'Change the name or the search of a saved view',
  needs: 'assignment:manage',
  params,
  body: Type.Object(
    { name: Type.Optional(Name), search: Type.Optional(Search) },
    { ...strict, minProperties: 1 },
  ),
  responses: { 200: SavedView },
  problems: ['saved-view-name-taken'],
});

export const deleteSavedView = endpoint({
  id: 'deleteSavedView',
  tag: 'Saved views',
  method: 'DELETE',
  path: '/v1/saved-views/:viewId',
  summary: 'Delete a saved view',
  needs: 'assignment:manage',
  params,
  responses: { 204: Type.Null() },
});
