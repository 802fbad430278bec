import type { License } from '@muniment/contract/licenses.ts';
import { useMemo, useState } from 'react';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PersonCell } from '../../ui/person-cell.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { searchLicenses } from '../assign/license-search.ts';
import styles from './summaries.module.css';

export interface SummaryLicensesProps {
  all: readonly License[];
  /** License IDs. */
  selected: ReadonlySet<string>;
  onSelect: (licenseIds: ReadonlySet<string>) => void;
}

/** Search and select, of some thousands. What is selected and filtered out stays selected. @source W4 */
export function SummaryLicenses({ all, selected, onSelect }: SummaryLicensesProps) {
  const { t } = useMessages();
  const [text, setText] = useState('');
  // The table knows rows by `id`; here that is the license ID, which selections are made of.
  const rows = useMemo(
    () => searchLicenses(all, text).map((license): License => ({ ...license, id: license.licenseId })),
    [all, text],
  );
  const columns = useMemo(
    (): DataColumn<License>[] => [
      {
        id: 'license',
        header: t('summaries.column.licenseIds'),
        render: ({ licenseId, name, program }) => (
          <PersonCell name={name} detail={`${formatLicenseId(licenseId)} · ${program}`} />
        ),
      },
    ],
    [t],
  );
  const select = (inSight: ReadonlySet<string>) => {
    const shown = new Set(rows.map(({ id }) => id));
    onSelect(new Set([...[...selected].filter((id) => !shown.has(id)), ...inSight]));
  };
  return (
    <div className={styles.picker}>
      <SearchField label={t('summaries.pick.search')} value={text} onChange={setText} />
      <div className={styles.countLine}>
        <span role="status">
          {t('summaries.pick.count', { available: rows.length, selected: selected.size })}
        </span>
        <span className={styles.buttons}>
          <Button
            variant="quiet"
            size="small"
            onPress={() => onSelect(new Set([...selected, ...rows.map(({ id }) => id)]))}
          >
            {t('summaries.pick.all')}
          </Button>
          {selected.size > 0 && (
            <Button variant="quiet" size="small" onPress={() => onSelect(new Set())}>
              {t('summaries.pick.clear')}
            </Button>
          )}
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('summaries.pick.none')} />
      ) : (
        <DataTable
          label={t('summaries.column.licenseIds')}
          columns={columns}
          items={rows}
          nameOf={({ name, licenseId }) => `${formatLicenseId(licenseId)} ${name}`}
          rowHeight={52}
          selectedIds={selected}
          onSelect={select}
        />
      )}
    </div>
  );
}
