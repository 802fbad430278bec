import type { MatrixLicense } from '@muniment/contract/access-matrix.ts';
import { memo } from 'react';

import { useMessages } from '../../messages/messages.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LicenseId } from '../../ui/license-id.tsx';
import styles from './matrix-grid.module.css';
import { columnStart } from './matrix-row.tsx';

export interface MatrixHeadProps {
  columns: readonly MatrixLicense[];
  /** Which of them are in sight. */
  indexes: readonly number[];
  /** The one that was searched for. */
  foundColumn: number | null;
  activeColumn: number | null;
}

/** The license IDs above the columns; a dot marks those that rest on one administrator. */
export const MatrixHead = memo(function MatrixHead(props: MatrixHeadProps) {
  const { columns, indexes, activeColumn } = props;
  const { t } = useMessages();
  const place = (column: number) => ({
    'data-row': -1,
    'data-column': column,
    'aria-colindex': column + 1,
    tabIndex: column === activeColumn ? 0 : -1,
  });
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        <div role="columnheader" {...place(0)} className={styles.corner}>
          {t('matrix.person')}
        </div>
        {indexes.map((index) => {
          const column = columns[index];
          return (
            column && (
              <div
                key={column.licenseId}
                role="columnheader"
                {...place(index + 1)}
                title={column.name}
                style={columnStart(index)}
                className={classNames(styles.column, index === props.foundColumn && styles.found)}
              >
                <span className={styles.licenseId}>
                  <LicenseId id={column.licenseId} />
                  {column.administrators === 1 && (
                    <>
                      <span aria-hidden className={styles.dot} />
                      <span className="visually-hidden">{t('matrix.oneAdministrator')}</span>
                    </>
                  )}
                </span>
                <span className={styles.name}>{column.name}</span>
              </div>
            )
          );
        })}
      </div>
    </div>
  );
});
