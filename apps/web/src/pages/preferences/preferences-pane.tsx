import { useShowPreferences } from '../../app/preferences-pane.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PreferencesContent } from './preferences-content.tsx';

/** Preferences over whatever page one is on: `?pane=preferences`. @source I2 */
export default function PreferencesPane() {
  const { t } = useMessages();
  const show = useShowPreferences();
  const close = () => {
    show(false);
    keepFocus();
  };
  return (
    <Sheet isOpen onClose={close} title={t('preferences.title')}>
      <PreferencesContent heading="h3" />
    </Sheet>
  );
}

/** Whoever came by a link had focus nowhere before: the page's heading has it then. */
function keepFocus(): void {
  setTimeout(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    const heading = document.querySelector('main h1');
    if (isLost && heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  }, 100);
}
