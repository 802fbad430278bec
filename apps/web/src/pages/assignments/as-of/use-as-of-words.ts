import { useMessages } from '../../../messages/messages.tsx';
import { isDay } from './moment.ts';

/** What the address looks back to, as people read it: "2 Sept 2026", of a change with its time. */
export function useAsOfWords(asOf: string): string {
  const { formatDate, formatDateTime } = useMessages();
  return isDay(asOf) ? formatDate(asOf) : formatDateTime(asOf);
}
