import type { Order } from '@muniment/contract/orders.ts';
import { useMessages } from '../../messages/messages.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import styles from './orders.module.css';

/** An order on phones. */
export function OrderCard({ order }: { order: Order }) {
  const { t, formatDate } = useMessages();
  return (
    <div className={styles.card}>
      <strong>{order.resellerOrderNumber}</strong>
      <span className={styles.quiet}>
        <LicenseId id={order.licenseId} /> {t('orders.card.ordered', { date: formatDate(order.orderedOn) })}
      </span>
      <span>{order.reseller}</span>
    </div>
  );
}
