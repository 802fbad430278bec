import { type AssignmentChange, listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { Api } from '../../../../api/client.ts';
import { useApi, useOrganization } from '../../../../app/organization.ts';
import { paths } from '../../../../app/paths.ts';
import { ChangeInWords } from '../../../../changes/change-in-words.tsx';
import { LicenseChange } from '../../../../changes/license-change.tsx';
import { useMessages } from '../../../../messages/messages.tsx';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Link } from '../../../../ui/link.tsx';
import { PageError } from '../../../../ui/page-error.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { useIsSlow } from '../../../../ui/use-is-slow.ts';
import styles from './person-history.module.css';

const CHANGES_PER_PAGE = 25;
/** Of a change on many license IDs, as many are shown. */
const LICENSES_SHOWN = 3;

/** @param at Changes after this moment are left out; undefined: none is. */
function historyQuery(api: Api, organization: string, vlUserId: string, at: string | undefined) {
  const isBefore = (change: AssignmentChange) => at === undefined || Date.parse(change.at) <= Date.parse(at);
  return infiniteQueryOptions({
    queryKey: [organization, 'person-history', vlUserId, at ?? null],
    queryFn: async ({ pageParam, signal }) => {
      // The newest come first: whole pages may be of later.
      for (let cursor = pageParam; ; ) {
        const query = { vlUserId, limit: CHANGES_PER_PAGE, ...(cursor === null ? {} : { cursor }) };
        const page = await api.call(listAssignmentChanges, { query, signal });
        const items = page.items.filter(isBefore);
        if (items.length > 0 || page.nextCursor === null) return { ...page, items };
        cursor = page.nextCursor;
      }
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export interface PersonHistoryProps {
  vlUserId: string;
  /** A past moment, up to which it is told; undefined: now. */
  at: string | undefined;
}

/** What became of one person's roles, day by day, the newest first. @source B5 */
export default function PersonHistory({ vlUserId, at }: PersonHistoryProps) {
  const { t, formatDate } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const history = useInfiniteQuery(historyQuery(api, number, vlUserId, at));
  const isSlow = useIsSlow(history.isPending);
  if (history.data === undefined) {
    if (history.error) {
      return (
        <PageError title={t('history.error')} error={history.error} onRetry={() => void history.refetch()} />
      );
    }
    return isSlow && <SkeletonRows rowHeight={52} />;
  }
  const changes = history.data.pages.flatMap(({ items }) => items);
  if (changes.length === 0) {
    if (at !== undefined) return <EmptyState title={t('history.none.then')} />;
    return <EmptyState title={t('history.none')}>{t('history.none.body')}</EmptyState>;
  }
  const days = Map.groupBy(changes, ({ at }) => formatDate(new Date(at)));
  return (
    <div className={styles.history}>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h3 className={styles.day}>{day}</h3>
          <ul className={styles.changes}>
            {ofDay.map((change) => (
              <li key={change.id} className={styles.change}>
                <Change change={change} vlUserId={vlUserId} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {history.hasNextPage && (
        <Button isPending={history.isFetchingNextPage} onPress={() => void history.fetchNextPage()}>
          {t('history.more')}
        </Button>
      )}
    </div>
  );
}

/** The part of a change that is about the person. */
function Change({ change, vlUserId }: { change: AssignmentChange; vlUserId: string }) {
  const { t, formatDateTime } = useMessages();
  const { number } = useOrganization();
  const own = change.difference.filter((one) => one.vlUserId === vlUserId);
  const shown = own.length > 1 ? own.slice(0, LICENSES_SHOWN) : [];
  const rest = own.length - shown.length;
  return (
    <>
      <p>
        <ChangeInWords change={{ ...change, difference: own }} />
      </p>
      {change.reason !== null && (
        <p className={styles.reason}>{t('why.reason', { reason: change.reason })}</p>
      )}
      {shown.map((difference) => (
        <LicenseChange key={difference.licenseId} difference={difference} showUnchanged={false} />
      ))}
      {shown.length > 0 && rest > 0 && (
        <p className={styles.quiet}>{t('history.licenses.more', { count: rest })}</p>
      )}
      <div className={styles.facts}>
        <RelativeTime at={change.at} />
        {change.undoneBy !== null && <span>{t('history.undone')}</span>}
        <Link
          href={paths.change(number, change.id)}
          aria-label={t('history.change.of', { date: formatDateTime(change.at) })}
        >
          {t('history.change')}
        </Link>
      </div>
    </>
  );
}
