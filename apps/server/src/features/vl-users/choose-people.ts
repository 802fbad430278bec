import { PEOPLE_MAX, type PeopleSelection } from '@muniment/contract/selections.ts';
import type { Queryable } from '../../database/connect.ts';
import { invalidField, Problem } from '../../problem.ts';
import { filterOf } from './people-filter.ts';
import { EVERYBODY, selectMatching } from './seen-repository.ts';
import type { Viewer } from './viewer.ts';

/** Somebody whom a selection names. */
export interface ChosenPerson {
  readonly id: string;
  readonly displayName: string;
}

/**
 * Finds out whom a selection means now, by name.
 *
 * @throws Problem vl-user-not-found where it names somebody whom the viewer does not see; invalid-request where more
 *   match than one selection may hold.
 * @source B8, R10
 */
export async function choosePeople(
  q: Queryable,
  viewer: Viewer,
  selection: PeopleSelection,
): Promise<ChosenPerson[]> {
  const named = 'vlUserIds' in selection ? new Set(selection.vlUserIds.map((id) => id.toLowerCase())) : null;
  const filter =
    'vlUserIds' in selection ? { ...EVERYBODY, vlUserIds: [...(named ?? [])] } : filterOf(selection.matching);
  const people = await selectMatching(q, viewer, filter, 'displayName');
  if (named !== null && people.length < named.size) {
    const found = new Set(people.map(({ id }) => id));
    const missing = [...named].filter((id) => !found.has(id));
    throw new Problem('vl-user-not-found', {
      detail: `You see no VL user ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' and more' : ''}.`,
    });
  }
  if (people.length > PEOPLE_MAX) {
    throw invalidField('/people', `${people.length} people match. One change holds at most ${PEOPLE_MAX}.`);
  }
  return people.map(({ id, displayName }) => ({ id, displayName }));
}
