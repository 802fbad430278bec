import {
  getInvoice,
  type Invoice,
  type InvoiceAddress,
  type InvoiceDetails,
} from '@muniment/contract/invoices.ts';
import { useQuery } from '@tanstack/react-query';
import { ArrowDownToLine } from 'lucide-react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { DetailPane } from '../../listing/detail-pane.tsx';
import { DetailTabs } from '../../listing/detail-tabs.tsx';
import { Facts } from '../../listing/facts.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { useCountryNames } from '../contracts/country-names.ts';
import styles from './invoices.module.css';
import { useInvoiceFiles } from './use-invoice-files.ts';
import { useMoney } from './use-money.ts';

export interface InvoicePaneProps {
  licenseId: string;
  invoiceId: string;
  /** As the list has it, where it is loaded. */
  row: Invoice | undefined;
  onClose: () => void;
}

/** One invoice: what is due, its lines and addresses, and its files. @source W9 */
export default function InvoicePane({ licenseId, invoiceId, row, onClose }: InvoicePaneProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const query = useQuery({
    queryKey: [number, 'invoice', licenseId, invoiceId],
    queryFn: ({ signal }) => api.call(getInvoice, { params: { licenseId, invoiceId }, signal }),
  });
  const invoice = query.data ?? row;
  return (
    <DetailPane
      title={invoice && t('invoices.name', { kind: invoice.kind, number: invoice.invoiceNumber })}
      subtitle={invoice && <LicenseId id={invoice.licenseId} />}
      query={query}
      onClose={onClose}
      footer={query.data && <Files invoice={query.data} />}
    >
      {(details) => (
        <DetailTabs
          label={t('invoices.tab')}
          tabs={[
            { id: 'overview', label: t('invoices.tab.overview'), content: <Overview invoice={details} /> },
            { id: 'lines', label: t('invoices.tab.lines'), content: <Lines invoice={details} /> },
            { id: 'addresses', label: t('invoices.tab.addresses'), content: <Addresses invoice={details} /> },
          ]}
        />
      )}
    </DetailPane>
  );
}

interface PartProps {
  invoice: InvoiceDetails;
}

function Files({ invoice }: PartProps) {
  const { t } = useMessages();
  const { savePdf, isSavingPdf, saveCsv, isSavingCsv } = useInvoiceFiles(invoice);
  const icon = <ArrowDownToLine size={18} strokeWidth={1.5} aria-hidden />;
  return (
    <div className={styles.files}>
      {invoice.pdf === null ? (
        <p className={styles.missing}>{t('invoices.pdf.missing')}</p>
      ) : (
        <Button variant="primary" icon={icon} isPending={isSavingPdf} onPress={savePdf}>
          {t('invoices.pdf')}
        </Button>
      )}
      <Button icon={icon} isPending={isSavingCsv} onPress={saveCsv}>
        {t('invoices.csv')}
      </Button>
    </div>
  );
}

function Overview({ invoice }: PartProps) {
  const { t, formatDate } = useMessages();
  const money = useMoney();
  const { billingPeriod, dueDate } = invoice;
  return (
    <Facts
      facts={[
        [t('invoices.column.totalDue'), <strong key="due">{money(invoice.totalDue)}</strong>],
        [t('invoices.column.dueDate'), dueDate === null ? null : formatDate(dueDate)],
        [t('invoices.column.paymentTerms'), invoice.paymentTerms],
        [t('invoices.column.invoiceDate'), formatDate(invoice.invoiceDate)],
        [
          t('invoices.column.billingPeriod'),
          billingPeriod === null
            ? null
            : t('invoices.period', {
                from: formatDate(billingPeriod.from),
                to: formatDate(billingPeriod.to),
              }),
        ],
        [t('invoices.column.poNumber'), invoice.poNumber],
        [t('invoices.fact.licenseName'), invoice.licenseName],
      ]}
    />
  );
}

function Lines({ invoice: { lines, totalDue } }: PartProps) {
  const { t, formatNumber } = useMessages();
  const money = useMoney();
  if (lines.length === 0)
    return <EmptyState title={t('invoices.noLines')}>{t('invoices.noLines.body')}</EmptyState>;
  const { currency } = totalDue;
  return (
    <table className={styles.lines}>
      <caption className="visually-hidden">{t('invoices.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('invoices.line.what')}</th>
          <th scope="col" className={styles.amount}>
            {t('invoices.line.quantity')}
          </th>
          <th scope="col" className={styles.amount}>
            {t('invoices.line.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, description, partNumber, orderNumber, quantity, unitPrice, amount }) => (
          <tr key={line}>
            <td>
              {description}
              {partNumber !== null && <span className={styles.quiet}>{partNumber}</span>}
              {orderNumber !== null && (
                <span className={styles.quiet}>{t('invoices.line.order', { number: orderNumber })}</span>
              )}
              <span className={styles.quiet}>
                {t('invoices.line.unitPrice')} {money({ amount: unitPrice, currency })}
              </span>
            </td>
            <td className={styles.amount}>{formatNumber(quantity)}</td>
            <td className={styles.amount}>{money({ amount, currency })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Addresses({ invoice: { soldTo, billTo, shipTo } }: PartProps) {
  const { t } = useMessages();
  if (soldTo === null && billTo === null && shipTo === null)
    return <EmptyState title={t('invoices.noAddresses')} />;
  return (
    <Facts
      facts={[
        [t('invoices.soldTo'), soldTo && <Address address={soldTo} />],
        [t('invoices.billTo'), billTo && <Address address={billTo} />],
        [t('invoices.shipTo'), shipTo && <Address address={shipTo} />],
      ]}
    />
  );
}

function Address({ address: { name, lines, country } }: { address: InvoiceAddress }) {
  const countryName = useCountryNames();
  return <div className={styles.address}>{[name, ...lines, countryName(country)].join('\n')}</div>;
}
