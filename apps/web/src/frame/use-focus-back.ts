import { useEffect, useState } from 'react';
import { forgetMenuButton, menuButtonOfPane } from './account-menu.tsx';

/** After the pane has had its own try: the menu that it was opened from is gone by then. */
const FOCUS_MILLISECONDS = 50;

/** Gives focus back, when a pane that the address opened closes, where the pane itself could not. */
export function useFocusBack(): void {
  const [opener] = useState(() => menuButtonOfPane() ?? document.activeElement);
  useEffect(forgetMenuButton, []);
  useEffect(
    () => () => {
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost) placeOf(opener)?.focus({ preventScroll: true });
      }, FOCUS_MILLISECONDS);
    },
    [opener],
  );
}

/** The control that opened it; the heading of the page for whoever came by a link. */
function placeOf(opener: Element | null): HTMLElement | null {
  const isThere = opener instanceof HTMLElement && opener !== document.body && opener.isConnected;
  return isThere ? opener : document.querySelector<HTMLElement>('main h1');
}
