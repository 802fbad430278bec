import { type CSSProperties, memo, type ReactNode, type Ref } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import type { DataColumn } from './data-table.tsx';

export interface DataRowProps<Item> {
  item: Item;
  index: number;
  id: string;
  name: string;
  columns: readonly DataColumn<Item>[];
  rowHeaderId: string | undefined;
  template: string;
  /** Pixels from the top of the rows. */
  top: number;
  /** Pixels; null where the row is as tall as its content, and measured. */
  height: number | null;
  /** null where rows cannot be selected. */
  isSelected: boolean | null;
  isOpen: boolean;
  /** The cell that Tab leads to; null where it is in another row. */
  activeColumn: number | null;
  canOpen: boolean;
  measure: Ref<HTMLDivElement> | undefined;
}

/** One row. Drawn anew only when something of its own changes: scrolling moves hundreds of them past. */
export const DataRow = memo(function DataRow<Item>(props: DataRowProps<Item>) {
  const { item, index, id, columns, isSelected, activeColumn } = props;
  const { t } = useMessages();
  const shift = isSelected === null ? 0 : 1;
  const place = (column: number) => ({
    'data-row': index,
    'data-column': column,
    tabIndex: column === activeColumn ? 0 : -1,
  });
  const style: CSSProperties = {
    gridTemplateColumns: props.template,
    transform: `translateY(${props.top}px)`,
    height: props.height ?? undefined,
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected ?? undefined}
      data-index={index}
      data-key={id}
      data-selected={isSelected === true ? 'true' : undefined}
      ref={props.measure}
      style={style}
      className={classNames(styles.row, props.isOpen && styles.open, props.canOpen && styles.opens)}
    >
      {isSelected !== null && (
        <SelectionCell
          {...place(0)}
          label={t('ui.table.select', { name: props.name })}
          isSelected={isSelected}
          isMixed={false}
        />
      )}
      {columns.map((column, position) => (
        <div
          key={column.id}
          role={column.id === props.rowHeaderId ? 'rowheader' : 'gridcell'}
          {...place(position + shift)}
          tabIndex={column.holdsControl ? undefined : place(position + shift).tabIndex}
          className={classNames(styles.cell, column.align === 'end' && styles.end)}
        >
          {column.render(item)}
        </div>
      ))}
    </div>
  );
}) as <Item>(props: DataRowProps<Item>) => ReactNode;

interface SelectionCellProps {
  'data-row': number;
  'data-column': number;
  tabIndex: number;
  label: string;
  isSelected: boolean;
  isMixed: boolean;
  isHeader?: boolean;
}

/** A check box of a row or of all rows. The table listens for its change, by the place of its cell. */
export function SelectionCell(props: SelectionCellProps) {
  const { label, isSelected, isMixed, isHeader, tabIndex, ...place } = props;
  return (
    <div {...place} role={isHeader ? 'columnheader' : 'gridcell'} className={styles.select}>
      <input
        type="checkbox"
        tabIndex={tabIndex}
        aria-label={label}
        checked={isSelected}
        ref={(box) => {
          if (box !== null) box.indeterminate = isMixed;
        }}
        readOnly
        className={styles.box}
      />
    </div>
  );
}
