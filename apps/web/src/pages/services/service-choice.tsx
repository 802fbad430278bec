import { listServices, type OnlineService } from '@muniment/contract/online-services.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import fieldStyles from '../../ui/field.module.css';
import { LicenseId } from '../../ui/license-id.tsx';
import styles from './services.module.css';

const FOUND_MAX = 20;

export interface ServiceChoiceProps {
  chosen: OnlineService | null;
  onChoose: (service: OnlineService | null) => void;
  errorMessage: string | null;
}

/** Chooses a service of a license ID by a search; the only one there is is chosen at once. */
export function ServiceChoice({ chosen, onChoose, errorMessage }: ServiceChoiceProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [text, setText] = useState('');
  const q = text.trim().slice(0, 200);
  const found = useQuery({
    queryKey: [number, 'service', 'choice', q],
    queryFn: ({ signal }) =>
      api.call(listServices, { query: { limit: FOUND_MAX, ...(q === '' ? {} : { q }) }, signal }),
    placeholderData: keepPreviousData,
  });
  const { items = [], total = 0 } = found.data ?? {};
  const only = q === '' && total === 1 ? items[0] : undefined;
  useEffect(() => {
    if (only !== undefined) onChoose(only);
  }, [only, onChoose]);

  if (chosen !== null) {
    return (
      <div className={styles.chosen}>
        <span className={styles.what}>
          <strong>{chosen.product}</strong>
          <span className={styles.quiet}>
            <LicenseId id={chosen.licenseId} /> {chosen.licenseName}
          </span>
        </span>
        {total !== 1 && (
          <Button onPress={() => onChoose(null)}>{t('reservations.form.service.change')}</Button>
        )}
      </div>
    );
  }
  if (q === '' && found.isSuccess && total === 0) return <p>{t('reservations.form.service.none')}</p>;
  return (
    <div className={fieldStyles.field}>
      <span className={fieldStyles.label}>{t('reservations.form.service')}</span>
      <ComboBox
        label={t('reservations.form.service.search')}
        options={items.map(({ id, product, licenseId, licenseName }) => ({
          id,
          label: product,
          description: `${formatLicenseId(licenseId)} ${licenseName}`,
        }))}
        inputValue={text}
        onInputChange={setText}
        onChoose={(id) => {
          onChoose(items.find((item) => item.id === id) ?? null);
          setText('');
        }}
        isLoading={found.isFetching}
        emptyText={t('reservations.form.service.notFound')}
      />
      {errorMessage && (
        <span className={fieldStyles.error} role="alert">
          <CircleAlert size={14} aria-hidden />
          <span>{errorMessage}</span>
        </span>
      )}
    </div>
  );
}
