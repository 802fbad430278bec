import {
  type AssignmentChange,
  CHANGE_KINDS,
  getAssignmentChange,
  listAssignmentChanges,
} from '@muniment/contract/assignment-changes.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Api } from '../../api/client.ts';
import type { ActivitySearch } from '../../app/paths.ts';

const PAGE_LENGTH = 30;
const WAITING_MILLISECONDS = 3_000;

export type ChangeKind = AssignmentChange['kind'];

/** The kinds that an address asks for; what is none is left out. */
export function kindsOf({ kind = [] }: ActivitySearch): ChangeKind[] {
  return CHANGE_KINDS.filter((one) => kind.includes(one));
}

/** Changes on the license IDs that one administers, the newest first. */
export function activityQuery(api: Api, organization: string, search: ActivitySearch) {
  const kinds = kindsOf(search);
  const asked = {
    ...(search.user === undefined ? {} : { vlUserId: search.user }),
    ...(search.license === undefined ? {} : { licenseId: search.license }),
    ...(kinds.length === 0 ? {} : { kind: kinds }),
  };
  return infiniteQueryOptions({
    queryKey: [organization, 'changes', 'list', asked],
    queryFn: ({ pageParam, signal }) =>
      api.call(listAssignmentChanges, {
        query: { ...asked, limit: PAGE_LENGTH, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** One change; asked for again while something of it is being applied, and when its mails have gone out. */
export function changeQuery(api: Api, organization: string, changeId: string) {
  return queryOptions({
    queryKey: [organization, 'changes', 'one', changeId],
    queryFn: ({ signal }) => api.call(getAssignmentChange, { params: { changeId }, signal }),
    refetchInterval: ({ state: { data } }) => {
      if (data === undefined) return false;
      if (data.progress.some(({ state }) => state === 'waiting')) return WAITING_MILLISECONDS;
      const left = data.mail.heldUntil === null ? 0 : Date.parse(data.mail.heldUntil) - Date.now();
      return left > 0 ? left + WAITING_MILLISECONDS : false;
    },
  });
}
