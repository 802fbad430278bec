import {
  answerMessage,
  getInboxMessage,
  getScreenshot,
  listInbox,
  MESSAGE_KINDS,
  MESSAGE_STATES,
  type MessageState,
  setMessageState,
} from '@muniment/contract/support.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { createApi } from '../../api/client.ts';
import type { InboxSearch } from '../../app/paths.ts';
import { OPERATOR_KEY, operatorMeta } from '../../operator/access-query.ts';

const PAGE_LENGTH = 50;

/** The part of every key, by which the lists are asked for anew. */
export const INBOX_KEY = [OPERATOR_KEY, 'inbox'] as const;

/** All messages that match, newest first. */
export function inboxQuery(token: string, { q, kind, state }: InboxSearch) {
  const query = {
    q,
    kind: MESSAGE_KINDS.find((one) => one === kind),
    state: MESSAGE_STATES.find((one) => one === state),
  };
  return infiniteQueryOptions({
    queryKey: [...INBOX_KEY, token, q ?? '', query.kind ?? '', query.state ?? ''],
    queryFn: ({ signal, pageParam }) =>
      createApi(null, token).call(listInbox, {
        query: { ...query, limit: PAGE_LENGTH, cursor: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    meta: operatorMeta,
  });
}

/** One message with its version. */
export function messageQuery(token: string, messageId: string) {
  return queryOptions({
    queryKey: [OPERATOR_KEY, 'message', token, messageId],
    queryFn: async ({ signal }) => {
      const { body, etag } = await createApi(null, token).callVersioned(getInboxMessage, {
        params: { messageId },
        signal,
      });
      return { message: body, etag };
    },
    meta: operatorMeta,
  });
}

/** The screenshot of a message, as a `data:` URL. */
export function screenshotQuery(token: string, messageId: string) {
  return queryOptions({
    queryKey: [OPERATOR_KEY, 'screenshot', token, messageId],
    queryFn: async ({ signal }) => {
      const file = await createApi(null, token).call(getScreenshot, { params: { messageId }, signal });
      const bytes = new Uint8Array(await new Response(file).arrayBuffer());
      return `data:${pictureTypeOf(bytes)};base64,${base64Of(bytes)}`;
    },
    staleTime: Number.POSITIVE_INFINITY,
    meta: operatorMeta,
  });
}

/** The server takes no other pictures. */
function pictureTypeOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x89) return 'image/png';
  return bytes[0] === 0xff ? 'image/jpeg' : 'image/webp';
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Says how far one is with a message, as it was when one read it. */
export function saveState(token: string, messageId: string, state: MessageState, etag: string | null) {
  return createApi(null, token).callVersioned(setMessageState, {
    params: { messageId },
    body: { state },
    ifMatch: etag ?? undefined,
  });
}

/** Answers a message; with `dryRun` only shows the mail. */
export function sendAnswer(
  token: string,
  messageId: string,
  { text, dryRun, etag, key }: { text: string; dryRun: boolean; etag: string | null; key: string },
) {
  return createApi(null, token).callVersioned(answerMessage, {
    params: { messageId },
    body: { text, dryRun },
    ifMatch: etag ?? undefined,
    idempotencyKey: key,
  });
}
