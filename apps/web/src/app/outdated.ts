import { useSyncExternalStore } from 'react';

/** The message of an error that came for want of a network, so that nobody takes it for a new version. */
const OFFLINE = 'Offline: a part of the console could not be loaded.';

let isOutdated = false;
const listeners = new Set<() => void>();

/**
 * Watches for parts of the console that cannot be loaded. Online, that is since a new version took the place of the
 * one that this window began with; offline, loading anew would take away what is still there to be read.
 */
export function watchForNewVersion(): void {
  window.addEventListener('vite:preloadError', ({ payload }) => {
    if (!navigator.onLine) {
      payload.message = OFFLINE;
      return;
    }
    isOutdated = true;
    for (const listener of listeners) listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a part of the console could not be loaded, likely since a newer version has taken its place. */
export function useIsOutdated(): boolean {
  return useSyncExternalStore(subscribe, () => isOutdated);
}

/** What went wrong where a part of the console could not be loaded; null for every other error. */
export function partNotLoaded(error: unknown): 'offline' | 'outdated' | null {
  if (!(error instanceof Error)) return null;
  if (error.message === OFFLINE) return 'offline';
  return /dynamically imported module|module script failed|preload CSS/i.test(error.message)
    ? 'outdated'
    : null;
}
