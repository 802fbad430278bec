import {
  getHelpArticle,
  getSupportContact,
  listHelpArticles,
  listSupportTickets,
} from '@muniment/contract/support.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { createApi } from './client.ts';

// Help is open to everybody: that nobody is signed in matters to none of it.
const meta = { isSignInOptional: true };
const TICKETS_AT_ONCE = 20;

/** The help articles that match a description, best first; all of them where it is empty. */
export function helpArticlesQuery(description: string, language: string) {
  return queryOptions({
    queryKey: ['help', 'articles', language, description],
    queryFn: async ({ signal }) => {
      const q = description === '' ? undefined : description;
      return (await createApi(null).call(listHelpArticles, { query: { q, language }, signal })).items;
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    meta,
  });
}

export function helpArticleQuery(slug: string, language: string) {
  return queryOptions({
    queryKey: ['help', 'article', language, slug],
    queryFn: ({ signal }) =>
      createApi(null).call(getHelpArticle, { params: { slug }, query: { language }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    meta,
  });
}

/** How else the publisher's support is reached. */
export const supportContactQuery = queryOptions({
  queryKey: ['support', 'contact'],
  queryFn: ({ signal }) => createApi(null).call(getSupportContact, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
  meta,
});

/** The part of every key, by which a person's tickets are forgotten. */
export const TICKETS_KEY = ['support', 'tickets'] as const;

/** The person's own tickets, newest first. @param organization Any of theirs: the tickets are the person's. */
export function ownTicketsQuery(organization: string | null) {
  return infiniteQueryOptions({
    queryKey: [...TICKETS_KEY, organization],
    queryFn: ({ signal, pageParam }) =>
      createApi(organization).call(listSupportTickets, {
        query: { limit: TICKETS_AT_ONCE, cursor: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
