import { getMe, type Me } from '@muniment/contract/people.ts';
import { queryOptions } from '@tanstack/react-query';
import { createApi } from './client.ts';

export type MyOrganization = Me['organizations'][number];

/** The signed-in person, and what the console must know before it can show a page. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => createApi(null).call(getMe, { signal }),
  staleTime: 60_000,
  // Routes that need a person send them to sign in themselves; the others do without.
  meta: { isSignInOptional: true },
});
