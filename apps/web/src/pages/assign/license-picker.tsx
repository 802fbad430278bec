import type { License } from '@muniment/contract/licenses.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { useMemo, useState } from 'react';
import { formatLicenseId } from '../../messages/license-id.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { shortRoleName } from '../../messages/names.ts';
import { Button } from '../../ui/button.tsx';
import type { DataColumn } from '../../ui/data-table.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { PersonCell } from '../../ui/person-cell.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { PHONE, useMediaQuery } from '../../ui/use-media-query.ts';
import styles from './contracts-sheet.module.css';
import { searchLicenses } from './license-search.ts';

interface LicensePickerProps {
  /** For whom. */
  name: string;
  /** Administered, and not in the draft yet. */
  available: readonly License[];
  /** What the person has today, by license ID. */
  held: ReadonlyMap<string, readonly Role[]>;
  selected: ReadonlySet<string>;
  onSelect: (licenseIds: ReadonlySet<string>) => void;
}

interface Row extends License {
  readonly heldRoles: readonly Role[];
}

/** Search and select: any number of the license IDs that one administers. @source S2, A5 */
export function LicensePicker({ name, available, held, selected, onSelect }: LicensePickerProps) {
  const messages = useMessages();
  const { t } = messages;
  const isPhone = useMediaQuery(PHONE);
  const [text, setText] = useState('');
  // The table knows rows by `id`; here that is the license ID, which selections are made of.
  const rows = useMemo(
    () =>
      searchLicenses(available, text).map((license): Row => {
        const { licenseId } = license;
        return { ...license, id: licenseId, heldRoles: held.get(licenseId) ?? [] };
      }),
    [available, text, held],
  );
  const columns = useMemo(() => columnsOf(messages, isPhone), [messages, isPhone]);

  // What is selected and filtered out stays selected.
  const select = (inSight: ReadonlySet<string>) => {
    const shown = new Set(rows.map(({ id }) => id));
    onSelect(new Set([...[...selected].filter((id) => !shown.has(id)), ...inSight]));
  };

  if (available.length === 0) {
    return <EmptyState title={t('assign.contracts.allAdded', { name })} tone="good" />;
  }
  return (
    <div className={styles.picker}>
      <SearchField label={t('assign.contracts.search')} value={text} onChange={setText} />
      <div className={styles.countLine}>
        <span role="status">
          {t('assign.contracts.count', { available: rows.length, selected: selected.size })}
        </span>
        {selected.size > 0 && (
          <Button variant="quiet" size="small" onPress={() => onSelect(new Set())}>
            {t('assign.contracts.clear')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={t('assign.contracts.none')}
          action={<Button onPress={() => setText('')}>{t('assign.contracts.clearSearch')}</Button>}
        >
          {t('assign.contracts.noneBody')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('assign.addContracts')}
          columns={columns}
          items={rows}
          nameOf={({ name: contract, licenseId }) => `${formatLicenseId(licenseId)} ${contract}`}
          rowHeight={52}
          selectedIds={selected}
          onSelect={select}
        />
      )}
    </div>
  );
}

function columnsOf(
  { t, formatDate, formatList, formatNumber }: Messages,
  isPhone: boolean,
): DataColumn<Row>[] {
  const detailOf = ({ program, agreementNumber, heldRoles }: Row) =>
    [
      agreementNumber === null
        ? program
        : t('assign.contracts.detail', { program, agreement: agreementNumber }),
      ...(heldRoles.length === 0
        ? []
        : [
            t('assign.contracts.holds', {
              roles: formatList(heldRoles.map((role) => t(shortRoleName(role)))),
            }),
          ]),
    ].join(' · ');

  const contract: DataColumn<Row> = {
    id: 'contract',
    header: t('assign.column.contract'),
    minWidth: 120,
    render: (row) => (
      <PersonCell
        name={row.name}
        detail={isPhone ? `${formatLicenseId(row.licenseId)} · ${detailOf(row)}` : detailOf(row)}
      />
    ),
  };
  const admins: DataColumn<Row> = {
    id: 'admins',
    header: t('assign.column.admins'),
    width: 74,
    render: ({ administrators }) => {
      const count = administrators?.reachable ?? 0;
      if (count > 1) return formatNumber(count);
      return (
        <span className={styles.oneAdmin}>
          <span aria-hidden>{formatNumber(count)}</span>
          <span className="visually-hidden">{t('assign.contracts.oneAdmin', { count })}</span>
        </span>
      );
    },
  };
  if (isPhone) return [{ ...contract, isRowHeader: true }, admins];
  return [
    {
      id: 'licenseId',
      header: t('assign.column.licenseId'),
      width: 110,
      render: ({ licenseId }) => <LicenseId id={licenseId} />,
    },
    contract,
    {
      id: 'ends',
      header: t('assign.column.ends'),
      width: 108,
      render: ({ endDate }) => <span className={styles.quiet}>{formatDate(endDate)}</span>,
    },
    admins,
  ];
}
