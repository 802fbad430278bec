import type { PeopleSelection } from '@muniment/contract/selections.ts';
import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import type { Queryable } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { type ChosenPerson, choosePeople as choose } from './choose-people.ts';
import {
  type ChosenRole,
  type ChosenRoles,
  countChosenPairs,
  type Pair,
  selectChosenRoles,
  selectDeletablePairs,
} from './chosen-people-repository.ts';
import { findSeen } from './list-vl-users.ts';
import { type AskedFilter, filterOf } from './people-filter.ts';
import { countSeenByStatus, selectSeenPairs, selectWindow } from './seen-repository.ts';
import type { Viewer } from './viewer.ts';

/** Finds a VL user whom a viewer sees. @throws Problem vl-user-not-found where they hold nothing there. @source R10 */
export async function requireSeen(q: Queryable, viewer: Viewer, vlUserId: string): Promise<{ id: string }> {
  const { id } = await findSeen(q, viewer, vlUserId);
  return { id };
}

/** What deleting VL users touches, of the license IDs that the viewer administers. @source M5, R9, I3 */
export function deletablePairs(q: Queryable, viewer: Viewer, vlUserIds: readonly string[]): Promise<Pair[]> {
  return selectDeletablePairs(q, viewer, vlUserIds);
}

/**
 * Finds out whom a selection means now, by name.
 *
 * @param expected How many the caller means, where they said so.
 * @throws Problem vl-user-not-found, invalid-request, stale-version where it is another number of people.
 * @source B8, R10
 */
export async function choosePeople(
  q: Queryable,
  viewer: Viewer,
  selection: PeopleSelection,
  expected?: number,
): Promise<ChosenPerson[]> {
  const people = await choose(q, viewer, selection);
  if (expected === undefined || expected === people.length) return people;
  throw new Problem('stale-version', {
    detail: `You chose ${expected} people, and ${people.length} match now. Look at them again, then decide.`,
  });
}

/**
 * A window of the people whom a viewer sees, by name, and how many match.
 *
 * @param asked With an agreement, only who holds something under it, and `role` there.
 * @source M1, M2, R10
 */
export function windowOfSeen(
  q: Queryable,
  viewer: Viewer,
  asked: Pick<AskedFilter, 'q' | 'role' | 'licenseId'> & { readonly agreement?: string | undefined },
  window: { readonly offset: number; readonly limit: number },
) {
  return selectWindow(q, viewer, { ...filterOf(asked), agreementNumber: asked.agreement ?? null }, window);
}

/** What chosen people hold, as a viewer sees it. @source R9, R10 */
export function rolesOfChosen(q: Queryable, viewer: Viewer, chosen: ChosenRoles): Promise<ChosenRole[]> {
  return selectChosenRoles(q, viewer, chosen);
}

/** On how many pairs of person and license ID chosen people hold that. @source R9, R10 */
export function countPairsOfChosen(q: Queryable, viewer: Viewer, chosen: ChosenRoles): Promise<number> {
  return countChosenPairs(q, viewer, chosen);
}

/** Who of these VL users holds something on which license ID (internal id), as far as a viewer sees it. @source R10 */
export async function seenPairs(
  q: Queryable,
  viewer: Viewer,
  vlUserIds: readonly string[],
): Promise<{ readonly vlUserId: string; readonly licenseId: string }[]> {
  return vlUserIds.length === 0 ? [] : selectSeenPairs(q, viewer, vlUserIds);
}

/** How many of the people whom a viewer sees are in each status. @source M2 */
export function countByStatus(q: Queryable, viewer: Viewer): Promise<Map<VlUserStatus, number>> {
  return countSeenByStatus(q, viewer);
}
