import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi, useOrganization } from '../../app/organization.ts';
import { requestOf } from '../assign/assignment-request.ts';
import type { DraftPerson } from '../assign/draft.ts';
import { findGap } from '../assign/draft-gaps.ts';
import type { DraftHandle } from '../assign/use-draft.ts';

const FRESH_MILLISECONDS = 15_000;

/** What saving the draft would change, from the server, again whenever the draft changes. */
export function useVerification({ draft }: DraftHandle) {
  const api = useApi();
  const { number } = useOrganization();
  const { people } = draft;
  return useQuery({
    queryKey: ['assignment-verification', number, versionOf(people)],
    queryFn: ({ signal }) =>
      api.call(changeAssignments, {
        body: { ...requestOf({ people, reason: '' }), dryRun: true },
        signal,
      }),
    enabled: findGap(people) === null,
    placeholderData: keepPreviousData,
    staleTime: FRESH_MILLISECONDS,
    gcTime: 0,
  });
}

export type Verification = ReturnType<typeof useVerification>;

// The people of a draft are a new array whenever one of them changes; as a key they would be a megabyte.
const versions = new WeakMap<readonly DraftPerson[], number>();
let lastVersion = 0;

function versionOf(people: readonly DraftPerson[]): number {
  const known = versions.get(people);
  if (known !== undefined) return known;
  lastVersion += 1;
  versions.set(people, lastVersion);
  return lastVersion;
}
