import { useCallback, useRef } from 'react';
import { newIdempotencyKey } from '../api/client.ts';

/**
 * Keys for attempts at one POST: the same content keeps its key, so that trying again after no answer came does it
 * once, and other content gets another.
 */
export function useAttemptKey(): (content: unknown) => string {
  const last = useRef({ content: '', key: '' });
  return useCallback((content) => {
    const text = JSON.stringify(content);
    if (last.current.content !== text) last.current = { content: text, key: newIdempotencyKey() };
    return last.current.key;
  }, []);
}
