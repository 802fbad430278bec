import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import type { ReactElement } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { statusName } from '../messages/names.ts';
import { classNames } from './class-names.ts';
import { FilledCheck } from './filled-check.tsx';
import styles from './status-badge.module.css';
import { FilledAlert, FilledClock, FilledMail, FilledQuestion, FilledSync } from './status-icons.tsx';

const LOOKS: Readonly<Record<VlUserStatus, { icon: () => ReactElement; className: string | undefined }>> = {
  active: { icon: FilledCheck, className: styles.active },
  'assignment-in-progress': { icon: FilledSync, className: styles.underWay },
  'invitation-sent': { icon: FilledMail, className: styles.underWay },
  'invitation-expired': { icon: FilledClock, className: styles.warning },
  'user-not-found': { icon: FilledQuestion, className: styles.warning },
  failed: { icon: FilledAlert, className: styles.danger },
};

/** One of the six statuses: an icon and the word. Only exceptions carry colour and weight. */
export function StatusBadge({ status }: { status: VlUserStatus }) {
  const { t } = useMessages();
  const { icon: Icon, className } = LOOKS[status];
  return (
    <span className={classNames(styles.status, className)}>
      <Icon />
      {t(statusName(status))}
    </span>
  );
}
