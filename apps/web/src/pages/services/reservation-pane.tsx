import { cancelReservation, getReservation, type Reservation } from '@muniment/contract/reservations.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { DetailPane } from '../../listing/detail-pane.tsx';
import { Facts } from '../../listing/facts.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useCountryNames } from '../contracts/country-names.ts';
import { ReservationState } from './reservations-part.tsx';
import styles from './services.module.css';
import { useRenewServices } from './use-renew-services.ts';

export interface ReservationPaneProps {
  licenseId: string;
  reservationId: string;
  /** As the list has it, where it is loaded. */
  row: Reservation | undefined;
  onClose: () => void;
}

/** One reservation. It is not edited; while there is time it can be canceled. @source W6 */
export default function ReservationPane({ licenseId, reservationId, row, onClose }: ReservationPaneProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [isCanceling, setCanceling] = useState(false);
  const query = useQuery({
    queryKey: [number, 'service', 'reservation', licenseId, reservationId],
    queryFn: ({ signal }) => api.call(getReservation, { params: { licenseId, reservationId }, signal }),
  });
  const reservation = query.data ?? row;
  return (
    <DetailPane
      title={reservation?.product}
      subtitle={
        reservation && (
          <>
            <LicenseId id={reservation.licenseId} /> <ReservationState status={reservation.status} />
          </>
        )
      }
      query={query}
      onClose={onClose}
      footer={
        query.data?.cancelableUntil && (
          <Button variant="danger" onPress={() => setCanceling(true)}>
            {t('reservations.cancel')}
          </Button>
        )
      }
    >
      {(details) => (
        <>
          <ReservationFacts reservation={details} />
          <WhatNow reservation={details} />
          {isCanceling && <CancelDialog reservation={details} onClose={() => setCanceling(false)} />}
        </>
      )}
    </DetailPane>
  );
}

function ReservationFacts({ reservation }: { reservation: Reservation }) {
  const { t, formatDate, formatDateTime, formatNumber } = useMessages();
  const countryName = useCountryNames();
  const { canceledAt, cancelReason, orderedAt, orderNumber } = reservation;
  return (
    <Facts
      facts={[
        [t('services.column.quantity'), formatNumber(reservation.quantity)],
        [t('services.column.usageCountry'), countryName(reservation.usageCountry)],
        [t('services.column.usageDate'), formatDate(reservation.usageDate)],
        [t('services.column.reservedAt'), formatDateTime(reservation.reservedAt)],
        [t('reservations.fact.canceledAt'), canceledAt === null ? null : formatDateTime(canceledAt)],
        [t('reservations.fact.reason'), cancelReason],
        [t('reservations.fact.orderedAt'), orderedAt === null ? null : formatDateTime(orderedAt)],
        [t('reservations.fact.orderNumber'), orderNumber],
        [t('services.column.partNumber'), reservation.partNumber],
        [t('services.fact.licenseName'), reservation.licenseName],
      ]}
    />
  );
}

/** Until when it can be canceled, or why it cannot. */
function WhatNow({ reservation: { status, cancelableUntil } }: { reservation: Reservation }) {
  const { t, formatDateTime } = useMessages();
  const why = { ordered: 'reservations.isOrdered', canceled: 'reservations.isCanceled' } as const;
  return (
    <p className={styles.hint}>
      {cancelableUntil === null
        ? t(status === 'active' ? 'reservations.tooLate' : why[status])
        : t('reservations.cancelableUntil', { moment: formatDateTime(cancelableUntil) })}
    </p>
  );
}

function CancelDialog({ reservation, onClose }: { reservation: Reservation; onClose: () => void }) {
  const { t, formatDate } = useMessages();
  const api = useApi();
  const renew = useRenewServices();
  const formId = useId();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { licenseId, id: reservationId, product, quantity, usageDate } = reservation;
  const canceling = useMutation({
    mutationFn: () =>
      api.call(cancelReservation, { params: { licenseId, reservationId }, body: { reason: reason.trim() } }),
    onSuccess: () => {
      showToast({ tone: 'success', title: t('reservations.canceled', { product }) });
      onClose();
    },
    onSettled: renew,
  });
  const { error } = canceling;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('reservations.cancel.title')}
      footer={
        <>
          <Button variant="danger" type="submit" form={formId} isPending={canceling.isPending}>
            {t('reservations.cancel')}
          </Button>
          <Button onPress={onClose}>{t('reservations.keep')}</Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (reason.trim() === '') event.currentTarget.querySelector('input')?.focus();
          else canceling.mutate();
        }}
      >
        <p>{t('reservations.cancel.body', { quantity, product, date: formatDate(usageDate) })}</p>
        <TextField
          label={t('reservations.cancel.reason')}
          description={t('reservations.cancel.reason.hint')}
          value={reason}
          onChange={setReason}
          maxLength={200}
          autoFocus
          errorMessage={isTried && reason.trim() === '' ? t('reservations.cancel.reason.missing') : null}
        />
        {error !== null && (
          <MessageBar tone="danger" title={t('reservations.cancel.failed')}>
            {isProblem(error, 'reservation-not-cancelable')
              ? t('reservations.cancel.tooLate')
              : t(error instanceof ServerNotReached ? 'services.noAnswer' : problemText(error))}
          </MessageBar>
        )}
      </form>
    </Dialog>
  );
}
