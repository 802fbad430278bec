import type { Answer } from '@muniment/contract/client.ts';
import {
  acceptHomeUseTerms,
  activateHomeUse,
  type BenefitDetails,
  deactivateHomeUse,
  getBenefit,
  renewHomeUseCode,
  setHomeUseContact,
  setHomeUseDomains,
} from '@muniment/contract/home-use.ts';
import type { HomeUseStep } from '@muniment/domain/home-use.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Api, isProblem } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { showToast } from '../../ui/toasts.tsx';

/** A step, and what it takes. */
export type ProgramChange =
  | { readonly step: 'accept-terms'; readonly version: string }
  | { readonly step: 'set-contact'; readonly name: string; readonly email: string }
  | { readonly step: 'set-domains'; readonly domains: readonly string[] }
  | { readonly step: Extract<HomeUseStep, 'activate' | 'renew-code' | 'deactivate'> };

/** One Home Use Program, and the way to do a step of it as it was read. */
export function useProgram(licenseId: string) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const queryKey = [number, 'benefit', licenseId];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.callVersioned(getBenefit, { params: { licenseId }, signal }),
    select: ({ body }) => body,
  });
  const change = useMutation({
    mutationFn: (wanted: ProgramChange) => {
      const etag = queryClient.getQueryData<Answer<BenefitDetails>>(queryKey)?.etag ?? null;
      return send(api, licenseId, etag, wanted);
    },
    onSuccess: (answer, { step }) => {
      queryClient.setQueryData(queryKey, answer);
      showToast({ tone: 'success', title: t(`benefits.saved.${step}`) });
      return queryClient.invalidateQueries({ queryKey: [number, 'vl/benefits'] });
    },
    onError: (error) => {
      const message = isProblem(error, 'stale-version')
        ? t('benefits.failed.stale')
        : t(isProblem(error, 'home-use-state') ? 'benefits.failed.state' : problemText(error));
      showToast({ tone: 'danger', title: t('benefits.failed'), message });
      return queryClient.invalidateQueries({ queryKey });
    },
  });
  return { query, change };
}

export type ChangeOfProgram = ReturnType<typeof useProgram>['change'];

function send(
  api: Api,
  licenseId: string,
  etag: string | null,
  wanted: ProgramChange,
): Promise<Answer<BenefitDetails>> {
  const as = { params: { licenseId }, ...(etag === null ? {} : { ifMatch: etag }) };
  switch (wanted.step) {
    case 'accept-terms':
      return api.callVersioned(acceptHomeUseTerms, { ...as, body: { version: wanted.version } });
    case 'set-contact':
      return api.callVersioned(setHomeUseContact, {
        ...as,
        body: { name: wanted.name, email: wanted.email },
      });
    case 'set-domains':
      return api.callVersioned(setHomeUseDomains, { ...as, body: { domains: [...wanted.domains] } });
    case 'activate':
      return api.callVersioned(activateHomeUse, as);
    case 'renew-code':
      return api.callVersioned(renewHomeUseCode, as);
    case 'deactivate':
      return api.callVersioned(deactivateHomeUse, as);
  }
}
