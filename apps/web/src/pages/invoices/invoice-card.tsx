import type { Invoice } from '@muniment/contract/invoices.ts';
import { useMessages } from '../../messages/messages.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import styles from './invoices.module.css';
import { useMoney } from './use-money.ts';

/** An invoice on phones. */
export function InvoiceCard({ invoice }: { invoice: Invoice }) {
  const { t, formatDate } = useMessages();
  const money = useMoney();
  const { invoiceNumber, kind, invoiceDate, dueDate, totalDue, licenseId } = invoice;
  return (
    <div className={styles.card}>
      <div className={styles.what}>
        <strong>{t('invoices.name', { kind, number: invoiceNumber })}</strong>
        <span className={styles.quiet}>
          <LicenseId id={licenseId} /> {t('invoices.card.dated', { date: formatDate(invoiceDate) })}
        </span>
        {dueDate !== null && <span>{t('invoices.card.due', { date: formatDate(dueDate) })}</span>}
      </div>
      <strong className={styles.amount}>{money(totalDue)}</strong>
    </div>
  );
}
