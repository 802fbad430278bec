import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useMessages } from '../messages/messages.tsx';
import styles from './offline-bar.module.css';

/** Whether the browser has a network. Pages keep what they loaded and save nothing while it has none. */
function useIsOnline(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      window.addEventListener('online', onChange);
      window.addEventListener('offline', onChange);
      return () => {
        window.removeEventListener('online', onChange);
        window.removeEventListener('offline', onChange);
      };
    },
    () => navigator.onLine,
  );
}

/** Says that the console is only to be read until the network is back. */
export function OfflineBar() {
  const { t } = useMessages();
  const isOnline = useIsOnline();
  return (
    <div role="status">
      {!isOnline && (
        <div className={styles.bar}>
          <WifiOff size={16} strokeWidth={1.75} aria-hidden />
          {t('frame.offline')}
        </div>
      )}
    </div>
  );
}
