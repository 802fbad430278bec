import type { OutboxMail } from '@muniment/contract/publisher.ts';
import type { ReactElement } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { classNames } from '../../ui/class-names.ts';
import { FilledCheck } from '../../ui/filled-check.tsx';
import { FilledAlert, FilledClock, FilledMail, FilledSync } from '../../ui/status-icons.tsx';
import styles from './outbox.module.css';

type ShownState = OutboxMail['state'] | 'kept';

const LOOKS: Readonly<Record<ShownState, { icon: () => ReactElement | null; className?: string }>> = {
  held: { icon: FilledClock, className: styles.underWay },
  kept: { icon: FilledMail, className: styles.underWay },
  sending: { icon: FilledSync, className: styles.underWay },
  sent: { icon: FilledCheck, className: styles.sent },
  failed: { icon: FilledAlert, className: styles.failed },
  cancelled: { icon: () => null, className: styles.cancelled },
};

/** What became of a mail. Without an SMTP server, what waits is kept: nothing will happen to it by itself. */
export function MailState({ state, isSending }: { state: OutboxMail['state']; isSending: boolean }) {
  const { t } = useMessages();
  const shown: ShownState = state === 'held' && !isSending ? 'kept' : state;
  const { icon: Icon, className } = LOOKS[shown];
  return (
    <span className={classNames(styles.state, className)}>
      <Icon />
      {t(`outbox.${shown}`)}
    </span>
  );
}
