import { getPreferences } from '@muniment/contract/preferences.ts';
import { queryOptions } from '@tanstack/react-query';
import type { Api } from './client.ts';

export function preferencesKey(organization: string) {
  return [organization, 'preferences'] as const;
}

/** The caller's own preferences in an organization, with the version to write over. */
export function preferencesQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: preferencesKey(organization),
    queryFn: async ({ signal }) => {
      const { body, etag } = await api.callVersioned(getPreferences, { signal });
      return { preferences: body, etag: etag ?? '' };
    },
    staleTime: 30_000,
  });
}
