import { useEffect, useState } from 'react';
import { useShowPane } from '../../app/panes.ts';
import { lastMenuButton } from '../../frame/account-menu.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PreferencesContent } from './preferences-content.tsx';

/** Preferences over whatever page one is on: `?pane=preferences`. @source I2 */
export default function PreferencesPane() {
  const { t } = useMessages();
  const show = useShowPane('preferences');
  useFocusBack();
  return (
    <Sheet isOpen onClose={() => show(false)} title={t('preferences.title')}>
      <PreferencesContent heading="h3" />
    </Sheet>
  );
}

/** After the pane has had its own try: the menu that it was opened from is gone by then. */
const FOCUS_MILLISECONDS = 50;

function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
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
  const isMenuItem = opener?.getAttribute('role') === 'menuitem';
  if (isMenuItem) return lastMenuButton();
  const isThere = opener instanceof HTMLElement && opener !== document.body && opener.isConnected;
  return isThere ? opener : document.querySelector<HTMLElement>('main h1');
}
