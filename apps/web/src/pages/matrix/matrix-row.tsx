import type { MatrixLicense } from '@muniment/contract/access-matrix.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { type CSSProperties, memo } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { roleName } from '../../messages/names.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './matrix-grid.module.css';
import type { MatrixPerson } from './matrix-query.ts';
import { RoleLetter } from './role-letter.tsx';

export interface MatrixRowProps {
  /** undefined while they are not loaded. */
  person: MatrixPerson | undefined;
  /** Its place in the list, from 0. */
  row: number;
  columns: readonly MatrixLicense[];
  /** Which of them are in sight. */
  indexes: readonly number[];
  highlighted: Role;
  isOpen: boolean;
  /** The cell that Tab leads to; null where it is in another row. */
  activeColumn: number | null;
}

/** One person. Drawn anew only when something of its own changes: scrolling moves hundreds of them past. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { person, row, columns, indexes, highlighted, activeColumn } = props;
  const { t, formatList } = useMessages();
  const place = (column: number) => ({
    'data-row': row,
    'data-column': column,
    'aria-colindex': column + 1,
    tabIndex: column === activeColumn ? 0 : -1,
  });
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      data-key={person?.id}
      aria-busy={person === undefined || undefined}
      style={{ top: `calc(${row} * var(--matrix-row-height))` }}
      className={classNames(styles.row, props.isOpen && styles.open)}
    >
      <div role="rowheader" {...place(0)} title={person?.displayName} className={styles.person}>
        {person ? (
          <span className={styles.name}>{person.displayName}</span>
        ) : (
          <span aria-hidden className={styles.waiting} />
        )}
      </div>
      {indexes.map((index) => {
        const licenseId = columns[index]?.licenseId ?? '';
        const roles = person?.roles.get(licenseId) ?? [];
        return (
          <div
            key={licenseId}
            role="gridcell"
            {...place(index + 1)}
            style={columnStart(index)}
            className={styles.cell}
          >
            {roles.map((role) => (
              <RoleLetter key={role} role={role} isHighlighted={role === highlighted} />
            ))}
            {roles.length > 0 && (
              <span className="visually-hidden">{formatList(roles.map((role) => t(roleName(role))))}</span>
            )}
          </div>
        );
      })}
    </div>
  );
});

/** Where a column begins. */
export function columnStart(index: number): CSSProperties {
  return { insetInlineStart: `calc(var(--matrix-person-width) + ${index} * var(--matrix-column-width))` };
}
