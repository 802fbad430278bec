import type { Subscription } from '@muniment/contract/subscriptions.ts';
import { DetailPane } from '../../listing/detail-pane.tsx';
import { Facts } from '../../listing/facts.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { AutoRenew } from './auto-renew.tsx';
import { QuantityChange } from './quantity-change.tsx';
import { SubscriptionStatus } from './subscription-status.tsx';
import styles from './subscriptions.module.css';
import { type ChangeOfSubscription, useSubscription } from './use-subscription.ts';

export interface SubscriptionPaneProps {
  licenseId: string;
  subscriptionId: string;
  /** As the list has it, where it is loaded. */
  row: Subscription | undefined;
  onClose: () => void;
}

/** One subscription as the publisher says, what waits for the publisher, and what can be asked for. @source W7 */
export default function SubscriptionPane(props: SubscriptionPaneProps) {
  const { query, change } = useSubscription(props.licenseId, props.subscriptionId);
  const subscription = query.data ?? props.row;
  return (
    <DetailPane
      title={subscription?.product}
      subtitle={
        subscription && (
          <>
            <LicenseId id={subscription.licenseId} /> <SubscriptionStatus status={subscription.status} />
          </>
        )
      }
      query={query}
      onClose={props.onClose}
      focusKey={subscription?.requested?.at ?? ''}
    >
      {(details) => (
        <>
          <Waiting subscription={details} change={change} />
          <SubscriptionFacts subscription={details} />
          <Changes subscription={details} change={change} />
        </>
      )}
    </DetailPane>
  );
}

export interface PartProps {
  subscription: Subscription;
  change: ChangeOfSubscription;
}

function Waiting({ subscription, change }: PartProps) {
  const { t, formatDate } = useMessages();
  const { requested, declined, quantity, autoRenew } = subscription;
  if (requested !== null) {
    return (
      <MessageBar
        tone="info"
        title={t('subscriptions.waiting')}
        actions={
          <Button
            size="small"
            isPending={change.isPending}
            onPress={() => change.mutate({ quantity, autoRenew })}
          >
            {t('subscriptions.withdraw')}
          </Button>
        }
      >
        {requested.quantity !== null &&
          t('subscriptions.waiting.quantity', { quantity: requested.quantity, now: quantity })}{' '}
        {requested.autoRenew !== null &&
          t('subscriptions.waiting.autoRenew', { state: String(requested.autoRenew) })}{' '}
        {t('subscriptions.waiting.since', { date: formatDate(requested.at) })}
      </MessageBar>
    );
  }
  if (declined === null) return null;
  return (
    <MessageBar tone="warning" title={t('subscriptions.declined')}>
      {t('subscriptions.declined.body', {
        quantity: declined.quantity,
        date: formatDate(declined.at),
        now: quantity,
      })}
    </MessageBar>
  );
}

function SubscriptionFacts({ subscription }: { subscription: Subscription }) {
  const { t, formatDate } = useMessages();
  const { assigned, quantity, minimumQuantity, maximumQuantity, endsOn, autoRenew, status } = subscription;
  const day = autoRenew ? 'subscriptions.renews' : 'subscriptions.ends';
  return (
    <Facts
      facts={[
        [
          t('subscriptions.column.endsOn'),
          t(status === 'expired' ? 'subscriptions.ended' : day, { date: formatDate(endsOn) }),
        ],
        [t('subscriptions.column.assigned'), t('subscriptions.assignedOf', { assigned, quantity })],
        [
          t('subscriptions.fact.bounds'),
          t('subscriptions.bounds', { minimum: minimumQuantity, maximum: maximumQuantity }),
        ],
        [t('subscriptions.column.subscriptionNumber'), subscription.subscriptionNumber],
        [t('subscriptions.fact.partNumber'), subscription.partNumber],
        [t('subscriptions.fact.licenseName'), subscription.licenseName],
      ]}
    />
  );
}

function Changes({ subscription, change }: PartProps) {
  const { t, formatDate } = useMessages();
  const { status, endsOn } = subscription;
  if (status === 'expired')
    return <p className={styles.quiet}>{t('subscriptions.change.ended', { date: formatDate(endsOn) })}</p>;
  return (
    <section className={styles.changes} aria-label={t('subscriptions.change')}>
      <AutoRenew subscription={subscription} change={change} />
      {status === 'suspended' ? (
        <p className={styles.quiet}>{t('subscriptions.change.suspended')}</p>
      ) : (
        <QuantityChange
          // What is typed was meant for the quantity that was there.
          key={`${subscription.quantity} ${subscription.requested?.quantity}`}
          subscription={subscription}
          change={change}
        />
      )}
    </section>
  );
}
