import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app/app.tsx';
import { watchForNewVersion } from './app/outdated.ts';
import { paths } from './app/paths.ts';
import { createAppRouter } from './app/router.ts';
import { noteSessionEnded } from './app/session.ts';
import './design/base.css';
import { startLanguage } from './messages/language.ts';

watchForNewVersion();
await startLanguage();

const queryClient = createQueryClient(() => {
  const { href, pathname } = router.latestLocation;
  // Whoever works in an organization stays where they are, and signs in again beside it.
  if (pathname.startsWith('/o/')) noteSessionEnded();
  else if (pathname !== '/sign-in') void router.navigate({ href: paths.signIn(href), replace: true });
});
const router = createAppRouter(queryClient);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <App router={router} queryClient={queryClient} />
  </StrictMode>,
);
