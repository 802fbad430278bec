import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from './class-names.ts';
import { nextSort } from './data-columns.ts';
import { SelectionCell } from './data-row.tsx';
import styles from './data-table.module.css';
import type { DataColumn, DataSort } from './data-table.tsx';

export interface DataHeaderProps<Item> {
  columns: readonly DataColumn<Item>[];
  template: string;
  sort: DataSort | undefined;
  onSort: ((sort: DataSort) => void) | undefined;
  /** Whether all, some or none of the loaded rows are selected; null where rows cannot be selected. */
  selection: 'all' | 'some' | 'none' | null;
  activeColumn: number | null;
}

/** The row of headers; a sortable one is a button. */
export function DataHeader<Item>(props: DataHeaderProps<Item>) {
  const { columns, sort, onSort, selection, activeColumn } = props;
  const { t } = useMessages();
  const shift = selection === null ? 0 : 1;
  return (
    <div role="rowgroup" className={styles.head}>
      <div
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: props.template }}
        className={styles.headRow}
      >
        {selection !== null && (
          <SelectionCell
            isHeader
            data-row={-1}
            data-column={0}
            tabIndex={activeColumn === 0 ? 0 : -1}
            label={t('ui.table.selectAll')}
            isSelected={selection === 'all'}
            isMixed={selection === 'some'}
          />
        )}
        {columns.map((column, position) => {
          const direction = sort?.column === column.id ? sort.direction : undefined;
          const tabIndex = position + shift === activeColumn ? 0 : -1;
          const words = (
            <span className={classNames(styles.cut, column.hideHeader && 'visually-hidden')}>
              {column.header}
            </span>
          );
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={column.isSortable ? (direction ?? 'none') : undefined}
              data-row={-1}
              data-column={position + shift}
              tabIndex={column.isSortable ? undefined : tabIndex}
              className={classNames(styles.column, column.align === 'end' && styles.end)}
            >
              {column.isSortable ? (
                <button
                  type="button"
                  tabIndex={tabIndex}
                  onClick={() => onSort?.(nextSort(column.id, sort))}
                  className={styles.sorter}
                >
                  {words}
                  {direction === 'ascending' && <ArrowUp size={14} aria-hidden />}
                  {direction === 'descending' && <ArrowDown size={14} aria-hidden />}
                </button>
              ) : (
                words
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
