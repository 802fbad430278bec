import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { RouterProvider as LinkProvider } from 'react-aria-components';
import { MessagesProvider } from '../messages/messages.tsx';
import { Toasts } from '../ui/toasts.tsx';
import type { createAppRouter } from './router.ts';
import { isPageOfServer } from './server-pages.ts';

interface AppProps {
  router: ReturnType<typeof createAppRouter>;
  queryClient: QueryClient;
}

export function App({ router, queryClient }: AppProps) {
  useEffect(() => focusHeadingOfNewPage(router), [router]);
  return (
    <MessagesProvider>
      <QueryClientProvider client={queryClient}>
        <LinkProvider navigate={(href) => followLink(router, href)}>
          <RouterProvider router={router} />
          <Toasts />
        </LinkProvider>
      </QueryClientProvider>
    </MessagesProvider>
  );
}

/** Within the console a link changes the page; what the server answers itself is loaded by the browser. */
function followLink(router: AppProps['router'], href: string): void {
  if (isPageOfServer(href)) window.location.assign(href);
  else void router.navigate({ href });
}

/** A new page starts at its heading, also for those who do not see it. Filters, panes and rows keep their focus. */
function focusHeadingOfNewPage(router: AppProps['router']): () => void {
  let shown = pageOf(router);
  return router.subscribe('onRendered', ({ fromLocation }) => {
    const before = shown;
    shown = pageOf(router);
    if (fromLocation === undefined || before === shown) return;
    const heading = document.querySelector('main h1');
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  });
}

/** Names the page that is shown. A row of a list has an address of its own, and is no page. */
function pageOf({ state: { matches, location } }: AppProps['router']): string {
  const { routeId = '', params } = matches.at(-1) ?? {};
  const { organization }: { organization?: string } = params ?? {};
  return routeId.includes('{-$') ? `${routeId} ${organization}` : location.pathname;
}
