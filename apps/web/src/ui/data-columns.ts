import type { DataColumn, DataSort } from './data-table.tsx';

const SELECTION_WIDTH = 44;
const MIN_WIDTH = 80;

/** The grid tracks of a row, and the width below which the table scrolls sideways. */
export function trackColumns(
  columns: readonly DataColumn<never>[],
  isSelectable: boolean,
): { template: string; minWidth: number } {
  const tracks = columns.map(({ width = '1fr', minWidth = MIN_WIDTH }) =>
    typeof width === 'number'
      ? { track: `${width}px`, least: width }
      : { track: `minmax(${minWidth}px, ${width})`, least: minWidth },
  );
  if (isSelectable) tracks.unshift({ track: `${SELECTION_WIDTH}px`, least: SELECTION_WIDTH });
  return {
    template: tracks.map(({ track }) => track).join(' '),
    minWidth: tracks.reduce((sum, { least }) => sum + least, 0),
  };
}

/** What a click on the header asks for: ascending, then descending. */
export function nextSort(column: string, sort: DataSort | undefined): DataSort {
  const isAscending = sort?.column === column && sort.direction === 'ascending';
  return { column, direction: isAscending ? 'descending' : 'ascending' };
}
