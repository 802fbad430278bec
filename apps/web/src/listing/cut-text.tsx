import type { DataColumn } from '../ui/data-table.tsx';
import styles from './cut-text.module.css';

/** A text in a cell, which ends in dots where there is no room for it; the mouse tells all of it. */
export function CutText({ children }: { children: string }) {
  return (
    <span className={styles.text} title={children}>
      {children}
    </span>
  );
}

/** Columns whose plain texts are cut so. */
export function withCutTexts<Item>(columns: readonly DataColumn<Item>[]): DataColumn<Item>[] {
  return columns.map((column) => ({
    ...column,
    render: (item) => {
      const content = column.render(item);
      return typeof content === 'string' ? <CutText>{content}</CutText> : content;
    },
  }));
}
