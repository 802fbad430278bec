import { useSuspenseQuery } from '@tanstack/react-query';
import { usePublisherToken } from '../app/publisher-token.ts';
import { accessQuery } from './access-query.ts';

/**
 * The token by which the operator's pages were opened, and whether mail is sent at all.
 *
 * @throws Outside of the opened pages.
 */
export function useOperator(): { token: string; isSending: boolean } {
  const token = usePublisherToken();
  if (token === null) throw new Error("The operator's pages are not open.");
  const { data } = useSuspenseQuery(accessQuery(token));
  return { token, isSending: data.isSending };
}
