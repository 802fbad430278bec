import {
  type ChangeEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from './class-names.ts';
import { trackColumns } from './data-columns.ts';
import { DataHeader } from './data-header.tsx';
import { DataRow } from './data-row.tsx';
import styles from './data-table.module.css';
import { useGridFocus } from './use-grid-focus.ts';
import { PHONE, useMediaQuery } from './use-media-query.ts';
import { useFocusOfClosedRow, useOpenRowInSight } from './use-open-row.ts';
import { useRowVirtualizer } from './use-row-virtualizer.ts';

export interface DataColumn<Item> {
  id: string;
  header: string;
  render: (item: Item) => ReactNode;
  /** Its cells hold a control, which has focus in place of the cell. */
  holdsControl?: boolean;
  /** Names the row for screen readers. Default: the first column. */
  isRowHeader?: boolean;
  isSortable?: boolean;
  /** Pixels, or a share of what is left ("2fr"). Default "1fr". */
  width?: number | `${number}fr`;
  minWidth?: number;
  align?: 'start' | 'end';
  /** The header is only read out: a column of buttons. */
  hideHeader?: boolean;
}

export interface DataSort {
  column: string;
  direction: 'ascending' | 'descending';
}

export interface DataTableProps<Item extends { readonly id: string }> {
  /** Names the table. */
  label: string;
  /** Keep the same array while they are the same (`useMemo`): rows are drawn anew when it changes. */
  columns: readonly DataColumn<Item>[];
  /** What is loaded so far. An item that changes must be a new object. */
  items: readonly Item[];
  /** What the row says in one breath: the person's name. */
  nameOf: (item: Item) => string;
  /** How many there are on the server, loaded or not. */
  totalCount?: number;
  /** 44, or 52 with two lines, or 36. */
  rowHeight?: 36 | 44 | 52;
  sort?: DataSort;
  onSort?: (sort: DataSort) => void;
  /** With it rows have check boxes. */
  selectedIds?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
  /** Enter or a click on a row. */
  onOpen?: (id: string) => void;
  /** The row whose pane is open. */
  openId?: string | null;
  /** Called when the end comes in sight; leave out when all is loaded. */
  onLoadMore?: () => void;
  isLoadingMore?: boolean;
  /** A row as a card, for phones; with it phones get one column without check boxes. */
  renderCard?: (item: Item) => ReactNode;
  /** `page`: as tall as its rows. Default `self`: as tall as its place, and scrolls itself. */
  scroll?: 'self' | 'page';
}

/** From so many rows on a list is worth 240 px. */
const LONG = 5;
const HEADING_HEIGHT = 40;
const ESTIMATED_CARD_HEIGHT = 92;
/** How many rows before the end the next ones are asked for. */
const LOAD_AHEAD = 20;
const CONTROL = 'button, a[href], input, label';

/**
 * A list of any length as a grid: only rows in sight are in the document, one tab stop, arrow keys move.
 * Its place must be a flex column that gives it height; at most one control belongs in a cell.
 */
export function DataTable<Item extends { readonly id: string }>(props: DataTableProps<Item>) {
  const { items, nameOf, selectedIds, onSelect, onOpen, openId, renderCard } = props;
  const { t } = useMessages();
  const isPhone = useMediaQuery(PHONE);
  const hasCards = isPhone && renderCard !== undefined;
  const isSelectable = selectedIds !== undefined && !hasCards;
  const cards = useCardColumn(props.columns[0]?.header ?? '', renderCard);
  const columns = hasCards ? cards : props.columns;
  const rowHeader = columns.find((column) => column.isRowHeader) ?? columns[0];
  const { template, minWidth } = trackColumns(columns as readonly DataColumn<never>[], isSelectable);
  const scrollsWithPage = props.scroll === 'page' || hasCards;
  const rowHeight = hasCards ? ESTIMATED_CARD_HEIGHT : (props.rowHeight ?? 44);

  const grid = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const { active, moveTo, gridProps } = useGridFocus({
    grid,
    rowCount: items.length,
    columnCount: columns.length + (isSelectable ? 1 : 0),
    pageSize: () => Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / rowHeight) - 2),
    reveal: (row) => virtualizer.scrollToIndex(row, { align: 'auto' }),
    onExtend: (from, to) => isSelectable && selectRange(from, to),
  });
  const virtualizer = useRowVirtualizer({
    rows,
    grid,
    scrollsWithPage,
    count: items.length,
    rowHeight,
    keyOf: (index) => items[index]?.id ?? String(index),
    keptIndex: active.row < 0 ? null : active.row,
    stickyHeight: HEADING_HEIGHT,
  });
  useFocusOfClosedRow(openId ?? null, (id) => {
    const row = items.findIndex((item) => item.id === id);
    if (row < 0 || rowHeader === undefined) return;
    moveTo({ row, column: columns.indexOf(rowHeader) + (isSelectable ? 1 : 0) });
  });

  useOpenRowInSight(hasCards ? null : (openId ?? null), rowHeight, (id) => {
    const row = items.findIndex((item) => item.id === id);
    if (row >= 0) virtualizer.scrollToIndex(row, { align: 'auto' });
  });

  const visible = virtualizer.getVirtualItems();
  useLoadMore(items.length, visible.at(-1)?.index ?? 0, props);

  const toggle = (id: string) => {
    const next = new Set(selectedIds);
    if (!next.delete(id)) next.add(id);
    onSelect?.(next);
  };
  const selectRange = (from: number, to: number) => {
    const range = items.slice(Math.min(from, to), Math.max(from, to) + 1);
    onSelect?.(new Set([...(selectedIds ?? []), ...range.map(({ id }) => id)]));
  };
  const selectAll = () => onSelect?.(new Set(items.map(({ id }) => id)));

  const selection = isSelectable ? extentOf(items, selectedIds) : null;
  const changeSelection = (event: ChangeEvent<HTMLDivElement>) => {
    if (!isSelectable || event.target.closest('[data-column="0"]') === null) return;
    const id = rowIdOf(event.target);
    if (id !== null) toggle(id);
    else if (selection === 'all') onSelect?.(new Set());
    else selectAll();
  };
  const openByClick = (event: MouseEvent) => {
    const id = rowIdOf(event.target);
    if (id !== null && !isControl(event.target) && !hasMarkedText()) onOpen?.(id);
  };
  const workByKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const id = isControl(event.target) ? null : rowIdOf(event.target);
    if (event.key === 'a' && (event.ctrlKey || event.metaKey) && isSelectable) {
      event.preventDefault();
      selectAll();
    } else if (event.key === ' ' && id !== null && isSelectable) {
      event.preventDefault();
      toggle(id);
    } else if (event.key === 'Enter' && id !== null) {
      onOpen?.(id);
    } else gridProps.onKeyDown(event);
  };

  return (
    <div
      className={classNames(
        styles.frame,
        items.length >= LONG && styles.long,
        scrollsWithPage && styles.natural,
        hasCards && styles.cards,
      )}
    >
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={(props.totalCount ?? items.length) + 1}
        aria-multiselectable={isSelectable || undefined}
        ref={grid}
        className={styles.table}
        {...gridProps}
        onKeyDown={workByKey}
        onClick={openByClick}
        onChange={changeSelection}
      >
        <DataHeader
          columns={columns}
          template={template}
          sort={props.sort}
          onSort={props.onSort}
          selection={selection}
          activeColumn={active.row === -1 ? active.column : null}
        />
        <div
          role="rowgroup"
          ref={rows}
          style={{ height: virtualizer.getTotalSize(), minWidth }}
          className={styles.rows}
        >
          {visible.map(({ index, start }) => {
            const item = items[index];
            return (
              item && (
                <DataRow
                  key={item.id}
                  item={item}
                  index={index}
                  id={item.id}
                  name={nameOf(item)}
                  columns={columns}
                  rowHeaderId={rowHeader?.id}
                  template={template}
                  top={start - virtualizer.options.scrollMargin}
                  height={hasCards ? null : rowHeight}
                  isSelected={isSelectable ? selectedIds.has(item.id) : null}
                  isOpen={item.id === openId}
                  activeColumn={index === active.row ? active.column : null}
                  canOpen={onOpen !== undefined}
                  measure={hasCards ? virtualizer.measureElement : undefined}
                />
              )
            );
          })}
        </div>
      </div>
      <div role="status" className={styles.more}>
        {props.isLoadingMore && t('ui.table.loadingMore')}
      </div>
    </div>
  );
}

function useCardColumn<Item>(
  header: string,
  render: ((item: Item) => ReactNode) | undefined,
): DataColumn<Item>[] {
  return useMemo(() => [{ id: 'card', header, render: render ?? (() => null) }], [header, render]);
}

/** Asks once for each length of the list, when its end comes near. */
function useLoadMore(
  count: number,
  lastVisible: number,
  { onLoadMore, isLoadingMore }: Pick<DataTableProps<never>, 'onLoadMore' | 'isLoadingMore'>,
): void {
  const askedAt = useRef(-1);
  useEffect(() => {
    const isNearEnd = lastVisible >= count - LOAD_AHEAD;
    if (!isNearEnd || isLoadingMore || onLoadMore === undefined || askedAt.current === count) return;
    askedAt.current = count;
    onLoadMore();
  }, [count, lastVisible, isLoadingMore, onLoadMore]);
}

function extentOf(
  items: readonly { id: string }[],
  selectedIds: ReadonlySet<string>,
): 'all' | 'some' | 'none' {
  const selected = items.filter(({ id }) => selectedIds.has(id)).length;
  if (selected === 0) return 'none';
  return selected === items.length ? 'all' : 'some';
}

function rowIdOf(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  return row?.dataset.key ?? null;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest(CONTROL) !== null;
}

/** Whether the person is marking text to copy it: that is no click on the row. */
function hasMarkedText(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}
