import type { Me } from '@muniment/contract/people.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Api, createApi } from '../api/client.ts';
import { type MyOrganization, meQuery } from '../api/me.ts';

/** The signed-in person. Loaded before any page of an organization shows. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/**
 * The organization that the address names: never a stored choice, so that two tabs can differ.
 *
 * @throws On a page outside `/o/{organization}`; an organization that is not the person's is not found before.
 */
export function useOrganization(): MyOrganization {
  const { organization: number } = useParams({ strict: false });
  const { organizations } = useMe();
  const organization = organizations.find((each) => each.number === number);
  if (organization === undefined) throw new Error('This page belongs to no organization.');
  return organization;
}

/** The API in the organization that the address names; outside of one, as the person alone. */
export function useApi(): Api {
  const { organization } = useParams({ strict: false });
  return useMemo(() => createApi(organization ?? null), [organization]);
}
