import { CircleAlert, CircleMinus, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';
import styles from './state-badge.module.css';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export interface StateBadgeProps {
  /** `quiet` for what is as it should be, `soon` for what ends or waits, `over` for what ended, `wrong` for failures. */
  tone: 'quiet' | 'soon' | 'over' | 'wrong';
  /** The word: colour and icon alone say nothing. */
  children: ReactNode;
}

/** The state of a row. Only exceptions carry colour, weight and an icon. */
export function StateBadge({ tone, children }: StateBadgeProps) {
  return (
    <span className={classNames(styles.state, styles[tone])}>
      {tone === 'soon' && <Clock {...ICON} />}
      {tone === 'over' && <CircleMinus {...ICON} />}
      {tone === 'wrong' && <CircleAlert {...ICON} />}
      {children}
    </span>
  );
}
