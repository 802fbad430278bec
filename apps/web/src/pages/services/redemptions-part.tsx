import {
  exportRedemptions,
  listRedemptions,
  REDEMPTION_SORT_DEFAULT,
  REDEMPTION_STATUSES,
  type Redemption,
} from '@muniment/contract/redemptions.ts';
import { lazy, type ReactNode } from 'react';
import type { ListDefinition } from '../../listing/list-definition.ts';
import { ListPage } from '../../listing/list-page.tsx';
import { StateBadge } from '../../listing/state-badge.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { ServiceCard } from './service-card.tsx';

const RedemptionPane = lazy(() => import('./redemption-pane.tsx'));

const REDEMPTIONS: ListDefinition<Redemption> = {
  page: 'vl/services',
  part: 'redemptions',
  action: 'service:redeem',
  texts: {
    title: 'services.title',
    lead: 'redemptions.lead',
    search: 'redemptions.search',
    count: 'redemptions.count',
    empty: 'redemptions.empty',
    emptyBody: 'redemptions.emptyBody',
    error: 'redemptions.error',
    file: 'redemptions.file',
  },
  read: (api, query, signal) => api.call(listRedemptions, { query, signal }),
  exportCsv: (api, query) => api.call(exportRedemptions, { query }),
  filters: [
    {
      name: 'status',
      label: 'redemptions.status',
      options: REDEMPTION_STATUSES.map((id) => ({ id, label: `redemptions.status.${id}` as const })),
      isSingle: true,
    },
  ],
  defaultSort: REDEMPTION_SORT_DEFAULT,
  columns: ({ t, formatDate, formatNumber }) => [
    {
      id: 'product',
      header: t('services.column.product'),
      isSortable: true,
      width: '1.6fr',
      minWidth: 160,
      render: ({ product }) => product,
    },
    {
      id: 'quantity',
      header: t('services.column.quantity'),
      isSortable: true,
      width: 110,
      render: ({ quantity }) => formatNumber(quantity),
    },
    {
      id: 'status',
      header: t('redemptions.status'),
      isSortable: true,
      width: 140,
      render: ({ status }) => <RedemptionState status={status} />,
    },
    {
      id: 'redeemedAt',
      header: t('redemptions.column.redeemedAt'),
      isSortable: true,
      width: 140,
      render: ({ redeemedAt }) => (redeemedAt === null ? null : formatDate(redeemedAt)),
    },
    {
      id: 'offerNumber',
      header: t('redemptions.column.offerNumber'),
      isSortable: true,
      width: 150,
      render: ({ offerNumber }) => offerNumber,
    },
    {
      id: 'licenseId',
      header: t('services.column.licenseId'),
      isSortable: true,
      width: 120,
      render: ({ licenseId }) => <LicenseId id={licenseId} />,
    },
  ],
  card: (redemption) => <Card redemption={redemption} />,
  nameOf: ({ product, offerNumber }) => `${product} ${offerNumber}`,
};

/** What may be redeemed, or was. @source W6 */
export function RedemptionsPart({ tabs }: { tabs: ReactNode }) {
  return (
    <ListPage
      list={REDEMPTIONS}
      notice={tabs}
      pane={({ licenseId, id, row, onClose }) => (
        <RedemptionPane licenseId={licenseId} redemptionId={id} row={row} onClose={onClose} />
      )}
    />
  );
}

/** Whether it may still be redeemed. */
export function RedemptionState({ status }: Pick<Redemption, 'status'>) {
  const { t } = useMessages();
  return (
    <StateBadge tone={status === 'redeemed' ? 'over' : 'quiet'}>
      {t(`redemptions.status.${status}`)}
    </StateBadge>
  );
}

function Card({ redemption }: { redemption: Redemption }) {
  const { t, formatDate } = useMessages();
  const { product, licenseId, quantity, status, redeemedAt } = redemption;
  return (
    <ServiceCard
      product={product}
      licenseId={licenseId}
      what={t('services.seats', { quantity })}
      when={redeemedAt === null ? '' : formatDate(redeemedAt)}
      state={<RedemptionState status={status} />}
    />
  );
}
