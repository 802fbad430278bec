import { ProblemError } from '@muniment/contract/client.ts';
import { type InheritanceView, putPreferences } from '@muniment/contract/preferences.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { meQuery } from '../../api/me.ts';
import { renewOrganization } from '../../api/organization-queries.ts';
import { preferencesKey } from '../../api/preferences.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';

interface Wish {
  readonly of: InheritanceView;
  readonly isOn: boolean;
}

/**
 * Opts in and out. What somebody changed in another window meanwhile is not overwritten: it is shown, and asked again.
 *
 * @param etag Of the preferences that are shown.
 * @source I1, I4
 */
export function useOptIn(etag: string) {
  const messages = useMessages();
  const { t } = messages;
  const api = useApi();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ of: { agreementNumber, contact }, isOn }: Wish) =>
      api.callVersioned(putPreferences, {
        body: { inheritance: [{ agreementNumber, contact, optedIn: isOn }] },
        ifMatch: etag,
      }),
    onSuccess: async ({ body, etag: newEtag }) => {
      queryClient.setQueryData(preferencesKey(number), { preferences: body, etag: newEtag ?? '' });
      // A contact who opts in may become a VL user.
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      await renewOrganization(queryClient, number);
    },
    onError: () => queryClient.invalidateQueries({ queryKey: preferencesKey(number) }),
  });
  const wish = mutation.variables;
  return {
    change: (of: InheritanceView, isOn: boolean) => mutation.mutate({ of, isOn }),
    /** What is being saved. */
    pending: mutation.isPending ? (wish?.of ?? null) : null,
    /** What was saved last, in words. */
    said:
      mutation.isSuccess && wish !== undefined
        ? {
            of: wish.of,
            text: t(wish.isOn ? 'preferences.saved.on' : 'preferences.saved.off', {
              agreement: wish.of.agreementNumber,
            }),
          }
        : null,
    failure: mutation.isError ? failureOf(mutation.error, wish?.of.agreementNumber ?? '', messages) : null,
  };
}

function failureOf(error: Error, agreement: string, { t }: Messages): { title: string; body: string } {
  if (error instanceof ServerNotReached) {
    return { title: t('preferences.notAnswered'), body: t('preferences.notAnswered.body') };
  }
  const title = t('preferences.notSaved');
  if (isProblem(error, 'stale-version')) return { title, body: t('preferences.notSaved.stale') };
  if (error instanceof ProblemError && error.status === 404) {
    return { title, body: t('preferences.notSaved.gone', { agreement }) };
  }
  return { title, body: error.message };
}
