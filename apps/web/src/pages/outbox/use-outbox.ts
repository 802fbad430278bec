import { useSuspenseQuery } from '@tanstack/react-query';
import { usePublisherToken } from '../../app/publisher-token.ts';
import { accessQuery } from './outbox-queries.ts';

/**
 * The token by which the outbox was opened, and whether mail is sent at all.
 *
 * @throws Outside of the opened outbox.
 */
export function useOutbox(): { token: string; isSending: boolean } {
  const token = usePublisherToken();
  if (token === null) throw new Error('The outbox is not open.');
  const { data } = useSuspenseQuery(accessQuery(token));
  return { token, isSending: data.isSending };
}
