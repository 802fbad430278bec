import { useQuery } from '@tanstack/react-query';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { ChangeInWords } from '../../changes/change-in-words.tsx';
import { UndoButton } from '../../changes/undo-button.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Link } from '../../ui/link.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { recentChangesQuery } from './overview-queries.ts';
import styles from './recent-changes.module.css';

/** The newest changes on the license IDs that one administers, in words, each to be undone where it can be. @source B8 */
export function RecentChanges() {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const { data: changes, isError, refetch } = useQuery(recentChangesQuery(api, number));
  return (
    <section aria-labelledby="recent-changes" className={styles.changes}>
      <h2 id="recent-changes" tabIndex={-1}>
        {t('overview.changes')}
      </h2>
      {isError && changes === undefined && (
        <p>
          {t('overview.changes.error')}{' '}
          <LinkButton onPress={() => void refetch()}>{t('ui.error.retry')}</LinkButton>
        </p>
      )}
      {changes?.length === 0 && <p className={styles.quiet}>{t('overview.changes.none')}</p>}
      <ul className={styles.list}>
        {changes?.map((change) => (
          <li key={change.id}>
            <p>
              <ChangeInWords change={change} />
            </p>
            <div className={styles.facts}>
              <RelativeTime at={change.at} />
              {change.undoneBy !== null && <span>{t('overview.changes.undone')}</span>}
              <UndoButton change={change} />
            </div>
          </li>
        ))}
      </ul>
      {changes !== undefined && changes.length > 0 && (
        <p>
          <Link href={paths.activity(number)}>{t('overview.changes.all')}</Link>
        </p>
      )}
    </section>
  );
}
