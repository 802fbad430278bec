import type { Overview } from '@muniment/contract/licenses.ts';
import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '../api/organization-queries.ts';
import { useApi, useOrganization } from './organization.ts';

const FRESH_MILLISECONDS = 60_000;

/**
 * What needs the person today, for what stands around every page. It comes after the first paint, which does not wait
 * for it; undefined until then, and always for whoever administers nothing.
 *
 * @source A5, A9
 */
export function useOverview(): Overview | undefined {
  const api = useApi();
  const { number, actions } = useOrganization();
  const isAdministrator = actions.includes('assignment:manage');
  const { data } = useQuery({
    ...overviewQuery(api, number),
    enabled: isAdministrator,
    staleTime: FRESH_MILLISECONDS,
  });
  return isAdministrator ? data : undefined;
}
