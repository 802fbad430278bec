import type { AnswerOf } from '@muniment/contract/endpoint.ts';
import type { SavedView } from '@muniment/contract/saved-views.ts';
import type { PeopleFilter } from '@muniment/contract/selections.ts';
import type { countVlUsers } from '@muniment/contract/vl-users.ts';
import type { AssignmentsSearch } from '../../app/paths.ts';
import type { MessageId } from '../../messages/en.ts';
import { listQueryOf } from './people-query.ts';

type Counts = AnswerOf<typeof countVlUsers>;

/** A view that everybody has. */
export interface CommonView {
  /** As in the address. */
  readonly id: string;
  readonly name: MessageId;
  readonly count: keyof Counts;
  readonly search: Pick<AssignmentsSearch, 'status' | 'role'>;
}

export const EVERYONE = 'everyone';

export const COMMON_VIEWS: readonly CommonView[] = [
  { id: EVERYONE, name: 'views.everyone', count: 'everyone', search: {} },
  {
    id: 'needs-attention',
    name: 'views.needsAttention',
    count: 'needsAttention',
    search: { status: ['failed', 'invitation-expired', 'user-not-found'] },
  },
  {
    id: 'pending-invitations',
    name: 'views.pendingInvitations',
    count: 'pendingInvitations',
    search: { status: ['invitation-sent'] },
  },
  {
    id: 'administrators',
    name: 'views.administrators',
    count: 'administrators',
    search: { role: ['administrator'] },
  },
];

const NOTHING = {
  view: undefined,
  q: undefined,
  status: undefined,
  role: undefined,
  license: undefined,
  sort: undefined,
} satisfies Partial<AssignmentsSearch>;

/**
 * What an address asks for in full: the name of a common view stands for its filters. One's own views stand in the
 * address beside their filters, so that others may be sent it.
 */
export function withFiltersOfView(search: AssignmentsSearch): AssignmentsSearch {
  const common = COMMON_VIEWS.find(({ id }) => id === search.view);
  return common === undefined ? search : { ...common.search, ...definedOf(search) };
}

/** Which view an address shows: a common one, one's own, else everybody, narrowed or not. */
export function currentView(search: AssignmentsSearch, own: readonly SavedView[]): string {
  const isKnown = [...COMMON_VIEWS, ...own].some(({ id }) => id === search.view);
  return isKnown && search.view !== undefined ? search.view : EVERYONE;
}

/** The change of the address that narrows the list. A common view that is narrowed is none any more; one's own is. */
export function narrowedBy(
  search: AssignmentsSearch,
  change: Partial<AssignmentsSearch>,
): Partial<AssignmentsSearch> {
  const isCommon = COMMON_VIEWS.some(({ id }) => id === search.view);
  const onlySorts = Object.keys(change).every((name) => name === 'sort');
  if (!isCommon || onlySorts) return change;
  const { status, role } = withFiltersOfView(search);
  return { status, role, ...change, view: undefined };
}

/** The change of the address that shows a common view. */
export function searchOfCommonView({ id }: CommonView): Partial<AssignmentsSearch> {
  return { ...NOTHING, view: id === EVERYONE ? undefined : id };
}

/** The change of the address that shows one's own view. */
export function searchOfView({ id, search }: SavedView): Partial<AssignmentsSearch> {
  const { q, status, role, licenseId, sort } = search;
  return { ...NOTHING, view: id, q, status, role, license: licenseId, sort };
}

/** What saving the address as a view keeps. */
export function savedSearchOf(search: AssignmentsSearch): SavedView['search'] {
  return listQueryOf(withFiltersOfView(search)) as PeopleFilter & Pick<SavedView['search'], 'sort'>;
}

/** Whether an address shows something else than the view that it names. */
export function isChanged(search: AssignmentsSearch, view: SavedView): boolean {
  return writtenOf(savedSearchOf(search)) !== writtenOf(view.search);
}

function writtenOf({ q, status = [], role = [], licenseId = [], sort }: SavedView['search']): string {
  return JSON.stringify([q ?? '', [...status].sort(), [...role].sort(), [...licenseId].sort(), sort ?? '']);
}

function definedOf(search: AssignmentsSearch): AssignmentsSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}
