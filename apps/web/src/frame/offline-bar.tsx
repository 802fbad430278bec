import { RefreshCw, WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useIsOutdated } from '../app/outdated.ts';
import { useMessages } from '../messages/messages.tsx';
import { LinkButton } from '../ui/link-button.tsx';
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

/** Says that the console is only to be read until the network is back, or that a newer one is there. */
export function OfflineBar() {
  const { t } = useMessages();
  const isOnline = useIsOnline();
  const isOutdated = useIsOutdated();
  return (
    <div role="status">
      {!isOnline && (
        <div className={styles.bar}>
          <WifiOff size={16} strokeWidth={1.75} aria-hidden />
          {t('frame.offline')}
        </div>
      )}
      {isOnline && isOutdated && (
        <div className={styles.bar}>
          <RefreshCw size={16} strokeWidth={1.75} aria-hidden />
          <span>
            {t('frame.outdated')}{' '}
            <LinkButton onPress={() => window.location.reload()}>{t('ui.error.reload')}</LinkButton>
          </span>
        </div>
      )}
    </div>
  );
}
