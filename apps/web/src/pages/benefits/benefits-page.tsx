import {
  BENEFIT_SORT_DEFAULT,
  type Benefit,
  exportBenefits,
  listBenefits,
} from '@muniment/contract/home-use.ts';
import { HOME_USE_STATES } from '@muniment/domain/home-use.ts';
import { lazy } from 'react';
import type { ListDefinition } from '../../listing/list-definition.ts';
import { ListPage } from '../../listing/list-page.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { BenefitCard } from './benefit-card.tsx';
import { BenefitState } from './benefit-state.tsx';

const BenefitPane = lazy(() => import('./benefit-pane.tsx'));

const BENEFITS: ListDefinition<Benefit> = {
  page: 'vl/benefits',
  action: 'benefit:manage',
  texts: {
    title: 'benefits.title',
    lead: 'benefits.lead',
    search: 'benefits.search',
    count: 'benefits.count',
    empty: 'benefits.empty',
    emptyBody: 'benefits.emptyBody',
    error: 'benefits.error',
    file: 'benefits.file',
  },
  read: (api, query, signal) => api.call(listBenefits, { query, signal }),
  exportCsv: (api, query) => api.call(exportBenefits, { query }),
  filters: [
    {
      name: 'state',
      label: 'benefits.column.state',
      isSingle: true,
      options: HOME_USE_STATES.map((id) => ({ id, label: `benefits.state.${id}` as const })),
    },
  ],
  hasNoLicenseFilter: true,
  defaultSort: BENEFIT_SORT_DEFAULT,
  columns: ({ t, formatDate }) => [
    {
      id: 'licenseId',
      header: t('benefits.column.licenseId'),
      isSortable: true,
      width: 124,
      render: ({ licenseId }) => <LicenseId id={licenseId} />,
    },
    {
      id: 'name',
      header: t('benefits.column.name'),
      isSortable: true,
      width: '2fr',
      minWidth: 180,
      render: ({ name }) => name,
    },
    {
      id: 'state',
      header: t('benefits.column.state'),
      isSortable: true,
      width: '1fr',
      minWidth: 190,
      render: ({ state }) => <BenefitState state={state} />,
    },
    {
      id: 'used',
      header: t('benefits.column.used'),
      isSortable: true,
      width: 150,
      render: ({ used, total }) => t('benefits.usedOf', { used, total }),
    },
    {
      id: 'endDate',
      header: t('benefits.column.endDate'),
      isSortable: true,
      width: 140,
      render: ({ endDate }) => formatDate(endDate),
    },
  ],
  besidePane: ['licenseId', 'name', 'state', 'used'],
  card: (benefit) => <BenefitCard benefit={benefit} />,
  nameOf: ({ licenseId, name }) => `${name} ${licenseId}`,
  addressOf: ({ licenseId }) => [licenseId],
};

/** The Home Use Programs of the license IDs on which one manages benefits. @source W8 */
export default function BenefitsPage() {
  return (
    <ListPage
      list={BENEFITS}
      pane={({ licenseId, row, onClose }) => (
        <BenefitPane licenseId={licenseId} row={row} onClose={onClose} />
      )}
    />
  );
}
