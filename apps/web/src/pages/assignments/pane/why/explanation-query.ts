import { explainAccess } from '@muniment/contract/explain.ts';
import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../../../api/client.ts';

/** Why somebody has what they have on a license ID, now or at a past moment. @source B3, B4 */
export function explanationQuery(
  api: Api,
  organization: string,
  asked: { readonly vlUserId: string; readonly licenseId: string; readonly at: string | undefined },
) {
  const { vlUserId, licenseId, at } = asked;
  return queryOptions({
    queryKey: [organization, 'explanation', vlUserId, licenseId, at ?? null],
    queryFn: ({ signal }) =>
      api.call(explainAccess, {
        query: { vlUserId, licenseId, ...(at === undefined ? {} : { at }) },
        signal,
      }),
  });
}
