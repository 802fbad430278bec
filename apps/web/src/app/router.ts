import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from './paths.ts';
import { routeDefaults, routeTree } from './routes.tsx';

/** Makes the router. Search parameters are plain texts in the address, so that people can read and mend them. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    // Pages scroll within the frame: a new one starts at its top, Back finds its place again.
    scrollToTopSelectors: ['[data-scroll-restoration-id="page"]'],
    // Another organization is another page: nothing chosen or open in one is carried over to the next.
    defaultRemountDeps: ({ params }) => (params as { organization?: string }).organization ?? '',
    ...routeDefaults,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
