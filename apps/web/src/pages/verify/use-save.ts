import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { ProblemError } from '@muniment/contract/client.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { newIdempotencyKey } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { useSavedToast } from '../../changes/use-undo.ts';
import { requestOf } from '../assign/assignment-request.ts';
import type { DraftHandle } from '../assign/use-draft.ts';

/**
 * Saves the draft: all of it or nothing. The same draft tries again with the same Idempotency-Key, also after a
 * reload, so that a save whose answer got lost is not made twice.
 *
 * @param onRefused Called when the server refused it: what was verified no longer holds.
 */
export function useSave(handle: DraftHandle, onRefused: () => void) {
  const api = useApi();
  const { number } = useOrganization();
  const tell = useSavedToast();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    // Offline it fails at once and says so, instead of saving by surprise later.
    networkMode: 'always',
    mutationFn: () => {
      const key = handle.draft.saveKey ?? newIdempotencyKey();
      handle.setSaveKey(key);
      return api.call(changeAssignments, { body: requestOf(handle.draft), idempotencyKey: key });
    },
    onSuccess: (answer) => {
      handle.discard();
      tell(answer);
      void queries.invalidateQueries();
      void navigate({ href: paths.assignments(number) });
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.status < 500) onRefused();
    },
  });
}

export type Save = ReturnType<typeof useSave>;
