import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

const PANE = 'preferences';

/** Whether Preferences lies over the page: the address says so. */
export function useArePreferencesOpen(): boolean {
  const search: { pane?: unknown } = useSearch({ strict: false });
  return search.pane === PANE;
}

/** Opens and closes Preferences over the page that one is on. */
export function useShowPreferences(): (isOpen: boolean) => void {
  const navigate = useNavigate();
  return useCallback(
    (isOpen) =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, pane: isOpen ? PANE : undefined }),
        // Opening is a step in the history: Back closes it.
        replace: !isOpen,
        resetScroll: false,
      }),
    [navigate],
  );
}
