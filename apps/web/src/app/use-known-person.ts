import type { Me } from '@muniment/contract/people.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { meQuery } from '../api/me.ts';

/**
 * The signed-in person on a page that anybody may open; null where nobody is known to be signed in. Asks the server
 * nothing: the routes that want to know have asked.
 */
export function useKnownPerson(): Me | null {
  return useQuery({ ...meQuery, enabled: false }).data ?? null;
}

/**
 * In which organization somebody writes to the publisher: that of the page; on a page of none, their only one, or
 * null where they must choose or have none.
 */
export function useWritingOrganization(me: Me | null): string | null {
  const { organization } = useParams({ strict: false });
  if (organization !== undefined) return organization;
  const [only, ...others] = me?.organizations ?? [];
  return only !== undefined && others.length === 0 ? only.number : null;
}
