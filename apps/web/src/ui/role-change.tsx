import { Minus, Plus } from 'lucide-react';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from './class-names.ts';
import styles from './role-change.module.css';

export interface RoleChangeProps {
  change: 'added' | 'removed' | 'unchanged';
  /** The role's full name. */
  label: string;
}

/** One role in a diff: + added, − removed, or plain where it stays. */
export function RoleChange({ change, label }: RoleChangeProps) {
  const { t } = useMessages();
  if (change === 'unchanged') return <span className={styles.unchanged}>{label}</span>;
  const isAdded = change === 'added';
  const Icon = isAdded ? Plus : Minus;
  const Element = isAdded ? 'ins' : 'del';
  return (
    <span className={classNames(styles.change, isAdded ? styles.added : styles.removed)}>
      <Icon size={13} strokeWidth={1.75} aria-hidden />
      <span className="visually-hidden">{t(isAdded ? 'ui.change.added' : 'ui.change.removed')} </span>
      <Element>{label}</Element>
    </span>
  );
}
