import { getPublisher } from '@muniment/contract/publisher.ts';
import { queryOptions } from '@tanstack/react-query';
import { createApi } from './client.ts';

/** Whose instance this is, for pages that know nobody yet. They do without where it cannot be had. */
export const publisherQuery = queryOptions({
  queryKey: ['publisher'],
  queryFn: ({ signal }) => createApi(null).call(getPublisher, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});
