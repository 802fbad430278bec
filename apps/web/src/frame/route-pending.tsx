import { SkeletonRows } from '../ui/skeleton.tsx';
import styles from './route-pending.module.css';

/** Stands for a page whose code or first data is on its way. */
export function RoutePending() {
  return (
    <div className={styles.pending}>
      <SkeletonRows />
    </div>
  );
}
