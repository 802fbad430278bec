import { useEffect } from 'react';
import { remember, remembered } from './browser-memory.ts';
import { useOrganization } from './organization.ts';
import { useOverview } from './use-overview.ts';

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
  const { number, vlUserId } = useOrganization();
  const overview = useOverview();
  const memory = `small:${number}:${vlUserId}`;
  const isSmall = overview && overview.people < SMALL_PEOPLE && overview.licenseIds < SMALL_LICENSE_IDS;
  useEffect(() => {
    if (isSmall !== undefined) remember(memory, isSmall ? 'yes' : 'no');
  }, [memory, isSmall]);
  return isSmall ?? remembered(memory) !== 'no';
}
