import type { MatrixLicense } from '@muniment/contract/access-matrix.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { useGridFocus } from '../../ui/use-grid-focus.ts';
import { PHONE, useMediaQuery } from '../../ui/use-media-query.ts';
import { useFocusOfClosedRow } from '../../ui/use-open-row.ts';
import { useRowVirtualizer } from '../../ui/use-row-virtualizer.ts';
import styles from './matrix-grid.module.css';
import { MatrixHead } from './matrix-head.tsx';
import { type MatrixPerson, TILE, type TilePlace } from './matrix-query.ts';
import { MatrixRow } from './matrix-row.tsx';
import { useColumnVirtualizer } from './use-column-virtualizer.ts';

export interface MatrixGridProps {
  columns: readonly MatrixLicense[];
  /** How many people there are on the server. */
  total: number;
  /** By place in the list, as far as they are loaded. A person who changes must be a new object. */
  people: ReadonlyMap<number, MatrixPerson>;
  highlighted: Role;
  /** A column that was searched for: brought into sight and marked. */
  foundColumn: number | null;
  openId: string | null;
  onOpen: (vlUserId: string) => void;
  /** Called with the tiles that are in sight, when they are others. */
  onSight: (places: TilePlace[]) => void;
}

/** Pixels. Here, since both axes are placed by them; the style sheet reads them as properties. */
const SIZES = { row: 36, head: 56, column: 84, person: 220, personOnPhone: 132 };

/**
 * People by license IDs. Only what is in sight is in the document, in both directions; one tab stop, arrow keys
 * move, Enter opens the person.
 */
export function MatrixGrid(props: MatrixGridProps) {
  const { columns, total, people, highlighted, foundColumn, openId, onOpen } = props;
  const { t } = useMessages();
  const personWidth = useMediaQuery(PHONE) ? SIZES.personOnPhone : SIZES.person;
  const grid = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);

  const { active, moveTo, gridProps } = useGridFocus({
    grid,
    rowCount: total,
    columnCount: columns.length + 1,
    pageSize: () => Math.max(1, Math.floor((virtualRows.scrollRect?.height ?? 0) / SIZES.row) - 2),
    reveal: (row) => virtualRows.scrollToIndex(row, { align: 'auto' }),
  });
  const virtualRows = useRowVirtualizer({
    rows,
    grid,
    scrollsWithPage: false,
    count: total,
    rowHeight: SIZES.row,
    keyOf: String,
    keptIndex: active.row < 0 ? null : active.row,
    stickyHeight: SIZES.head,
  });
  const { indexes, reveal } = useColumnVirtualizer({
    grid,
    count: columns.length,
    width: SIZES.column,
    stickyWidth: personWidth,
    keptIndex: active.column === 0 ? null : active.column - 1,
  });
  useEffect(() => {
    if (active.column > 0) reveal(active.column - 1, { align: 'auto' });
  }, [active.column, reveal]);
  useEffect(() => {
    if (foundColumn !== null) reveal(foundColumn, { align: 'auto' });
  }, [foundColumn, reveal]);
  useFocusOfClosedRow(openId, (id) => {
    const row = [...people].find(([, person]) => person.id === id)?.[0];
    if (row !== undefined) moveTo({ row, column: active.column });
  });

  const visibleRows = virtualRows.getVirtualItems().map(({ index }) => index);
  useTilesInSight(visibleRows, indexes, props.onSight);

  const sizes: Record<`--${string}`, string> = {
    '--matrix-row-height': `${SIZES.row}px`,
    '--matrix-head-height': `${SIZES.head}px`,
    '--matrix-column-width': `${SIZES.column}px`,
    '--matrix-person-width': `${personWidth}px`,
  };
  return (
    <div className={styles.frame} style={sizes as CSSProperties}>
      <div
        role="grid"
        aria-label={t('matrix.grid')}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 1}
        aria-readonly
        ref={grid}
        className={styles.grid}
        {...gridProps}
        onKeyDown={(event: KeyboardEvent<HTMLDivElement>) => {
          const id = event.key === 'Enter' ? personOf(event.target) : null;
          if (id === null) gridProps.onKeyDown(event);
          else onOpen(id);
        }}
        onClick={(event: MouseEvent) => {
          const id = personOf(event.target);
          if (id !== null) onOpen(id);
        }}
      >
        <div style={{ width: personWidth + columns.length * SIZES.column }} className={styles.canvas}>
          <MatrixHead
            columns={columns}
            indexes={indexes}
            foundColumn={foundColumn}
            activeColumn={active.row === -1 ? active.column : null}
          />
          <div
            role="rowgroup"
            ref={rows}
            style={{ height: virtualRows.getTotalSize() }}
            className={styles.rows}
          >
            {visibleRows.map((row) => {
              const person = people.get(row);
              return (
                <MatrixRow
                  key={row}
                  person={person}
                  row={row}
                  columns={columns}
                  indexes={indexes}
                  highlighted={highlighted}
                  isOpen={person !== undefined && person.id === openId}
                  activeColumn={row === active.row ? active.column : null}
                />
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}

function useTilesInSight(
  rows: readonly number[],
  columns: readonly number[],
  onSight: MatrixGridProps['onSight'],
): void {
  const tilesOf = (indexes: readonly number[], size: number) => [
    ...new Set(indexes.map((index) => Math.floor(index / size))),
  ];
  const places = tilesOf(rows, TILE.rows).flatMap((row) =>
    tilesOf(columns, TILE.columns).map((column) => ({ row, column })),
  );
  const key = JSON.stringify(places);
  useEffect(() => {
    const seen: TilePlace[] = JSON.parse(key);
    if (seen.length > 0) onSight(seen);
  }, [key, onSight]);
}

function personOf(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  return row?.dataset.key ?? null;
}
