import { exportOrders, listOrders, ORDER_SORT_DEFAULT, type Order } from '@muniment/contract/orders.ts';
import { lazy } from 'react';
import type { ListDefinition } from '../../listing/list-definition.ts';
import { ListPage } from '../../listing/list-page.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { OrderCard } from './order-card.tsx';

const OrderPane = lazy(() => import('./order-pane.tsx'));

const ORDERS: ListDefinition<Order> = {
  page: 'vl/orders',
  action: 'order:view',
  texts: {
    title: 'orders.title',
    lead: 'orders.lead',
    search: 'orders.search',
    count: 'orders.count',
    empty: 'orders.empty',
    emptyBody: 'orders.emptyBody',
    error: 'orders.error',
    file: 'orders.file',
  },
  read: (api, query, signal) => api.call(listOrders, { query, signal }),
  exportCsv: (api, query) => api.call(exportOrders, { query }),
  defaultSort: ORDER_SORT_DEFAULT,
  columns: ({ t, formatDate, formatNumber }) => [
    {
      id: 'resellerOrderNumber',
      header: t('orders.column.resellerOrderNumber'),
      isSortable: true,
      width: '1.2fr',
      minWidth: 150,
      render: ({ resellerOrderNumber }) => resellerOrderNumber,
    },
    {
      id: 'customerOrderNumber',
      header: t('orders.column.customerOrderNumber'),
      isSortable: true,
      width: '1.2fr',
      minWidth: 150,
      render: ({ customerOrderNumber }) => customerOrderNumber,
    },
    {
      id: 'orderedOn',
      header: t('orders.column.orderedOn'),
      isSortable: true,
      width: 128,
      render: ({ orderedOn }) => formatDate(orderedOn),
    },
    {
      id: 'usageStartDate',
      header: t('orders.column.usageStartDate'),
      isSortable: true,
      width: 148,
      render: ({ usageStartDate }) => (usageStartDate === null ? null : formatDate(usageStartDate)),
    },
    {
      id: 'reseller',
      header: t('orders.column.reseller'),
      isSortable: true,
      width: '1.5fr',
      minWidth: 150,
      render: ({ reseller }) => reseller,
    },
    {
      id: 'licenseId',
      header: t('orders.column.licenseId'),
      isSortable: true,
      width: 124,
      render: ({ licenseId }) => <LicenseId id={licenseId} />,
    },
    {
      id: 'lineCount',
      header: t('orders.column.lineCount'),
      isSortable: true,
      width: 96,
      render: ({ lineCount }) => formatNumber(lineCount),
    },
  ],
  besidePane: ['resellerOrderNumber', 'customerOrderNumber', 'orderedOn', 'licenseId'],
  card: (order) => <OrderCard order={order} />,
  nameOf: ({ resellerOrderNumber, licenseId }) => `${resellerOrderNumber} ${licenseId}`,
};

/** The orders under the license IDs on which one may view them. @source W2 */
export default function OrdersPage() {
  return (
    <ListPage
      list={ORDERS}
      pane={({ licenseId, id, row, onClose }) => (
        <OrderPane licenseId={licenseId} orderId={id} row={row} onClose={onClose} />
      )}
    />
  );
}
