import type { SubscriptionStatus as Status, Subscription } from '@muniment/contract/subscriptions.ts';
import { StateBadge, type StateBadgeProps } from '../../listing/state-badge.tsx';
import { useMessages } from '../../messages/messages.tsx';

const TONES: Readonly<Record<Status, StateBadgeProps['tone']>> = {
  active: 'quiet',
  ending: 'soon',
  suspended: 'wrong',
  expired: 'over',
};

/** How a subscription stands: active, ending with its term, suspended, over. */
export function SubscriptionStatus({ status }: Pick<Subscription, 'status'>) {
  const { t } = useMessages();
  return <StateBadge tone={TONES[status]}>{t(`subscriptions.status.${status}`)}</StateBadge>;
}
