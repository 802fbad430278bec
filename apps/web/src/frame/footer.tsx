import { useMe } from '../app/organization.ts';
import { useOverview } from '../app/use-overview.ts';
import { useMessages } from '../messages/messages.tsx';
import { GiveFeedback } from '../pages/feedback/give-feedback.tsx';
import styles from './footer.module.css';
import { useNow } from './use-now.ts';

const RENEW_MILLISECONDS = 30_000;

/** Docked below every page: how fresh what one sees is, and whose instance this is. */
export function Footer() {
  const { t, formatRelative } = useMessages();
  const me = useMe();
  const syncedAt = useOverview()?.directorySyncedAt ?? null;
  const now = useNow(RENEW_MILLISECONDS);
  return (
    <footer className={styles.footer}>
      <p className={styles.status}>
        {me.demo && <span className={styles.demo}>{t('frame.demo')}</span>}
        {syncedAt !== null && (
          <span>{t('frame.footer.synced', { when: formatRelative(new Date(syncedAt), now) })}</span>
        )}
        <span className={styles.effect}>{t('frame.footer.effect')}</span>
      </p>
      <div className={styles.end}>
        <span className={styles.publisher}>
          {t('frame.footer.publisher', { publisher: me.publisherName })}
        </span>
        <GiveFeedback />
      </div>
    </footer>
  );
}
