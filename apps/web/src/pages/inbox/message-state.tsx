import type { MessageState as State } from '@muniment/contract/support.ts';
import type { ReactElement } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { classNames } from '../../ui/class-names.ts';
import { FilledCheck } from '../../ui/filled-check.tsx';
import { FilledMail, FilledSync } from '../../ui/status-icons.tsx';
import styles from './inbox.module.css';

const LOOKS: Readonly<Record<State, { icon: () => ReactElement | null; className?: string }>> = {
  new: { icon: FilledMail, className: styles.new },
  'in-progress': { icon: FilledSync, className: styles.underWay },
  answered: { icon: FilledCheck, className: styles.answered },
  closed: { icon: () => null, className: styles.quiet },
};

/** How far one is with a message. What is new stands out. */
export function MessageState({ state }: { state: State }) {
  const { t } = useMessages();
  const { icon: Icon, className } = LOOKS[state];
  return (
    <span className={classNames(styles.state, className)}>
      <Icon />
      {t(`inbox.state.${state}`)}
    </span>
  );
}
