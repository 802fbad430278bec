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
import {
  asksForMenu,
  hasMarkedText,
  hasShift,
  isControl,
  isFromPortal,
  openRowMenu,
  rowIdOf,
  rowIndexOf,
} from './data-table-events.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useLoadMore } from './use-load-more.ts';
import { PHONE, useMediaQuery } from './use-media-query.ts';
import { useFocusOfClosedRow } from './use-open-row.ts';
import { useRowSelection } from './use-row-selection.ts';
import { useRowVirtualizer } from './use-row-virtualizer.ts';
import { useSteadyRows } from './use-steady-rows.ts';

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
  /** With it rows have check boxes. What is not loaded may be in it too, and stays. */
  selectedIds?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
  /** All are selected, those that are not loaded too. Unticking one leaves the loaded others. */
  isAllSelected?: boolean;
  /** Ctrl A: selects all that there are. Left out, it selects what is loaded. */
  onSelectAll?: () => void;
  /** Enter or a click on a row. */
  onOpen?: (id: string) => void;
  /** The row whose pane is open. */
  openId?: string | null;
  /** Esc in the table, where nothing in it took the key. */
  onEscape?: () => void;
  /** Called when the end comes in sight; leave out when all is loaded. */
  onLoadMore?: () => void;
  isLoadingMore?: boolean;
  /** Told after every drawing which rows are in sight. */
  onLookAt?: (first: number, last: number) => void;
  /** A row as a card, for phones: one column. With check boxes a tap selects and opens nothing. */
  renderCard?: (item: Item) => ReactNode;
  /** Names what is listed: another view begins at its top, the same one stays where one reads. */
  viewKey?: string;
  /** `page`: as tall as its rows. Default `self`: as tall as its place, and scrolls itself. */
  scroll?: 'self' | 'page';
}

/** From so many rows on a list is worth 240 px. */
const LONG = 5;
const HEADING_HEIGHT = 40;
const ESTIMATED_CARD_HEIGHT = 92;

/**
 * A list of any length as a grid: only rows in sight are in the document, one tab stop, arrow keys move.
 * Its place must be a flex column that gives it height; at most one control belongs in a cell.
 */
export function DataTable<Item extends { readonly id: string }>(props: DataTableProps<Item>) {
  const { items, nameOf, onOpen, openId, renderCard } = props;
  const { t } = useMessages();
  const isPhone = useMediaQuery(PHONE);
  const hasCards = isPhone && renderCard !== undefined;
  const isSelectable = props.selectedIds !== undefined;
  const named = props.columns.find((column) => column.isRowHeader) ?? props.columns[0];
  const cards = useCardColumn(named?.header ?? '', renderCard);
  const columns = hasCards ? cards : props.columns;
  const rowHeader = hasCards ? columns[0] : named;
  const { template, minWidth } = trackColumns(columns as readonly DataColumn<never>[], isSelectable);
  const scrollsWithPage = props.scroll === 'page' || hasCards;
  const rowHeight = hasCards ? ESTIMATED_CARD_HEIGHT : (props.rowHeight ?? 44);

  const grid = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const selection = useRowSelection({
    items,
    selectedIds: props.selectedIds,
    isAllSelected: props.isAllSelected ?? false,
    onSelect: props.onSelect,
    onSelectAll: props.onSelectAll,
  });
  const { active, moveTo, gridProps } = useGridFocus({
    grid,
    rowCount: items.length,
    rows: items,
    columnCount: columns.length + (isSelectable ? 1 : 0),
    pageSize: () => Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / rowHeight) - 2),
    reveal: (row) => virtualizer.scrollToIndex(row, { align: 'auto' }),
    onExtend: (from, to) => isSelectable && selection.extend(from, to),
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

  const visible = virtualizer.getVirtualItems();
  useSteadyRows({
    virtualizer,
    visible,
    items,
    rowHeight,
    openId: hasCards ? null : (openId ?? null),
    viewKey: props.viewKey,
  });
  useLoadMore(items.length, visible.at(-1)?.index ?? 0, props);
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  const { onLookAt } = props;
  useEffect(() => onLookAt?.(startIndex, endIndex), [onLookAt, startIndex, endIndex]);

  const changeSelection = (event: ChangeEvent<HTMLDivElement>) => {
    if (!isSelectable || event.target.closest('[data-column="0"]') === null) return;
    const id = rowIdOf(event.target);
    if (id === null) selection.toggleLoaded();
    else if (hasShift(event.nativeEvent)) selection.extend(active.row, rowIndexOf(event.target));
    else selection.toggle(id);
  };
  const workByClick = (event: MouseEvent<HTMLElement>) => {
    const id = rowIdOf(event.target);
    if (id === null || isControl(event.target) || isFromPortal(event)) return;
    if (isSelectable && event.shiftKey) {
      window.getSelection()?.removeAllRanges();
      selection.extend(active.row, rowIndexOf(event.target));
    } else if (isSelectable && (event.ctrlKey || event.metaKey || hasCards)) selection.toggle(id);
    else if (!hasMarkedText()) onOpen?.(id);
  };
  const workByKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const id = isControl(event.target) ? null : rowIdOf(event.target);
    if (isFromPortal(event)) return;
    const hasCommand = event.ctrlKey || event.metaKey;
    if (!event.shiftKey) selection.endRange();
    if (event.key === 'a' && hasCommand && isSelectable) {
      event.preventDefault();
      selection.selectAll();
    } else if (event.key === ' ' && id !== null && isSelectable) {
      event.preventDefault();
      selection.toggle(id);
    } else if (event.key === 'Enter' && id !== null) {
      onOpen?.(id);
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      props.onEscape?.();
    } else if (asksForMenu(event)) {
      if (openRowMenu(event.target)) event.preventDefault();
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
        onClick={workByClick}
        onChange={changeSelection}
      >
        <DataHeader
          columns={columns}
          template={template}
          sort={props.sort}
          onSort={props.onSort}
          selection={isSelectable ? selection.extent : null}
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
                  isSelected={isSelectable ? selection.isSelected(item.id) : null}
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
