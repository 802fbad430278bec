import { getOutboxMail, listOutbox } from '@muniment/contract/publisher.ts';
import { MAIL_STATES } from '@muniment/contract/vl-users.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { createApi } from '../../api/client.ts';
import type { OutboxSearch } from '../../app/paths.ts';
import { OPERATOR_KEY, operatorMeta } from '../../operator/access-query.ts';

const PAGE_LENGTH = 50;

/** All mail, newest first. */
export function mailListQuery(token: string, { q, state }: OutboxSearch) {
  const known = MAIL_STATES.find((one) => one === state);
  return infiniteQueryOptions({
    queryKey: [OPERATOR_KEY, 'mails', token, q ?? '', known ?? ''],
    queryFn: ({ signal, pageParam }) =>
      createApi(null, token).call(listOutbox, {
        query: { limit: PAGE_LENGTH, q, state: known, cursor: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    meta: operatorMeta,
  });
}

/** One mail with its text. */
export function mailQuery(token: string, mailId: string) {
  return queryOptions({
    queryKey: [OPERATOR_KEY, 'mail', token, mailId],
    queryFn: ({ signal }) => createApi(null, token).call(getOutboxMail, { params: { mailId }, signal }),
    meta: operatorMeta,
  });
}
