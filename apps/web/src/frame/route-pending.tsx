import { useMessages } from '../messages/messages.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { BarePage } from './bare-page.tsx';
import styles from './route-pending.module.css';

/** Stands for a page whose code or first data is on its way. */
export function RoutePending() {
  return (
    <div className={styles.pending}>
      <SkeletonRows />
    </div>
  );
}

/** As {@link RoutePending}, for a page that belongs to no organization. */
export function BareRoutePending() {
  const { t } = useMessages();
  return (
    <BarePage title={t('ui.loading')}>
      <SkeletonRows rows={3} />
    </BarePage>
  );
}
