import { useSyncExternalStore } from 'react';

/** Below this the console is a phone: cards for rows, a drawer for the navigation, full-screen panes. */
export const PHONE = '(max-width: 719px)';

/** Below this a pane cannot stand beside a list and lies over it. */
export const NO_ROOM_FOR_PANE = '(max-width: 1119px)';

/** Whether a media query holds now; renders again when that changes. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => window.matchMedia(query).matches,
  );
}
