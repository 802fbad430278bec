import {
  deleteSavedView,
  editSavedView,
  listSavedViews,
  type SavedView,
  saveView,
} from '@muniment/contract/saved-views.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Api } from '../../api/client.ts';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import type { Messages } from '../../messages/messages.tsx';

/** One's own saved views, by name. */
export function ownViewsQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: [organization, 'saved-views'],
    queryFn: async ({ signal }) => (await api.call(listSavedViews, { signal })).items,
    staleTime: 60_000,
  });
}

/** Saves, changes and deletes one's own views; the list of them follows. */
export function useChangeViews() {
  const api = useApi();
  const { number } = useOrganization();
  const client = useQueryClient();
  const { queryKey } = ownViewsQuery(api, number);
  const onSettled = () => client.invalidateQueries({ queryKey });
  return {
    save: useMutation({
      mutationFn: (view: Omit<SavedView, 'id'>) => api.call(saveView, { body: view }),
      onSettled,
    }),
    edit: useMutation({
      mutationFn: ({ id, ...change }: Partial<SavedView> & Pick<SavedView, 'id'>) =>
        api.call(editSavedView, { params: { viewId: id }, body: change }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: ({ id }: SavedView) => api.call(deleteSavedView, { params: { viewId: id } }),
      onSettled,
    }),
  };
}

/** Why a view was not saved, as a sentence. */
export function viewProblem(error: unknown, { t }: Messages): string {
  if (error instanceof ServerNotReached) return t('views.notAnswered');
  if (isProblem(error, 'saved-view-name-taken')) return t('views.name.taken');
  if (isProblem(error, 'too-many-saved-views')) return t('views.tooMany');
  return t('views.failed');
}
