import type { Subscription } from '@muniment/contract/subscriptions.ts';
import { useMessages } from '../../messages/messages.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { SubscriptionStatus } from './subscription-status.tsx';
import styles from './subscriptions.module.css';

/** A subscription on phones. */
export function SubscriptionCard({ subscription }: { subscription: Subscription }) {
  const { t, formatDate } = useMessages();
  const { product, licenseId, assigned, quantity, status, autoRenew, endsOn } = subscription;
  const date = formatDate(endsOn);
  const ends = autoRenew ? 'subscriptions.renews' : 'subscriptions.ends';
  return (
    <div className={styles.card}>
      <div className={styles.what}>
        <strong>{product}</strong>
        <span className={styles.quiet}>
          <LicenseId id={licenseId} /> {t('subscriptions.assignedOf', { assigned, quantity })}
        </span>
        <span className={styles.quiet}>
          {t(status === 'expired' ? 'subscriptions.ended' : ends, { date })}
        </span>
      </div>
      <SubscriptionStatus status={status} />
    </div>
  );
}
