import type { Benefit } from '@muniment/contract/home-use.ts';
import { StateBadge, type StateBadgeProps } from '../../listing/state-badge.tsx';
import { useMessages } from '../../messages/messages.tsx';

const TONES: Readonly<Record<Benefit['state'], StateBadgeProps['tone']>> = {
  'terms-open': 'soon',
  'in-set-up': 'soon',
  active: 'quiet',
  inactive: 'over',
};

/** How far the Home Use Program of a license ID is. */
export function BenefitState({ state }: Pick<Benefit, 'state'>) {
  const { t } = useMessages();
  return <StateBadge tone={TONES[state]}>{t(`benefits.state.${state}`)}</StateBadge>;
}
