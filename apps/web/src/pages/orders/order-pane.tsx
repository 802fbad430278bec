import { getOrder, type Order, type OrderDetails } from '@muniment/contract/orders.ts';
import { useQuery } from '@tanstack/react-query';
import { useApi, useOrganization } from '../../app/organization.ts';
import { DetailPane } from '../../listing/detail-pane.tsx';
import { Facts } from '../../listing/facts.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { useCountryNames } from '../contracts/country-names.ts';
import styles from './orders.module.css';

export interface OrderPaneProps {
  licenseId: string;
  orderId: string;
  /** As the list has it, where it is loaded. */
  row: Order | undefined;
  onClose: () => void;
}

/** One order, and its lines as they were ordered. @source W2 */
export default function OrderPane({ licenseId, orderId, row, onClose }: OrderPaneProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const query = useQuery({
    queryKey: [number, 'order', licenseId, orderId],
    queryFn: ({ signal }) => api.call(getOrder, { params: { licenseId, orderId }, signal }),
  });
  const order = query.data ?? row;
  return (
    <DetailPane
      title={order && t('orders.name', { number: order.resellerOrderNumber })}
      subtitle={order && <LicenseId id={order.licenseId} />}
      query={query}
      onClose={onClose}
    >
      {(details) => (
        <>
          <OrderFacts order={details} />
          <Lines order={details} />
        </>
      )}
    </DetailPane>
  );
}

function OrderFacts({ order }: { order: OrderDetails }) {
  const { t, formatDate } = useMessages();
  const { customerOrderNumber, orderedOn, usageStartDate, reseller, licenseName } = order;
  return (
    <Facts
      facts={[
        [t('orders.column.customerOrderNumber'), customerOrderNumber],
        [t('orders.column.orderedOn'), formatDate(orderedOn)],
        [t('orders.column.usageStartDate'), usageStartDate === null ? null : formatDate(usageStartDate)],
        [t('orders.column.reseller'), reseller],
        [t('orders.fact.licenseName'), licenseName],
      ]}
    />
  );
}

function Lines({ order: { lines } }: { order: OrderDetails }) {
  const { t, formatNumber } = useMessages();
  const countryName = useCountryNames();
  return (
    <table className={styles.lines}>
      <caption>{t('orders.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('orders.line.product')}</th>
          <th scope="col" className={styles.amount}>
            {t('orders.line.quantity')}
          </th>
          <th scope="col">{t('orders.line.country')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, partNumber, product, quantity, country }) => (
          <tr key={line}>
            <td>
              {product}
              <span className={styles.quiet}>{partNumber}</span>
            </td>
            <td className={styles.amount}>{formatNumber(quantity)}</td>
            <td>{countryName(country)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
