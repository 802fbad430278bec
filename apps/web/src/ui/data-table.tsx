import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ComponentPropsWithRef, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Collection } from 'react-aria-components/Collection';
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLoadMoreItem,
  type TableProps,
} from 'react-aria-components/Table';
import { TableLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { useMessages } from '../messages/messages.tsx';
import { Checkbox } from './checkbox.tsx';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import { PHONE, useMediaQuery } from './use-media-query.ts';

export interface DataColumn<Item> {
  id: string;
  header: string;
  render: (item: Item) => ReactNode;
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

const HEADING_HEIGHT = 40;
const SELECTION_WIDTH = 44;
const ESTIMATED_CARD_HEIGHT = 92;

/**
 * A list of any length as a grid: only rows in sight are in the document, one tab stop, arrow keys move.
 * Its place must be a flex column that gives it height; at most one control belongs in a cell.
 */
export function DataTable<Item extends { readonly id: string }>(props: DataTableProps<Item>) {
  const { label, items, nameOf, sort, onSort, selectedIds, onSelect, onOpen, openId, renderCard } = props;
  const { t } = useMessages();
  const isPhone = useMediaQuery(PHONE);
  const hasCards = isPhone && renderCard !== undefined;
  const isSelectable = selectedIds !== undefined && !hasCards;
  const columns = hasCards ? cardColumns(props.columns, renderCard) : props.columns;
  const rowHeader = columns.find((column) => column.isRowHeader) ?? columns[0];
  const scrollsWithPage = props.scroll === 'page' || hasCards;
  const frame = useRef<HTMLDivElement>(null);
  useFocusOfClosedRow(frame, openId ?? null);
  const rowCount = (props.totalCount ?? items.length) + 1;

  return (
    <div
      ref={frame}
      className={classNames(styles.frame, scrollsWithPage && styles.natural, hasCards && styles.cards)}
    >
      <Virtualizer
        layout={TableLayout}
        layoutOptions={
          hasCards
            ? { estimatedRowHeight: ESTIMATED_CARD_HEIGHT, headingHeight: HEADING_HEIGHT }
            : { rowHeight: props.rowHeight ?? 44, headingHeight: HEADING_HEIGHT }
        }
      >
        <Table
          aria-label={label}
          className={styles.table}
          sortDescriptor={sort}
          onSortChange={(next) => onSort?.({ column: String(next.column), direction: next.direction })}
          selectionMode={isSelectable ? 'multiple' : 'none'}
          selectedKeys={isSelectable ? selectedIds : undefined}
          onSelectionChange={(keys) =>
            onSelect?.(keys === 'all' ? new Set(items.map(({ id }) => id)) : new Set([...keys].map(String)))
          }
          onRowAction={onOpen && ((key) => onOpen(String(key)))}
          render={withRowCount(rowCount)}
        >
          <TableHeader className={styles.head}>
            {isSelectable && (
              <Column
                id="selection"
                width={SELECTION_WIDTH}
                minWidth={SELECTION_WIDTH}
                className={styles.select}
              >
                <Checkbox slot="selection" />
              </Column>
            )}
            <Collection items={columns}>
              {(column) => (
                <Column
                  id={column.id}
                  isRowHeader={column === rowHeader}
                  allowsSorting={column.isSortable ?? false}
                  textValue={column.header}
                  width={column.width ?? '1fr'}
                  minWidth={column.minWidth ?? 80}
                  className={classNames(styles.column, column.align === 'end' && styles.end)}
                >
                  {({ sortDirection }) => (
                    <span className={styles.heading}>
                      <span className={classNames(styles.cut, column.hideHeader && 'visually-hidden')}>
                        {column.header}
                      </span>
                      {sortDirection === 'ascending' && <ArrowUp size={14} aria-hidden />}
                      {sortDirection === 'descending' && <ArrowDown size={14} aria-hidden />}
                    </span>
                  )}
                </Column>
              )}
            </Collection>
          </TableHeader>
          <TableBody>
            <Collection items={items} dependencies={[columns, openId, isSelectable, nameOf]}>
              {(item) => (
                <Row
                  id={item.id}
                  textValue={nameOf(item)}
                  className={classNames(styles.row, item.id === openId && styles.open)}
                >
                  {isSelectable && (
                    <Cell className={styles.select}>
                      <Checkbox slot="selection" />
                    </Cell>
                  )}
                  <Collection items={columns} idScope={item.id}>
                    {(column) => (
                      <Cell className={classNames(styles.cell, column.align === 'end' && styles.end)}>
                        {column.render(item)}
                      </Cell>
                    )}
                  </Collection>
                </Row>
              )}
            </Collection>
            {props.onLoadMore && (
              <TableLoadMoreItem
                onLoadMore={props.onLoadMore}
                isLoading={props.isLoadingMore ?? false}
                className={styles.more}
              >
                {t('ui.table.loadingMore')}
              </TableLoadMoreItem>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  );
}

function cardColumns<Item>(
  columns: readonly DataColumn<Item>[],
  render: (item: Item) => ReactNode,
): DataColumn<Item>[] {
  return [{ id: 'card', header: columns[0]?.header ?? '', render, isSortable: columns[0]?.isSortable }];
}

/** When the pane of a row closes and focus is lost with it, the row has it: the control may be a new one. */
function useFocusOfClosedRow(frame: RefObject<HTMLElement | null>, openId: string | null): void {
  const lastOpenId = useRef(openId);
  useEffect(() => {
    const closedId = openId === null ? lastOpenId.current : null;
    lastOpenId.current = openId;
    if (closedId === null) return;
    // After the pane had its own try at the control that opened it.
    const timer = setTimeout(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      const row = frame.current?.querySelector(`[role="row"][data-key="${CSS.escape(closedId)}"]`);
      if (isLost && row instanceof HTMLElement) row.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [frame, openId]);
}

/** React Aria counts the rows that are loaded; a screen reader should hear how many there are. */
function withRowCount(rowCount: number): TableProps['render'] {
  // biome-ignore lint/a11y/useAriaPropsSupportedByRole: React Aria's props make it a grid
  return (tableProps) => <div {...(tableProps as ComponentPropsWithRef<'div'>)} aria-rowcount={rowCount} />;
}
