import { listOutbox } from '@muniment/contract/publisher.ts';
import { queryOptions } from '@tanstack/react-query';
import { createApi } from '../api/client.ts';

/** The part of every key, by which all that the operator read is forgotten. */
export const OPERATOR_KEY = 'operator';

/** The publisher's token opens the operator's pages; whether a person is signed in does not matter to them. */
export const operatorMeta = { isSignInOptional: true };

/** Whether the token is the publisher's, and whether mail is sent. */
export function accessQuery(token: string) {
  return queryOptions({
    queryKey: [OPERATOR_KEY, 'access', token],
    queryFn: async ({ signal }) => {
      const { sending } = await createApi(null, token).call(listOutbox, { query: { limit: 1 }, signal });
      return { isSending: sending };
    },
    meta: operatorMeta,
  });
}
