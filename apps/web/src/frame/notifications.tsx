import { Bell } from 'lucide-react';
import { lazy, useRef, useState } from 'react';
import { useOverview } from '../app/use-overview.ts';
import { useMessages } from '../messages/messages.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './header.module.css';
import { needsOf } from './needs.ts';
import { OnDemand } from './on-demand.tsx';

const NotificationList = lazy(() => import('../notifications/notification-list.tsx'));

/** Says how many kinds of things need an administrator, and names them when it is opened. @source A5, A9 */
export function Notifications() {
  const { t, formatNumber } = useMessages();
  const overview = useOverview();
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'unused' | 'open' | 'closed'>('unused');
  const count = overview === undefined ? 0 : needsOf(overview).length;
  return (
    <span className={styles.bell}>
      <IconButton
        ref={button}
        label={t('frame.notifications', { count })}
        icon={<Bell size={20} strokeWidth={1.5} aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={state === 'open'}
        onPress={() => setState('open')}
      />
      {count > 0 && (
        <span className={styles.count} aria-hidden>
          {formatNumber(count)}
        </span>
      )}
      {state !== 'unused' && (
        <OnDemand>
          <NotificationList
            triggerRef={button}
            isOpen={state === 'open'}
            onClose={() => setState('closed')}
            overview={overview}
          />
        </OnDemand>
      )}
    </span>
  );
}
