import { getInvitation } from '@muniment/contract/invitations.ts';
import { queryOptions } from '@tanstack/react-query';
import { createApi } from './client.ts';

/**
 * What the link in an invitation offers to the signed-in person. Read once: an offer must not change under the
 * eyes of somebody who reads it.
 */
export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => createApi(null).call(getInvitation, { params: { token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  });
}
