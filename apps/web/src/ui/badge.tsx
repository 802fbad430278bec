import { useMessages } from '../messages/messages.tsx';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';

/** A small word beside a name: New (is invited by this change), External (not of this organization). */
export function Badge({ kind }: { kind: 'new' | 'external' }) {
  const { t } = useMessages();
  return <span className={classNames(styles.badge, styles[kind])}>{t(`badge.${kind}`)}</span>;
}
