import type { Database } from '../../database/connect.ts';
import { markTokensUsed } from './token-repository.ts';

/** Gathers which tokens were used, so that no request waits for that to be written. */
export interface LastUsed {
  note(tokenId: string): void;
  /** Writes what was gathered. What cannot be written is kept for the next time. */
  flush(): Promise<void>;
  /** Stops the timer and writes the rest. */
  close(): Promise<void>;
}

/**
 * Writes when tokens were last used, to the minute, in one statement for all of them.
 *
 * @param options.onError Told when it could not be written.
 */
export function createLastUsed(
  db: Database,
  options: { everySeconds?: number; onError?: (error: unknown) => void } = {},
): LastUsed {
  let used = new Set<string>();

  async function flush(): Promise<void> {
    if (used.size === 0) return;
    const writing = used;
    used = new Set();
    try {
      await markTokensUsed(db, [...writing]);
    } catch (error) {
      for (const tokenId of writing) used.add(tokenId);
      options.onError?.(error);
    }
  }

  const timer = setInterval(() => void flush(), (options.everySeconds ?? 60) * 1_000);
  timer.unref();
  return {
    note: (tokenId) => void used.add(tokenId),
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}
