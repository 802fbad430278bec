import type { OnlineService } from '@muniment/contract/online-services.ts';
import { reserveService } from '@muniment/contract/reservations.ts';
import { isCalendarDate } from '@muniment/domain/calendar-date.ts';
import { COUNTRIES } from '@muniment/domain/countries.ts';
import { cancelableUntil, RESERVED_SEATS_MAX } from '@muniment/domain/reservations.ts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { ServerNotReached } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { useAttemptKey } from '../../app/use-attempt-key.ts';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { Select } from '../../ui/select.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useCountryNames } from '../contracts/country-names.ts';
import { ServiceChoice } from './service-choice.tsx';
import styles from './services.module.css';
import { useRenewServices } from './use-renew-services.ts';

/** Asks for a reservation: of which service, how many seats, where and from when. @source W6 */
export default function ReserveSheet({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const formId = useId();
  const [service, setService] = useState<OnlineService | null>(null);
  const [quantity, setQuantity] = useState('');
  const [country, setCountry] = useState<string | null>(null);
  const [date, setDate] = useState('');
  const [isTried, setTried] = useState(false);
  const reserving = useReserving(onClose);

  const countries = useCountries();
  const seats = /^\d{1,9}$/.test(quantity.trim()) ? Number(quantity.trim()) : 0;
  const isQuantityWrong = seats < 1 || seats > RESERVED_SEATS_MAX;
  const dateFault = service === null ? null : faultOfDate(date, service);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (service === null || isQuantityWrong || country === null || dateFault !== null) return;
    reserving.mutate({ service, quantity: seats, usageCountry: country, usageDate: date });
  };
  const { error } = reserving;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('reservations.form.title')}
      description={t('reservations.form.lead')}
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} isPending={reserving.isPending}>
            {t('reservations.reserve')}
          </Button>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        <ServiceChoice
          chosen={service}
          onChoose={setService}
          errorMessage={isTried && service === null ? t('reservations.form.service.missing') : null}
        />
        <TextField
          label={t('services.column.quantity')}
          inputMode="numeric"
          value={quantity}
          onChange={setQuantity}
          description={t('reservations.form.quantity.hint', { max: RESERVED_SEATS_MAX })}
          errorMessage={
            isTried && isQuantityWrong
              ? t('reservations.form.quantity.wrong', { max: RESERVED_SEATS_MAX })
              : null
          }
        />
        <Select
          label={t('services.column.usageCountry')}
          options={countries}
          value={country}
          onChange={setCountry}
          placeholder={t('reservations.form.country.choose')}
          errorMessage={isTried && country === null ? t('reservations.form.country.missing') : null}
        />
        <UsageDate
          service={service}
          date={date}
          onChange={setDate}
          fault={isTried || date !== '' ? dateFault : null}
        />
        {error !== null && (
          <MessageBar tone="danger" title={t('reservations.form.failed')}>
            {t(error instanceof ServerNotReached ? 'services.noAnswer' : problemText(error))}
          </MessageBar>
        )}
      </form>
    </Sheet>
  );
}

type DateFault = 'missing' | 'past' | 'tooFar' | 'closed';

/** What speaks against a day, before the server is asked. */
function faultOfDate(date: string, { usageDays: { first, last, closed } }: OnlineService): DateFault | null {
  if (!isCalendarDate(date)) return 'missing';
  if (date < first) return 'past';
  if (date > last) return 'tooFar';
  return closed !== null && date >= closed.from && date <= closed.to ? 'closed' : null;
}

interface UsageDateProps {
  /** null: none is chosen yet, and so no day is known to be open. */
  service: OnlineService | null;
  date: string;
  onChange: (date: string) => void;
  fault: DateFault | null;
}

/** The usage date, with its bounds and the last moment to cancel in words. */
function UsageDate({ service, date, onChange, fault }: UsageDateProps) {
  const { t, formatDate, formatDateTime } = useMessages();
  if (service === null) {
    return (
      <TextField
        label={t('services.column.usageDate')}
        type="date"
        value={date}
        onChange={onChange}
        isDisabled
        description={t('reservations.form.date.first')}
      />
    );
  }
  const { first, last, closed, timeZone } = service.usageDays;
  const bounds = {
    first: formatDate(first),
    last: formatDate(last),
    from: closed === null ? '' : formatDate(closed.from),
    to: closed === null ? '' : formatDate(closed.to),
  };
  const until = fault === null && isCalendarDate(date) ? cancelableUntil(date, timeZone) : null;
  return (
    <>
      <TextField
        label={t('services.column.usageDate')}
        type="date"
        value={date}
        onChange={onChange}
        description={t(
          closed === null ? 'reservations.form.date.bounds' : 'reservations.form.date.closed',
          bounds,
        )}
        errorMessage={fault === null ? null : t(`reservations.form.date.fault.${fault}`, bounds)}
      />
      <p className={styles.hint} role="status">
        {until !== null &&
          (until > new Date()
            ? t('reservations.form.cancelableUntil', { moment: formatDateTime(until) })
            : t('reservations.form.notCancelable'))}
      </p>
    </>
  );
}

/** All countries by name, in the person's language. */
function useCountries() {
  const { locale } = useMessages();
  const countryName = useCountryNames();
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    return COUNTRIES.map((id) => ({ id, label: countryName(id) })).sort((one, other) =>
      compare(one.label, other.label),
    );
  }, [locale, countryName]);
}

function useReserving(onClose: () => void) {
  const { t, formatDate } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const navigate = useNavigate();
  const keyFor = useAttemptKey();
  const renew = useRenewServices();
  return useMutation({
    mutationFn: (wanted: {
      service: OnlineService;
      quantity: number;
      usageCountry: string;
      usageDate: string;
    }) => {
      const { service, ...rest } = wanted;
      const { licenseId, partNumber } = service;
      const body = { partNumber, ...rest };
      const idempotencyKey = keyFor({ licenseId, ...body });
      return api.call(reserveService, { params: { licenseId }, body, idempotencyKey });
    },
    onSuccess: async ({ licenseId, id, product, quantity, usageDate }) => {
      showToast({
        tone: 'success',
        title: t('reservations.made', { product }),
        message: t('reservations.made.body', { quantity, date: formatDate(usageDate) }),
      });
      onClose();
      await renew();
      await navigate({ href: paths.entitlement(number, 'vl/services', [licenseId, id]), resetScroll: false });
    },
  });
}
