import { exportLicenses, LICENSE_STATUSES, type License, listLicenses } from '@muniment/contract/licenses.ts';
import { lazy } from 'react';
import { CutText } from '../../listing/cut-text.tsx';
import type { ListDefinition } from '../../listing/list-definition.ts';
import { ListPage } from '../../listing/list-page.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { RoleChips } from '../../ui/role-chip.tsx';
import { ContractCard } from './contract-card.tsx';
import { ContractMenu } from './contract-menu.tsx';
import { ContractStatus } from './contract-status.tsx';
import { useCountryNames } from './country-names.ts';

const ContractPane = lazy(() => import('./contract-pane.tsx'));

const CONTRACTS: ListDefinition<License> = {
  page: 'vl/contracts',
  action: 'contract:view',
  texts: {
    title: 'contracts.title',
    lead: 'contracts.lead',
    search: 'contracts.search',
    count: 'contracts.count',
    empty: 'contracts.empty',
    emptyBody: 'contracts.emptyBody',
    error: 'contracts.error',
    file: 'contracts.file',
  },
  read: (api, query, signal) => api.call(listLicenses, { query, signal }),
  exportCsv: (api, query) => api.call(exportLicenses, { query }),
  filters: [
    {
      name: 'status',
      label: 'contracts.status',
      options: LICENSE_STATUSES.map((id) => ({ id, label: `contracts.status.${id}` as const })),
    },
  ],
  hasNoLicenseFilter: true,
  defaultSort: 'endDate',
  columns: ({ t, formatDate }) => [
    {
      id: 'licenseId',
      header: t('contracts.column.licenseId'),
      isSortable: true,
      width: 124,
      render: ({ licenseId }) => <LicenseId id={licenseId} />,
    },
    {
      id: 'more',
      header: t('list.column.more'),
      holdsControl: true,
      hideHeader: true,
      width: 48,
      minWidth: 48,
      render: (license) => <ContractMenu license={license} />,
    },
    {
      id: 'organization',
      header: t('contracts.column.organization'),
      width: '1.6fr',
      minWidth: 150,
      render: ({ organizationName }) => organizationName,
    },
    {
      id: 'location',
      header: t('contracts.column.location'),
      isSortable: true,
      width: '1.4fr',
      minWidth: 140,
      render: (license) => <Location license={license} />,
    },
    {
      id: 'parentProgram',
      header: t('contracts.column.parentProgram'),
      isSortable: true,
      width: '1.4fr',
      minWidth: 140,
      render: ({ parentProgram }) => parentProgram,
    },
    {
      id: 'endDate',
      header: t('contracts.column.endDate'),
      isSortable: true,
      width: 120,
      render: ({ endDate }) => formatDate(endDate),
    },
    {
      id: 'status',
      header: t('contracts.column.status'),
      isSortable: true,
      width: 130,
      render: ({ status }) => <ContractStatus status={status} />,
    },
    {
      id: 'roles',
      header: t('contracts.column.roles'),
      width: '1.8fr',
      minWidth: 190,
      render: ({ roles }) => <RoleChips roles={roles} max={1} />,
    },
  ],
  besidePane: ['licenseId', 'more', 'location', 'endDate', 'status'],
  card: (license) => <ContractCard license={license} />,
  nameOf: ({ licenseId, name }) => `${name} ${licenseId}`,
  addressOf: ({ licenseId }) => [licenseId],
};

/** The license IDs on which one holds a role. @source W1 */
export default function ContractsPage() {
  return (
    <ListPage
      list={CONTRACTS}
      pane={({ licenseId, row, onClose }) => (
        <ContractPane licenseId={licenseId} row={row} onClose={onClose} />
      )}
    />
  );
}

function Location({ license: { city, country } }: { license: License }) {
  const nameOf = useCountryNames();
  return <CutText>{city === null ? nameOf(country) : `${city}, ${nameOf(country)}`}</CutText>;
}
