import type { Me } from '@muniment/contract/people.ts';
import type { Action } from '@muniment/domain/roles.ts';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { lazy } from 'react';
import { isProblem } from '../api/client.ts';
import { invitationQuery } from '../api/invitation.ts';
import { meQuery } from '../api/me.ts';
import { publisherQuery } from '../api/publisher.ts';
import { Frame } from '../frame/frame.tsx';
import { BareRouteError, RouteError } from '../frame/route-error.tsx';
import { BareRoutePending, RoutePending } from '../frame/route-pending.tsx';
import { followPerson } from '../messages/language.ts';
import { ENTITLEMENT_PAGES, opensPage } from './entitlement-pages.ts';
import { paths } from './paths.ts';
import {
  readActivitySearch,
  readAssignmentsSearch,
  readAssignSearch,
  readInboxSearch,
  readListSearch,
  readMatrixSearch,
  readOutboxSearch,
  readSignInSearch,
} from './search.ts';

interface Arrival {
  context: { queryClient: QueryClient };
  location: { href: string };
}

/** The signed-in person; whoever is not signed in goes there first and comes back. */
async function requireMe({ context, location }: Arrival): Promise<Me> {
  try {
    const me = await context.queryClient.ensureQueryData(meQuery);
    // Where its texts do not come, the page is there in the language before.
    await followPerson(me.language).catch(() => undefined);
    return me;
  } catch (error) {
    throw isProblem(error, 'not-signed-in')
      ? redirect({ href: paths.signIn(location.href), replace: true })
      : error;
  }
}

interface ArrivalInOrganization extends Arrival {
  params: { organization: string };
}

/** Pages that not every role opens say so to others: their notFoundComponent. @source R10 */
function requireAction(isEnough: (allowed: readonly Action[]) => boolean) {
  return async (arrival: ArrivalInOrganization): Promise<void> => {
    const me = await requireMe(arrival);
    const here = me.organizations.find(({ number }) => number === arrival.params.organization);
    if (here === undefined || !isEnough(here.actions)) throw notFound();
  };
}

const requireAdministrator = requireAction((allowed) => allowed.includes('assignment:manage'));

// No page waits for what stands in its place.
const NeedsAdministrator = lazyRouteComponent(() => import('../frame/needs-administrator.tsx'));
const NeedsRole = lazy(() => import('../frame/needs-role.tsx'));
const NotFoundPage = lazyRouteComponent(() => import('../frame/not-found.tsx'), 'NotFoundPage');
const NotFoundInFrame = lazyRouteComponent(() => import('../frame/not-found.tsx'), 'NotFoundInFrame');

/** A token of the operator in the fragment is taken, and does not stay in the address bar. */
async function takeToken({ location }: { location: { hash: string; pathname: string; searchStr: string } }) {
  const { takePublisherToken } = await import('./publisher-token.ts');
  if (!takePublisherToken(location.hash)) return;
  throw redirect({ href: `${location.pathname}${location.searchStr}`, replace: true });
}

/** Tokens act for a VL user; who is only a contact of an agreement is none. */
async function requireVlUser(arrival: ArrivalInOrganization): Promise<void> {
  const me = await requireMe(arrival);
  const here = me.organizations.find(({ number }) => number === arrival.params.organization);
  if (here?.vlUserId === null) throw notFound();
}

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: BareRouteError,
});

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async (arrival) => {
    const me = await requireMe(arrival);
    const first = me.organizations[0];
    if (first !== undefined) throw redirect({ href: paths.home(first.number), replace: true });
  },
  component: lazyRouteComponent(() => import('../pages/no-access/no-access-page.tsx')),
  errorComponent: BareRouteError,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  loader: ({ context }) => context.queryClient.prefetchQuery(publisherQuery),
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page.tsx')),
  errorComponent: BareRouteError,
});

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.signedIn,
  component: lazyRouteComponent(() => import('../pages/signed-in/signed-in-page.tsx')),
  errorComponent: BareRouteError,
});

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register/$token',
  beforeLoad: requireMe,
  // What the link is refused with is for the page to say.
  loader: ({ context, params }) => context.queryClient.prefetchQuery(invitationQuery(params.token)),
  component: lazyRouteComponent(() => import('../pages/register/register-page.tsx')),
  pendingComponent: BareRoutePending,
  errorComponent: BareRouteError,
});

/** Help is open to everybody. Whoever is signed in finds support there, too. */
const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help',
  loader: ({ context }) =>
    Promise.all([
      context.queryClient.prefetchQuery(meQuery),
      context.queryClient.prefetchQuery(publisherQuery),
    ]),
  component: lazyRouteComponent(() => import('../pages/help/help-page.tsx')),
  errorComponent: BareRouteError,
});

const helpArticleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help/$slug',
  loader: ({ context }) => context.queryClient.prefetchQuery(meQuery),
  component: lazyRouteComponent(() => import('../pages/help/article-page.tsx')),
  errorComponent: BareRouteError,
});

const outboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outbox',
  validateSearch: readOutboxSearch,
  beforeLoad: takeToken,
  loader: ({ context }) => context.queryClient.prefetchQuery(publisherQuery),
  component: lazyRouteComponent(() => import('../pages/outbox/outbox-page.tsx')),
  errorComponent: BareRouteError,
});

const outboxListRoute = createRoute({
  getParentRoute: () => outboxRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/outbox/mail-list.tsx')),
});

const outboxMailRoute = createRoute({
  getParentRoute: () => outboxRoute,
  path: '/$mailId',
  component: lazyRouteComponent(() => import('../pages/outbox/mail-details.tsx')),
});

const inboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inbox',
  validateSearch: readInboxSearch,
  beforeLoad: takeToken,
  loader: ({ context }) => context.queryClient.prefetchQuery(publisherQuery),
  component: lazyRouteComponent(() => import('../pages/inbox/inbox-page.tsx')),
  errorComponent: BareRouteError,
});

const inboxListRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/inbox/message-list.tsx')),
});

const inboxMessageRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/$messageId',
  component: lazyRouteComponent(() => import('../pages/inbox/message-details.tsx')),
});

const organizationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/o/$organization',
  beforeLoad: async (arrival) => {
    const me = await requireMe(arrival);
    const isTheirs = me.organizations.some(({ number }) => number === arrival.params.organization);
    if (!isTheirs) throw notFound({ routeId: rootRoute.id });
  },
  component: Frame,
  errorComponent: BareRouteError,
  notFoundComponent: NotFoundInFrame,
});

const homeRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/home',
  beforeLoad: ({ params }) => {
    throw redirect({ href: paths.volumeLicensing(params.organization), replace: true });
  },
});

const volumeLicensingRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/products/volume-licensing',
  component: lazyRouteComponent(() => import('../pages/volume-licensing/volume-licensing-page.tsx')),
});

const assignmentsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/vl/assignments',
  validateSearch: readAssignmentsSearch,
  beforeLoad: requireAdministrator,
  notFoundComponent: NeedsAdministrator,
  component: lazyRouteComponent(() => import('../pages/assignments/assignments-page.tsx')),
});

const assignRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/vl/assign',
  validateSearch: readAssignSearch,
  beforeLoad: requireAdministrator,
  notFoundComponent: NeedsAdministrator,
  component: lazyRouteComponent(() => import('../pages/assign/assign-page.tsx')),
});

const verifyRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/vl/assign/verify',
  beforeLoad: requireAdministrator,
  notFoundComponent: NeedsAdministrator,
  component: lazyRouteComponent(() => import('../pages/verify/verify-page.tsx')),
});

const matrixRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/vl/matrix',
  validateSearch: readMatrixSearch,
  beforeLoad: requireAdministrator,
  notFoundComponent: NeedsAdministrator,
  component: lazyRouteComponent(() => import('../pages/matrix/matrix-page.tsx')),
});

const activityRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/vl/activity',
  validateSearch: readActivitySearch,
  beforeLoad: requireAdministrator,
  notFoundComponent: NeedsAdministrator,
  component: lazyRouteComponent(() => import('../pages/activity/activity-page.tsx')),
});

const changeRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/vl/activity/$changeId',
  // Given as it is, it would take the change's id from the parameters' type.
  beforeLoad: (arrival) => requireAdministrator(arrival),
  notFoundComponent: NeedsAdministrator,
  component: lazyRouteComponent(() => import('../pages/activity/change-page.tsx')),
});

const tokensRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/tokens',
  beforeLoad: requireVlUser,
  component: lazyRouteComponent(() => import('../pages/tokens/tokens-page.tsx')),
});

/** What roles open, from the one table of it. */
const entitlementRoutes = ENTITLEMENT_PAGES.map((page) =>
  createRoute({
    getParentRoute: () => organizationRoute,
    path: `/${page.path}${page.row}`,
    validateSearch: readListSearch,
    beforeLoad: requireAction((allowed) => opensPage(allowed, page)),
    notFoundComponent: () => <NeedsRole page={page} />,
    component: lazyRouteComponent(page.load),
  }),
);

/** Every page of the console and what must be loaded before it shows. */
export const routeTree = rootRoute.addChildren([
  startRoute,
  signInRoute,
  signedInRoute,
  registerRoute,
  helpRoute,
  helpArticleRoute,
  outboxRoute.addChildren([outboxListRoute, outboxMailRoute]),
  inboxRoute.addChildren([inboxListRoute, inboxMessageRoute]),
  organizationRoute.addChildren([
    homeRoute,
    volumeLicensingRoute,
    assignmentsRoute,
    assignRoute,
    verifyRoute,
    matrixRoute,
    activityRoute,
    changeRoute,
    tokensRoute,
    ...entitlementRoutes,
  ]),
]);

/** What every route shows while it loads or when it fails. */
export const routeDefaults = {
  defaultErrorComponent: RouteError,
  defaultPendingComponent: RoutePending,
  // Keep the page that is there; a skeleton only when an answer takes its time.
  defaultPendingMs: 300,
  defaultPendingMinMs: 200,
};
