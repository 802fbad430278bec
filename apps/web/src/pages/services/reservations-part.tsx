import {
  exportReservations,
  listReservations,
  RESERVATION_SORT_DEFAULT,
  type Reservation,
} from '@muniment/contract/reservations.ts';
import { RESERVATION_STATUSES } from '@muniment/domain/reservations.ts';
import { CalendarPlus } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ListDefinition } from '../../listing/list-definition.ts';
import { ListPage } from '../../listing/list-page.tsx';
import { StateBadge } from '../../listing/state-badge.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { useCountryNames } from '../contracts/country-names.ts';
import { ServiceCard } from './service-card.tsx';

const ReservationPane = lazy(() => import('./reservation-pane.tsx'));
const ReserveSheet = lazy(() => import('./reserve-sheet.tsx'));

const RESERVATIONS: ListDefinition<Reservation> = {
  page: 'vl/services',
  part: 'reservations',
  action: 'service:reserve',
  texts: {
    title: 'services.title',
    lead: 'reservations.lead',
    search: 'reservations.search',
    count: 'reservations.count',
    empty: 'reservations.empty',
    emptyBody: 'reservations.emptyBody',
    error: 'reservations.error',
    file: 'reservations.file',
  },
  read: (api, query, signal) => api.call(listReservations, { query, signal }),
  exportCsv: (api, query) => api.call(exportReservations, { query }),
  filters: [
    {
      name: 'status',
      label: 'reservations.status',
      options: RESERVATION_STATUSES.map((id) => ({ id, label: `reservations.status.${id}` as const })),
      isSingle: true,
    },
  ],
  defaultSort: RESERVATION_SORT_DEFAULT,
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
      id: 'usageCountry',
      header: t('services.column.usageCountry'),
      isSortable: true,
      width: '1fr',
      minWidth: 120,
      render: ({ usageCountry }) => <Country code={usageCountry} />,
    },
    {
      id: 'usageDate',
      header: t('services.column.usageDate'),
      isSortable: true,
      width: 130,
      render: ({ usageDate }) => formatDate(usageDate),
    },
    {
      id: 'status',
      header: t('reservations.status'),
      isSortable: true,
      width: 120,
      render: ({ status }) => <ReservationState status={status} />,
    },
    {
      id: 'reservedAt',
      header: t('services.column.reservedAt'),
      isSortable: true,
      width: 130,
      render: ({ reservedAt }) => formatDate(reservedAt),
    },
    {
      id: 'licenseId',
      header: t('services.column.licenseId'),
      isSortable: true,
      width: 120,
      render: ({ licenseId }) => <LicenseId id={licenseId} />,
    },
  ],
  card: (reservation) => <Card reservation={reservation} />,
  nameOf: ({ product, usageDate }) => `${product} ${usageDate}`,
};

/** Reservations, with a way to make one. @source W6 */
export function ReservationsPart({ tabs }: { tabs: ReactNode }) {
  const { t } = useMessages();
  const [isReserving, setReserving] = useState(false);
  return (
    <>
      <ListPage
        list={RESERVATIONS}
        notice={tabs}
        actions={
          <Button
            variant="primary"
            icon={<CalendarPlus size={18} strokeWidth={1.5} aria-hidden />}
            onPress={() => setReserving(true)}
          >
            {t('reservations.reserve')}
          </Button>
        }
        pane={({ licenseId, id, row, onClose }) => (
          <ReservationPane licenseId={licenseId} reservationId={id} row={row} onClose={onClose} />
        )}
      />
      {isReserving && (
        <Suspense>
          <ReserveSheet onClose={() => setReserving(false)} />
        </Suspense>
      )}
    </>
  );
}

/** How a reservation stands. */
export function ReservationState({ status }: Pick<Reservation, 'status'>) {
  const { t } = useMessages();
  return (
    <StateBadge tone={status === 'canceled' ? 'over' : 'quiet'}>
      {t(`reservations.status.${status}`)}
    </StateBadge>
  );
}

function Country({ code }: { code: string }) {
  return <>{useCountryNames()(code)}</>;
}

function Card({ reservation }: { reservation: Reservation }) {
  const { t, formatDate } = useMessages();
  const countryName = useCountryNames();
  const { product, licenseId, quantity, usageCountry, usageDate, status } = reservation;
  return (
    <ServiceCard
      product={product}
      licenseId={licenseId}
      what={t('reservations.card.what', { quantity, country: countryName(usageCountry) })}
      when={t('reservations.card.from', { date: formatDate(usageDate) })}
      state={<ReservationState status={status} />}
    />
  );
}
