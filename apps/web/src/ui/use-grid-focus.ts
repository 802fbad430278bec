import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

/** A cell by its place: row -1 is the header. */
export interface CellPlace {
  row: number;
  column: number;
}

type Rows = readonly { readonly id: string }[];

export interface GridFocusOptions {
  grid: RefObject<HTMLElement | null>;
  rowCount: number;
  /** With it focus goes with its row when rows come or go before it. */
  rows?: Rows;
  columnCount: number;
  /** How many rows Page Up and Page Down pass over. */
  pageSize: () => number;
  /** Brings a row into sight, so that it is in the document when focus comes. */
  reveal: (row: number) => void;
  /** After focus moved to another row with Shift held. */
  onExtend?: (from: number, to: number) => void;
}

const CONTROL = 'button, a[href], input';

/**
 * Makes a grid one tab stop: arrow keys, Home, End, Page Up and Page Down move between cells, and a cell with
 * a control gives focus to it.
 *
 * @source ARIA Authoring Practices, grid pattern
 */
export function useGridFocus(options: GridFocusOptions) {
  const { grid, rows } = options;
  const [place, setPlace] = useState<CellPlace & { readonly id?: string }>({ row: 0, column: 0 });
  const isWanted = useRef(false);
  const isPointer = useRef(false);
  const isLeaving = useRef(false);
  const hasFocus = useRef(false);
  const active: CellPlace = {
    row: rowNow(place, options),
    column: Math.min(place.column, options.columnCount - 1),
  };

  const latestRows = useRef(rows);
  latestRows.current = rows;
  const remember = useCallback(
    (next: CellPlace) => setPlace({ ...next, id: latestRows.current?.[next.row]?.id }),
    [],
  );
  const moveTo = useCallback(
    (next: CellPlace) => {
      isWanted.current = true;
      remember(next);
    },
    [remember],
  );

  // After every drawing: the cell may only now be there, or the row that had focus may have left the list.
  useEffect(() => {
    const isLost = hasFocus.current && document.activeElement === document.body;
    if (!isWanted.current && !isLost) return;
    const target = targetIn(cellAt(grid.current, active));
    if (target === null) return;
    isWanted.current = false;
    target.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.altKey || event.metaKey) return;
    if (event.key === 'Tab') {
      isLeaving.current = true;
      leaveByTab(event, grid.current);
      isLeaving.current = false;
      return;
    }
    const next = destination(event, active, options);
    if (next === null) return;
    event.preventDefault();
    if (event.shiftKey && next.row !== active.row) options.onExtend?.(active.row, next.row);
    if (next.row >= 0) options.reveal(next.row);
    moveTo(next);
  };

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (isLeaving.current || !event.currentTarget.contains(event.target)) return;
    hasFocus.current = true;
    const place = placeOf(event.target);
    const cameFromOutside = !event.currentTarget.contains(event.relatedTarget);
    if (cameFromOutside && !isPointer.current && !isWanted.current) {
      // Tab came in, at whichever control is first: focus belongs where it was last.
      const target = targetIn(cellAt(grid.current, active));
      if (target !== null && target !== event.target) {
        target.focus();
        return;
      }
    }
    if (place !== null) remember(place);
  };

  return {
    active,
    moveTo,
    gridProps: {
      onKeyDown,
      onFocus,
      onBlur: (event: FocusEvent<HTMLElement>) => {
        // A row that leaves the document takes focus with it: that is no leaving of the grid.
        hasFocus.current = event.target.isConnected
          ? event.currentTarget.contains(event.relatedTarget)
          : true;
      },
      onPointerDownCapture: () => {
        isPointer.current = true;
      },
      onPointerUpCapture: () => {
        isPointer.current = false;
      },
    },
  };
}

/** Where a row is by now; where it is gone, the one that took its place. */
function rowNow(place: CellPlace & { readonly id?: string }, { rows, rowCount }: GridFocusOptions): number {
  const isThere = place.id === undefined || rows === undefined || rows[place.row]?.id === place.id;
  const moved = isThere ? place.row : rows.findIndex(({ id }) => id === place.id);
  return Math.min(moved < 0 ? place.row : moved, rowCount - 1);
}

function destination(event: KeyboardEvent, from: CellPlace, options: GridFocusOptions): CellPlace | null {
  const { rowCount, columnCount } = options;
  const row = (to: number) => ({ row: Math.max(-1, Math.min(rowCount - 1, to)), column: from.column });
  const column = (to: number) => ({ row: from.row, column: Math.max(0, Math.min(columnCount - 1, to)) });
  const forwards = document.dir === 'rtl' ? -1 : 1;
  switch (event.key) {
    case 'ArrowDown':
      return row(from.row + 1);
    case 'ArrowUp':
      return row(from.row - 1);
    case 'PageDown':
      return row(from.row + options.pageSize());
    case 'PageUp':
      return row(Math.max(0, from.row - options.pageSize()));
    case 'ArrowRight':
      return column(from.column + forwards);
    case 'ArrowLeft':
      return column(from.column - forwards);
    case 'Home':
      return event.ctrlKey ? { row: 0, column: 0 } : column(0);
    case 'End':
      return event.ctrlKey ? { row: rowCount - 1, column: columnCount - 1 } : column(columnCount - 1);
    default:
      return null;
  }
}

/** Steps over the other controls of the grid, so that the browser's own Tab goes on behind or before it. */
function leaveByTab(event: KeyboardEvent, grid: HTMLElement | null): void {
  const controls = [...(grid?.querySelectorAll<HTMLElement>(`${CONTROL}, [tabindex="0"]`) ?? [])];
  const last = event.shiftKey ? controls.at(0) : controls.at(-1);
  if (last !== undefined && last !== document.activeElement) last.focus({ preventScroll: true });
}

function cellAt(grid: HTMLElement | null, { row, column }: CellPlace): HTMLElement | null {
  return grid?.querySelector(`[data-row="${row}"][data-column="${column}"]`) ?? null;
}

function targetIn(cell: HTMLElement | null): HTMLElement | null {
  return cell?.querySelector<HTMLElement>(CONTROL) ?? cell;
}

function placeOf(target: EventTarget): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null;
  return cell === null ? null : { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
