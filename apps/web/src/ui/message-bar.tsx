import { CircleCheck, CircleX, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import styles from './message-bar.module.css';

export interface MessageBarProps {
  tone: 'info' | 'success' | 'warning' | 'danger';
  /** Bold, before the rest: what is so. */
  title?: string;
  /** What to do. */
  children?: ReactNode;
  /** Buttons at the end. */
  actions?: ReactNode;
  onDismiss?: () => void;
}

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleX };

/** Tells of the state of this page. Read out when it appears; `danger` interrupts. */
export function MessageBar({ tone, title, children, actions, onDismiss }: MessageBarProps) {
  const { t } = useMessages();
  const Icon = ICONS[tone];
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={classNames(styles.bar, styles[tone])}>
      <Icon size={18} aria-hidden className={styles.icon} />
      <div className={styles.text}>
        {title && <strong>{title}</strong>} {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
      {onDismiss && (
        <IconButton
          size="small"
          label={t('ui.dismiss')}
          icon={<X size={16} strokeWidth={1.5} aria-hidden />}
          onPress={onDismiss}
        />
      )}
    </div>
  );
}
