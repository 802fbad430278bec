import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '../api/organization-queries.ts';
import { useApi, useOrganization } from './organization.ts';

const SMALL_PEOPLE = 25;
const SMALL_LICENSE_IDS = 10;

/**
 * Whether so little lies in the person's own scope (under 25 people and 10 license IDs) that saved views, filters,
 * the date control and the matrix would only be in the way.
 *
 * The first paint does not wait for the counts: until they are known it is what this browser knew last, else true,
 * so that nothing that was there goes away. Who administers nothing sees none of these anyway.
 */
export function useIsSmall(): boolean {
  const api = useApi();
  const { number, actions, vlUserId } = useOrganization();
  const memory = `small:${number}:${vlUserId}`;
  const { data } = useQuery({
    ...overviewQuery(api, number),
    enabled: actions.includes('assignment:manage'),
    staleTime: 60_000,
  });
  if (data === undefined) return localStorage.getItem(memory) !== 'no';
  const isSmall = data.people < SMALL_PEOPLE && data.licenseIds < SMALL_LICENSE_IDS;
  localStorage.setItem(memory, isSmall ? 'yes' : 'no');
  return isSmall;
}
