import type { PeopleFilter, PeopleSelection } from '@muniment/contract/selections.ts';
import type { VlUser } from '@muniment/contract/vl-users.ts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { showToast } from '../../ui/toasts.tsx';

interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** All who match, loaded or not. */
  readonly isAll: boolean;
  /** The filters under which they were chosen, written. */
  readonly filterKey: string;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Who is selected: people by id, which outlasts paging and sorting, or all who match the filters. Other filters list
 * other people: then nobody is selected any more, and a toast says so.
 *
 * @param matching How many match the filters; null while that is not known.
 * @param everybody Who they are, where all are loaded; else null. Whoever left is not selected any more.
 */
export function useSelection(
  filter: PeopleFilter,
  matching: number | null,
  everybody: readonly VlUser[] | null,
) {
  const { t } = useMessages();
  const filterKey = JSON.stringify(filter);
  const [chosen, setChosen] = useState<Chosen>({ ids: NOBODY, isAll: false, filterKey });
  const isStale = chosen.filterKey !== filterKey;
  const ids = isStale ? NOBODY : chosen.ids;
  const isAll = !isStale && chosen.isAll;

  useEffect(() => {
    if (!isStale) return;
    if (chosen.isAll || chosen.ids.size > 0) {
      showToast({ tone: 'info', title: t('selection.cleared'), message: t('selection.cleared.body') });
    }
    setChosen({ ids: NOBODY, isAll: false, filterKey });
  }, [isStale, chosen, filterKey, t]);

  useEffect(() => {
    if (everybody === null) return;
    const there = new Set(everybody.map(({ id }) => id));
    setChosen((now) => {
      if (now.filterKey !== filterKey || [...now.ids].every((id) => there.has(id))) return now;
      return { ...now, ids: new Set([...now.ids].filter((id) => there.has(id))) };
    });
  }, [everybody, filterKey]);

  const select = useCallback(
    (next: ReadonlySet<string>) => setChosen({ ids: next, isAll: false, filterKey }),
    [filterKey],
  );
  const selectAll = useCallback(() => setChosen({ ids: NOBODY, isAll: true, filterKey }), [filterKey]);
  const clear = useCallback(() => select(NOBODY), [select]);
  const people = useMemo(
    (): PeopleSelection => (isAll ? { matching: filter } : { vlUserIds: [...ids] }),
    [isAll, filter, ids],
  );
  return { ids, isAll, count: isAll ? (matching ?? 0) : ids.size, people, select, selectAll, clear };
}

export type SelectedPeople = ReturnType<typeof useSelection>;
