import { queryOptions } from '@tanstack/react-query';
import { createApi } from './client.ts';

export interface MyOrganization {
  readonly number: string;
  readonly name: string;
  /** Every action that some role of the person allows on some license ID there. */
  readonly actions: readonly string[];
}

/** The signed-in person, and what the console must know before it can show a page. */
export interface Me {
  readonly displayName: string;
  readonly signInEmail: string;
  readonly organizations: readonly MyOrganization[];
  readonly demo: boolean;
  readonly publisherName: string;
  readonly mailHoldSeconds: number;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => createApi(null).get<Me>('/v1/me', { signal }),
  staleTime: 60_000,
  // Routes that need a person send them to sign in themselves; the others do without.
  meta: { isSignInOptional: true },
});
