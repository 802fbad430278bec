import { type AssignmentChangeAnswer, changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isProblem, newIdempotencyKey } from '../../../api/client.ts';
import { useApi, useOrganization } from '../../../app/organization.ts';
import { useLater } from '../../../ui/use-later.ts';
import { type AccessDraft, requestOf } from './access-draft.ts';
import { personKey } from './person-query.ts';

const EDITING_MILLISECONDS = 300;

/** What saving a draft would do: asked of the server when the person pauses, and anew when they verify. */
export function usePlan(vlUserId: string, draft: AccessDraft | null, isVerifying: boolean) {
  const api = useApi();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const settled = useLater(draft, EDITING_MILLISECONDS);
  // Of a state that is no longer the one being edited, saved just now for instance, there is nothing to ask.
  const isSettled = settled !== null && settled.base === draft?.base;
  const planned = isVerifying || !isSettled ? draft : settled;
  const body = planned === null ? null : requestOf(planned, vlUserId, true);
  const { data, error, refetch, isFetching } = useQuery({
    // Not below the organization's key: whoever saves reads all of that anew, and the plan of what was saved is stale.
    queryKey: ['plan', number, vlUserId, body],
    queryFn: ({ signal }) => {
      if (body === null) throw new Error('There is nothing to plan.');
      return api.call(changeAssignments, { body, signal });
    },
    enabled: body !== null,
    gcTime: 0,
  });

  // Somebody else changed or removed the person: read what is there now, and let the pane say so.
  const isOutdated = isOutdatedBy(error);
  useEffect(() => {
    if (isOutdated) void queryClient.invalidateQueries({ queryKey: personKey(number, vlUserId) });
  }, [isOutdated, queryClient, number, vlUserId]);

  return {
    /** undefined for edits that are newer than the answer; while verifying, until the answer is a new one. */
    plan: planned === draft && !(isVerifying && isFetching) ? data : undefined,
    planError: isOutdated ? null : error,
    planAgain: () => body !== null && void refetch(),
  };
}

/**
 * Saves a draft. The same draft keeps its Idempotency-Key, so that trying again after no answer saves it once.
 *
 * @param onSaved The draft that was saved, and the answer.
 */
export function useSave(
  vlUserId: string,
  onSaved: (draft: AccessDraft, answer: AssignmentChangeAnswer) => void,
) {
  const api = useApi();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const attempt = useRef<{ draft: AccessDraft; key: string } | null>(null);
  return useMutation({
    mutationFn: (draft: AccessDraft) => {
      if (attempt.current?.draft !== draft) attempt.current = { draft, key: newIdempotencyKey() };
      return api.call(changeAssignments, {
        body: requestOf(draft, vlUserId, false),
        idempotencyKey: attempt.current.key,
      });
    },
    onSuccess: (answer, draft) => onSaved(draft, answer),
    onError: (error) => {
      // After no answer the state is left alone: it may hold what was saved, and look like somebody else's.
      if (isOutdatedBy(error)) void queryClient.invalidateQueries({ queryKey: personKey(number, vlUserId) });
    },
  });
}

/** Whether a refusal says that what was read of the person is not so any more. */
function isOutdatedBy(error: unknown): boolean {
  return isProblem(error, 'stale-version') || isProblem(error, 'vl-user-not-found');
}
