import {
  exportSubscriptions,
  listSubscriptions,
  SUBSCRIPTION_SORT_DEFAULT,
  SUBSCRIPTION_STATUSES,
  type Subscription,
} from '@muniment/contract/subscriptions.ts';
import { lazy } from 'react';
import type { ListDefinition } from '../../listing/list-definition.ts';
import { ListPage } from '../../listing/list-page.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { SubscriptionCard } from './subscription-card.tsx';
import { SubscriptionStatus } from './subscription-status.tsx';

const SubscriptionPane = lazy(() => import('./subscription-pane.tsx'));

const SUBSCRIPTIONS: ListDefinition<Subscription> = {
  page: 'subscriptions',
  action: 'subscription:manage',
  texts: {
    title: 'subscriptions.title',
    lead: 'subscriptions.lead',
    search: 'subscriptions.search',
    count: 'subscriptions.count',
    empty: 'subscriptions.empty',
    emptyBody: 'subscriptions.emptyBody',
    error: 'subscriptions.error',
    file: 'subscriptions.file',
  },
  read: (api, query, signal) => api.call(listSubscriptions, { query, signal }),
  exportCsv: (api, query) => api.call(exportSubscriptions, { query }),
  filters: [
    {
      name: 'status',
      label: 'subscriptions.column.status',
      isSingle: true,
      options: SUBSCRIPTION_STATUSES.map((id) => ({ id, label: `subscriptions.status.${id}` as const })),
    },
    {
      name: 'autoRenew',
      label: 'subscriptions.column.autoRenew',
      isSingle: true,
      options: [
        { id: 'true', label: 'subscriptions.autoRenew.true' },
        { id: 'false', label: 'subscriptions.autoRenew.false' },
      ],
    },
  ],
  defaultSort: SUBSCRIPTION_SORT_DEFAULT,
  columns: ({ t, formatDate }) => [
    {
      id: 'product',
      header: t('subscriptions.column.product'),
      isSortable: true,
      width: '1.6fr',
      minWidth: 170,
      render: ({ product }) => product,
    },
    {
      id: 'licenseId',
      header: t('subscriptions.column.licenseId'),
      isSortable: true,
      width: 124,
      render: ({ licenseId }) => <LicenseId id={licenseId} />,
    },
    {
      id: 'subscriptionNumber',
      header: t('subscriptions.column.subscriptionNumber'),
      isSortable: true,
      width: '1fr',
      minWidth: 150,
      render: ({ subscriptionNumber }) => subscriptionNumber,
    },
    {
      id: 'assigned',
      header: t('subscriptions.column.assigned'),
      isSortable: true,
      width: 136,
      render: ({ assigned, quantity }) => t('subscriptions.assignedOf', { assigned, quantity }),
    },
    {
      id: 'status',
      header: t('subscriptions.column.status'),
      isSortable: true,
      width: 136,
      render: ({ status }) => <SubscriptionStatus status={status} />,
    },
    {
      id: 'endsOn',
      header: t('subscriptions.column.endsOn'),
      isSortable: true,
      width: 164,
      render: ({ endsOn }) => formatDate(endsOn),
    },
    {
      id: 'autoRenew',
      header: t('subscriptions.column.autoRenew'),
      isSortable: true,
      width: 132,
      render: ({ autoRenew, requested }) => {
        const now = t(`subscriptions.autoRenew.${autoRenew}`);
        const asked = requested?.autoRenew ?? null;
        if (asked === null) return now;
        return t('subscriptions.autoRenew.asked', { now, asked: t(`subscriptions.autoRenew.${asked}`) });
      },
    },
  ],
  besidePane: ['product', 'licenseId', 'assigned', 'status'],
  card: (subscription) => <SubscriptionCard subscription={subscription} />,
  nameOf: ({ product, subscriptionNumber }) => `${product} ${subscriptionNumber}`,
};

/** The subscriptions under the license IDs on which one may manage them. @source W7 */
export default function SubscriptionsPage() {
  return (
    <ListPage
      list={SUBSCRIPTIONS}
      pane={({ licenseId, id, row, onClose }) => (
        <SubscriptionPane licenseId={licenseId} subscriptionId={id} row={row} onClose={onClose} />
      )}
    />
  );
}
