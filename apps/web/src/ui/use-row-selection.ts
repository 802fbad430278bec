import { useCallback, useMemo, useRef } from 'react';

export interface RowSelectionOptions {
  /** What is loaded, in the order shown. */
  items: readonly { readonly id: string }[];
  /** undefined where rows cannot be selected. */
  selectedIds: ReadonlySet<string> | undefined;
  /** Every row counts as selected, those that are not loaded too. */
  isAllSelected: boolean;
  onSelect: ((ids: ReadonlySet<string>) => void) | undefined;
  /** Selects what is not loaded too; where it is left out, all is what is loaded. */
  onSelectAll: (() => void) | undefined;
}

interface Range {
  /** The row that stays in it however far it reaches. */
  readonly anchorId: string;
  /** What was selected before it began. */
  readonly before: ReadonlySet<string>;
}

/**
 * Selects rows one by one, from one to another, or all of them. What is selected and not loaded stays selected.
 *
 * A range grows and shrinks from the row where it began, as long as nothing else was selected since.
 */
export function useRowSelection(options: RowSelectionOptions) {
  const { items, isAllSelected, onSelect, onSelectAll } = options;
  const range = useRef<Range | null>(null);
  const selected = useMemo<ReadonlySet<string>>(
    () => (isAllSelected ? new Set(items.map(({ id }) => id)) : (options.selectedIds ?? new Set())),
    [isAllSelected, items, options.selectedIds],
  );
  const extent = useMemo(() => extentOf(items, selected), [items, selected]);

  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    range.current = { anchorId: id, before: next };
    onSelect?.(next);
  };
  const extend = (from: number, to: number) => {
    const anchorId = range.current?.anchorId ?? items[from]?.id;
    const anchor = items.findIndex(({ id }) => id === anchorId);
    if (anchorId === undefined || anchor < 0) return;
    range.current ??= { anchorId, before: selected };
    const between = items.slice(Math.min(anchor, to), Math.max(anchor, to) + 1);
    onSelect?.(new Set([...range.current.before, ...between.map(({ id }) => id)]));
  };
  const selectLoaded = () => onSelect?.(new Set([...selected, ...items.map(({ id }) => id)]));
  return {
    isSelected: (id: string) => selected.has(id),
    extent,
    toggle,
    /** From the row where the range began, else from `from`, to `to`: places among the loaded rows. */
    extend,
    endRange: useCallback(() => {
      range.current = null;
    }, []),
    /** All loaded rows; where they are selected already, none of them. */
    toggleLoaded: () => {
      range.current = null;
      if (extent !== 'all') selectLoaded();
      else onSelect?.(withoutLoaded(isAllSelected ? new Set() : selected, items));
    },
    selectAll: () => {
      range.current = null;
      if (onSelectAll === undefined) selectLoaded();
      else onSelectAll();
    },
  };
}

function withoutLoaded(
  selected: ReadonlySet<string>,
  items: readonly { readonly id: string }[],
): ReadonlySet<string> {
  const rest = new Set(selected);
  for (const { id } of items) rest.delete(id);
  return rest;
}

function extentOf(
  items: readonly { readonly id: string }[],
  selected: ReadonlySet<string>,
): 'all' | 'some' | 'none' {
  const count = items.filter(({ id }) => selected.has(id)).length;
  if (count === 0) return 'none';
  return count === items.length ? 'all' : 'some';
}
