import type { AssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { useEffect, useMemo, useRef } from 'react';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import styles from './activity.module.css';
import { ChangeRow } from './change-row.tsx';

type Part =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'change'; readonly change: AssignmentChange; readonly isLast: boolean };

const ROW_HEIGHT = 57;
const DAY_MS = 24 * 60 * 60 * 1_000;

interface ChangeListProps {
  changes: readonly AssignmentChange[];
  /** Left out when all are loaded. */
  onLoadMore: (() => void) | undefined;
  isLoadingMore: boolean;
}

/** Changes under the days on which they were made. */
export function ChangeList({ changes, onLoadMore, isLoadingMore }: ChangeListProps) {
  const messages = useMessages();
  const parts = useMemo(() => partsOf(changes, messages), [changes, messages]);
  return (
    <>
      <VirtualList
        label={messages.t('activity.list')}
        items={parts}
        keyOf={keyOf}
        estimatedHeight={ROW_HEIGHT}
      >
        {(part) =>
          part.kind === 'day' ? (
            <h2 className={styles.day}>{part.day}</h2>
          ) : (
            <ChangeRow change={part.change} isLast={part.isLast} />
          )
        }
      </VirtualList>
      {onLoadMore && <LoadMore onLoadMore={onLoadMore} isLoadingMore={isLoadingMore} />}
    </>
  );
}

/** A button that presses itself when it comes in sight: nobody has to, and everybody can. */
function LoadMore({ onLoadMore, isLoadingMore }: { onLoadMore: () => void; isLoadingMore: boolean }) {
  const { t } = useMessages();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null || isLoadingMore) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onLoadMore(), {
      rootMargin: '400px',
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [onLoadMore, isLoadingMore]);
  return (
    <div ref={place} className={styles.more}>
      <Button isPending={isLoadingMore} onPress={onLoadMore}>
        {t('activity.more')}
      </Button>
    </div>
  );
}

function keyOf(part: Part): string {
  return part.kind === 'day' ? part.day : part.change.id;
}

function partsOf(changes: readonly AssignmentChange[], messages: Messages): Part[] {
  const days = Map.groupBy(changes, ({ at }) => dayOf(at, messages));
  return [...days].flatMap(([day, ofDay]): Part[] => [
    { kind: 'day', day },
    ...ofDay.map((change, index) => ({
      kind: 'change' as const,
      change,
      isLast: index === ofDay.length - 1,
    })),
  ]);
}

function dayOf(at: string, { t, formatDate }: Messages): string {
  const day = formatDate(new Date(at));
  const now = Date.now();
  if (day === formatDate(new Date(now))) return t('activity.today');
  return day === formatDate(new Date(now - DAY_MS)) ? t('activity.yesterday') : day;
}
