import type { MyOrganization } from '../api/me.ts';
import { ENTITLEMENT_PAGES, opensPage } from './entitlement-pages.ts';
import { paths } from './paths.ts';

/** Pages that every organization has for whoever administers there: below them lies what belongs to one alone. */
const OF_ADMINISTRATORS = ['/vl/assignments', '/vl/assign', '/vl/matrix', '/vl/activity'];

/**
 * The page that one is on, in another organization: the same one where the person may open it there, else the start.
 *
 * @param pathname Where one is: `/o/30042/vl/activity/0193…`. What only that organization has is left out.
 */
export function pageElsewhere(pathname: string, { number, actions, vlUserId }: MyOrganization): string {
  const page = pathname.replace(/^\/o\/[^/]+/, '');
  const mayOpen = (path: string) => page === path || page.startsWith(`${path}/`);
  if (vlUserId !== null && page === '/tokens') return paths.tokens(number);
  const listed = ENTITLEMENT_PAGES.find((each) => mayOpen(`/${each.path}`) && opensPage(actions, each));
  if (listed !== undefined) return paths.entitlement(number, listed.path);
  const same = actions.includes('assignment:manage') ? OF_ADMINISTRATORS.find(mayOpen) : undefined;
  return same === undefined ? paths.home(number) : `/o/${encodeURIComponent(number)}${same}`;
}
