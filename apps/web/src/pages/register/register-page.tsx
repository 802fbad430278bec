import { registerInvitation } from '@muniment/contract/invitations.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { createApi, isProblem, newIdempotencyKey } from '../../api/client.ts';
import { invitationQuery } from '../../api/invitation.ts';
import { meQuery } from '../../api/me.ts';
import { BarePage } from '../../frame/bare-page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Offer } from './offer.tsx';
import { Refusal, refusalOf } from './refusal.tsx';
import { Registered } from './registered.tsx';

/** Where the link in an invitation leads: what it offers, and registering it. @source G1, A3, S5, A9 */
export default function RegisterPage() {
  const { t } = useMessages();
  const { token } = useParams({ from: '/register/$token' });
  const offer = useQuery(invitationQuery(token));
  const registration = useRegistration(token);

  if (registration.data !== undefined) {
    return (
      <BarePage title={t('register.done.title')}>
        <Registered registration={registration.data.registration} offer={registration.data.offer} />
      </BarePage>
    );
  }
  const error = offer.error ?? registration.error;
  const refusal = error === null ? null : refusalOf(error, offer.data !== undefined);
  if (refusal !== null) {
    return (
      <BarePage title={t(`register.${refusal}.title`)}>
        <Refusal refusal={refusal} error={error} onRetry={() => void offer.refetch()} />
      </BarePage>
    );
  }
  return (
    <BarePage title={t('page.register')}>
      {offer.data === undefined ? (
        <SkeletonRows rows={3} />
      ) : (
        <Offer
          offer={offer.data}
          hasChanged={registration.hasOfferChanged}
          error={error}
          isRegistering={registration.isPending}
          onRegister={registration.register}
        />
      )}
    </BarePage>
  );
}

/** Registers the offer that was shown. Where it changed meanwhile nothing is registered and the new one is read. */
function useRegistration(token: string) {
  const queryClient = useQueryClient();
  const { data: offer } = useQuery(invitationQuery(token));
  const [hasOfferChanged, setOfferChanged] = useState(false);
  // One key for every try at the same offer: an answer that was lost does not register twice.
  const attempt = useRef({ offerVersion: 0, key: '' });

  const { mutate, ...mutation } = useMutation({
    mutationFn: async () => {
      if (offer === undefined) throw new Error('Nothing was offered yet.');
      const { offerVersion } = offer;
      if (attempt.current.offerVersion !== offerVersion) {
        attempt.current = { offerVersion, key: newIdempotencyKey() };
      }
      const registration = await createApi(null).call(registerInvitation, {
        params: { token },
        body: { offerVersion },
        idempotencyKey: attempt.current.key,
      });
      return { registration, offer };
    },
    // The person belongs to one organization more.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
    onError: async (error) => {
      if (!isProblem(error, 'offer-changed')) return;
      await queryClient.refetchQueries({ queryKey: invitationQuery(token).queryKey });
      setOfferChanged(true);
    },
  });
  const error = isProblem(mutation.error, 'offer-changed') ? null : mutation.error;
  return {
    data: mutation.data,
    error,
    isPending: mutation.isPending,
    hasOfferChanged,
    register: () => mutate(),
  };
}
