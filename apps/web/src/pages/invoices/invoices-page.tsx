import {
  exportInvoices,
  INVOICE_KINDS,
  INVOICE_SORT_DEFAULT,
  type Invoice,
  listInvoices,
} from '@muniment/contract/invoices.ts';
import { lazy } from 'react';
import type { ListDefinition } from '../../listing/list-definition.ts';
import { ListPage } from '../../listing/list-page.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { InvoiceCard } from './invoice-card.tsx';
import { INVOICE_DATES, withDates } from './invoice-dates.ts';
import styles from './invoices.module.css';
import { moneyFormat } from './use-money.ts';

const InvoicePane = lazy(() => import('./invoice-pane.tsx'));

const INVOICES: ListDefinition<Invoice> = {
  page: 'invoices',
  action: 'invoice:list',
  texts: {
    title: 'invoices.title',
    lead: 'invoices.lead',
    search: 'invoices.search',
    count: 'invoices.count',
    empty: 'invoices.empty',
    emptyBody: 'invoices.emptyBody',
    error: 'invoices.error',
    file: 'invoices.file',
  },
  read: (api, query, signal) => api.call(listInvoices, { query: withDates(query), signal }),
  exportCsv: (api, query) => api.call(exportInvoices, { query: withDates(query) }),
  filters: [
    {
      name: 'kind',
      label: 'invoices.column.kind',
      isSingle: true,
      options: INVOICE_KINDS.map((id) => ({ id, label: `invoices.kind.${id}` as const })),
    },
    {
      name: 'date',
      label: 'invoices.column.invoiceDate',
      isSingle: true,
      options: INVOICE_DATES.map((id) => ({ id, label: `invoices.date.${id}` as const })),
    },
  ],
  defaultSort: INVOICE_SORT_DEFAULT,
  columns: (messages) => {
    const { t, formatDate } = messages;
    const money = moneyFormat(messages);
    return [
      {
        id: 'invoiceNumber',
        header: t('invoices.column.invoiceNumber'),
        isSortable: true,
        width: '1.2fr',
        minWidth: 150,
        render: ({ invoiceNumber }) => invoiceNumber,
      },
      {
        id: 'kind',
        header: t('invoices.column.kind'),
        isSortable: true,
        width: 108,
        render: ({ kind }) => t(`invoices.kind.${kind}`),
      },
      {
        id: 'invoiceDate',
        header: t('invoices.column.invoiceDate'),
        isSortable: true,
        width: 112,
        render: ({ invoiceDate }) => formatDate(invoiceDate),
      },
      {
        id: 'poNumber',
        header: t('invoices.column.poNumber'),
        isSortable: true,
        width: '1fr',
        minWidth: 116,
        render: ({ poNumber }) => poNumber,
      },
      {
        id: 'billingPeriod',
        header: t('invoices.column.billingPeriod'),
        isSortable: true,
        width: '1.3fr',
        minWidth: 200,
        render: ({ billingPeriod }) =>
          billingPeriod &&
          t('invoices.period', {
            from: formatDate(billingPeriod.from),
            to: formatDate(billingPeriod.to),
          }),
      },
      {
        id: 'dueDate',
        header: t('invoices.column.dueDate'),
        isSortable: true,
        width: 110,
        render: ({ dueDate }) => dueDate && formatDate(dueDate),
      },
      {
        id: 'paymentTerms',
        header: t('invoices.column.paymentTerms'),
        isSortable: true,
        width: '0.8fr',
        minWidth: 112,
        render: ({ paymentTerms }) => paymentTerms,
      },
      {
        id: 'licenseId',
        header: t('invoices.column.licenseId'),
        isSortable: true,
        width: 104,
        render: ({ licenseId }) => <LicenseId id={licenseId} />,
      },
      {
        id: 'totalDue',
        header: t('invoices.column.totalDue'),
        isSortable: true,
        width: '1fr',
        minWidth: 128,
        render: ({ totalDue }) => <span className={styles.amount}>{money(totalDue)}</span>,
      },
    ];
  },
  besidePane: ['invoiceNumber', 'kind', 'invoiceDate', 'dueDate', 'totalDue'],
  card: (invoice) => <InvoiceCard invoice={invoice} />,
  nameOf: ({ invoiceNumber, licenseId }) => `${invoiceNumber} ${licenseId}`,
};

/** The invoices and credit memos of the license IDs on which one may list them. @source W9 */
export default function InvoicesPage() {
  return (
    <ListPage
      list={INVOICES}
      pane={({ licenseId, id, row, onClose }) => (
        <InvoicePane licenseId={licenseId} invoiceId={id} row={row} onClose={onClose} />
      )}
    />
  );
}
