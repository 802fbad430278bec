import { getOutboxMail, listOutbox } from '@muniment/contract/publisher.ts';
import { MAIL_STATES } from '@muniment/contract/vl-users.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { createApi } from '../../api/client.ts';
import type { OutboxSearch } from '../../app/paths.ts';

const PAGE_LENGTH = 50;

// The publisher's token opens these pages; whether a person is signed in does not matter to them.
const meta = { isSignInOptional: true };

/** The part of every key, by which all mail is forgotten. */
export const OUTBOX_KEY = 'outbox';

/** Whether the token opens the outbox, and whether mail leaves it. */
export function accessQuery(token: string) {
  return queryOptions({
    queryKey: [OUTBOX_KEY, 'access', token],
    queryFn: async ({ signal }) => {
      const { sending } = await createApi(null, token).call(listOutbox, { query: { limit: 1 }, signal });
      return { isSending: sending };
    },
    meta,
  });
}

/** All mail, newest first. */
export function mailListQuery(token: string, { q, state }: OutboxSearch) {
  const known = MAIL_STATES.find((one) => one === state);
  return infiniteQueryOptions({
    queryKey: [OUTBOX_KEY, 'list', token, q ?? '', known ?? ''],
    queryFn: ({ signal, pageParam }) =>
      createApi(null, token).call(listOutbox, {
        query: { limit: PAGE_LENGTH, q, state: known, cursor: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    meta,
  });
}

/** One mail with its text. */
export function mailQuery(token: string, mailId: string) {
  return queryOptions({
    queryKey: [OUTBOX_KEY, 'mail', token, mailId],
    queryFn: ({ signal }) => createApi(null, token).call(getOutboxMail, { params: { mailId }, signal }),
    meta,
  });
}
