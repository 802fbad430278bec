import type { License } from '@muniment/contract/licenses.ts';
import { useMemo, useState } from 'react';
import { formatLicenseId } from '../../../messages/license-id.ts';
import { type Messages, useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { LicenseId } from '../../../ui/license-id.tsx';
import { PersonCell } from '../../../ui/person-cell.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { searchLicenses } from '../../assign/license-search.ts';
import styles from './bulk-sheet.module.css';

export interface LicenseChoiceProps {
  licenses: readonly License[];
  chosen: ReadonlySet<string>;
  onChoose: (licenseIds: ReadonlySet<string>) => void;
}

/** License IDs of those that one administers, some thousands at most: search and tick. @source R10 */
export function LicenseChoice({ licenses, chosen, onChoose }: LicenseChoiceProps) {
  const messages = useMessages();
  const { t } = messages;
  const [text, setText] = useState('');
  // The table knows rows by `id`; here that is the license ID, which the choice is made of.
  const rows = useMemo(
    () => searchLicenses(licenses, text).map((license) => ({ ...license, id: license.licenseId })),
    [licenses, text],
  );
  const columns = useMemo(() => columnsOf(messages), [messages]);
  return (
    <div className={styles.licenses}>
      <SearchField label={t('bulk.licenses.search')} value={text} onChange={setText} />
      <div className={styles.countLine}>
        <span role="status">{t('bulk.licenses.count', { shown: rows.length, selected: chosen.size })}</span>
        {chosen.size > 0 && (
          <Button variant="quiet" size="small" onPress={() => onChoose(new Set())}>
            {t('bulk.licenses.clear')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{t('bulk.licenses.none')}</p>
      ) : (
        <div className={styles.table}>
          <DataTable
            label={t('bulk.where')}
            columns={columns}
            items={rows}
            nameOf={({ name, licenseId }) => `${formatLicenseId(licenseId)} ${name}`}
            rowHeight={52}
            selectedIds={chosen}
            onSelect={onChoose}
          />
        </div>
      )}
    </div>
  );
}

function columnsOf({ t }: Messages): DataColumn<License & { id: string }>[] {
  return [
    {
      id: 'licenseId',
      header: t('bulk.licenses.column'),
      width: 110,
      render: ({ licenseId }) => <LicenseId id={licenseId} />,
    },
    {
      id: 'contract',
      header: t('bulk.licenses.contract'),
      minWidth: 120,
      render: ({ name, program, agreementNumber }) => (
        <PersonCell name={name} detail={[program, agreementNumber].filter(Boolean).join(' · ')} />
      ),
    },
  ];
}
