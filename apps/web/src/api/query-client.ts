import { ProblemError } from '@muniment/contract/client.ts';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, ServerNotReached } from './client.ts';

const RETRIES = 2;

/**
 * The cache of server answers.
 *
 * @param onSignedOut Called when the server no longer knows the person. A query that copes with that itself
 *   says so with `meta: { isSignInOptional: true }`.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const leaveWhenSignedOut = (error: unknown, meta: Record<string, unknown> | undefined) => {
    if (isProblem(error, 'not-signed-in') && meta?.isSignInOptional !== true) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => leaveWhenSignedOut(error, query.meta) }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => leaveWhenSignedOut(error, mutation.meta),
    }),
    defaultOptions: {
      // Offline, a request fails and the page says so. By default it would wait, and the page with it.
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => failures < RETRIES && mayPass(error),
        staleTime: 5_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Whether asking again could help: the server was away or overloaded. A refusal stays one. */
function mayPass(error: unknown): boolean {
  return error instanceof ServerNotReached || (error instanceof ProblemError && error.status >= 502);
}
