import { type Answer, ProblemError } from '@muniment/contract/client.ts';
import { changeSubscription, getSubscription, type Subscription } from '@muniment/contract/subscriptions.ts';
import type { SubscriptionTerms } from '@muniment/domain/decide-subscription-change.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { showToast } from '../../ui/toasts.tsx';

/** One subscription, and the way to ask for a change of it as it was read. */
export function useSubscription(licenseId: string, subscriptionId: string) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const params = { licenseId, subscriptionId };
  const queryKey = [number, 'subscription', licenseId, subscriptionId];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.callVersioned(getSubscription, { params, signal }),
    select: ({ body }) => body,
  });
  const change = useMutation({
    mutationFn: (wanted: Partial<SubscriptionTerms>) => {
      const etag = queryClient.getQueryData<Answer<Subscription>>(queryKey)?.etag ?? null;
      const version = etag === null ? {} : { ifMatch: etag };
      return api.callVersioned(changeSubscription, { params, body: wanted, ...version });
    },
    onSuccess: (answer) => {
      queryClient.setQueryData(queryKey, answer);
      const isAsked = answer.body.requested !== null;
      showToast({
        tone: 'success',
        title: t(isAsked ? 'subscriptions.asked' : 'subscriptions.takenBack'),
        message: t(isAsked ? 'subscriptions.asked.body' : 'subscriptions.takenBack.body'),
      });
      return queryClient.invalidateQueries({ queryKey: [number, 'subscriptions'] });
    },
    onError: (error) => {
      showToast({ tone: 'danger', title: t('subscriptions.failed'), message: t(problemText(error)) });
      // What it was decided by is not so any more.
      if (error instanceof ProblemError) void queryClient.invalidateQueries({ queryKey });
    },
  });
  return { query, change };
}

export type ChangeOfSubscription = ReturnType<typeof useSubscription>['change'];
