import type { LicenseSummary } from '@muniment/contract/license-summaries.ts';
import { StateBadge } from '../../listing/state-badge.tsx';
import { useMessages } from '../../messages/messages.tsx';

const TONES = { waiting: 'soon', running: 'soon', done: 'quiet', failed: 'wrong', canceled: 'over' } as const;

/** How a summary stands, with how far it is while it is being made. */
export function SummaryState({ summary: { state, progress } }: { summary: LicenseSummary }) {
  const { t } = useMessages();
  return <StateBadge tone={TONES[state]}>{t(`summaries.state.${state}`, progress)}</StateBadge>;
}
