import type { AssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { ChangeInWords } from '../../changes/change-in-words.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './activity.module.css';
import { ChangeActions } from './change-actions.tsx';

/** One change in the list: when, who did what to whom, why, how it stands, and the ways on. */
export function ChangeRow({ change, isLast }: { change: AssignmentChange; isLast: boolean }) {
  const { t, formatTime } = useMessages();
  const failed = change.progress.filter(({ state }) => state === 'failed').length;
  const isWaiting = change.progress.some(({ state }) => state === 'waiting');
  return (
    <div className={classNames(styles.row, isLast && styles.last)}>
      <time dateTime={change.at} className={styles.time}>
        {formatTime(change.at)}
      </time>
      <div className={styles.what}>
        <p>
          <ChangeInWords change={change} />
        </p>
        {change.reason !== null && (
          <p className={styles.quiet}>{t('activity.reason', { reason: change.reason })}</p>
        )}
        {change.undo.possible && change.mail.held > 0 && (
          <p className={styles.quiet}>{t('activity.held', { count: change.mail.held })}</p>
        )}
      </div>
      <div className={styles.end}>
        {change.undoneBy !== null && <span className={styles.state}>{t('activity.undone')}</span>}
        {isWaiting && <span className={styles.state}>{t('activity.inProgress')}</span>}
        {failed > 0 && <strong className={styles.failed}>{t('activity.failed', { count: failed })}</strong>}
        <ChangeActions change={change} />
      </div>
    </div>
  );
}
