import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { ProblemError } from '@muniment/contract/client.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { newIdempotencyKey } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { useSavedToast } from '../../changes/use-undo.ts';
import { requestOf } from '../assign/assignment-request.ts';
import type { DraftHandle } from '../assign/use-draft.ts';

/**
 * Saves the draft: all of it or nothing. The same draft tries again with the same Idempotency-Key, also after a
 * reload, so that a save whose answer got lost is not made twice. Whoever went to another page meanwhile, or changed the draft, keeps both.
 *
 * @param onRefused Called when the server refused it: what was verified no longer holds.
 */
export function useSave(handle: DraftHandle, onRefused: () => void) {
  const api = useApi();
  const { number } = useOrganization();
  const tell = useSavedToast();
  const router = useRouter();
  const queries = useQueryClient();
  return useMutation({
    // Offline it fails at once and says so, instead of saving by surprise later.
    networkMode: 'always',
    mutationFn: async () => {
      const key = handle.draft.saveKey ?? newIdempotencyKey();
      handle.setSaveKey(key);
      const answer = await api.call(changeAssignments, {
        body: requestOf(handle.draft),
        idempotencyKey: key,
      });
      handle.discardSaved(key);
      return { answer, page: paths.verify(number), next: paths.assignments(number) };
    },
    onSuccess: ({ answer, page, next }) => {
      tell(answer);
      void queries.invalidateQueries();
      if (router.latestLocation.pathname === page) void router.navigate({ href: next });
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.status < 500) onRefused();
    },
  });
}

export type Save = ReturnType<typeof useSave>;
