import type { License } from '@muniment/contract/licenses.ts';
import { StateBadge, type StateBadgeProps } from '../../listing/state-badge.tsx';
import { useMessages } from '../../messages/messages.tsx';

const TONES: Readonly<Record<License['status'], StateBadgeProps['tone']>> = {
  active: 'quiet',
  expiring: 'soon',
  expired: 'over',
  terminated: 'over',
};

/** How a contract stands: active, expiring within 90 days, over. */
export function ContractStatus({ status }: Pick<License, 'status'>) {
  const { t } = useMessages();
  return <StateBadge tone={TONES[status]}>{t(`contracts.status.${status}`)}</StateBadge>;
}
