import { useShowPane } from '../../app/panes.ts';
import { useFocusBack } from '../../frame/use-focus-back.ts';
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
