import { listDownloadLicenses } from '@muniment/contract/downloads.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Select } from '../../ui/select.tsx';
import { useLater } from '../../ui/use-later.ts';
import styles from './downloads.module.css';

/** From more on they are searched instead of listed. */
const LISTED_MAX = 50;
const TYPING_MILLISECONDS = 200;

export interface LicenseChoiceProps {
  downloadId: string;
  /** How many offer it. */
  count: number;
  chosen: string;
  onChoose: (licenseId: string) => void;
}

/** Under which of the license IDs that offer a file it is fetched. */
export function LicenseChoice({ downloadId, count, chosen, onChoose }: LicenseChoiceProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [text, setText] = useState('');
  const q = useLater(text.trim(), TYPING_MILLISECONDS);
  const { data, isPending } = useQuery({
    queryKey: [number, 'download-licenses', downloadId, q],
    queryFn: async ({ signal }) => {
      const query = { limit: LISTED_MAX, ...(q === '' ? {} : { q }) };
      const { items } = await api.call(listDownloadLicenses, { params: { downloadId }, query, signal });
      return items.map(({ licenseId, name }) => ({
        id: licenseId,
        label: formatLicenseId(licenseId),
        description: name,
      }));
    },
    placeholderData: keepPreviousData,
  });
  const about = t('downloads.license.about', { count });
  if (count <= LISTED_MAX) {
    return (
      <div className={styles.choice}>
        <Select
          label={t('downloads.license')}
          description={about}
          options={data ?? [{ id: chosen, label: formatLicenseId(chosen) }]}
          value={chosen}
          onChange={onChoose}
        />
      </div>
    );
  }
  return (
    <section className={styles.choice} aria-label={t('downloads.license')}>
      <p role="status">{t('downloads.license.chosen', { licenseId: formatLicenseId(chosen) })}</p>
      <ComboBox
        label={t('downloads.license.search')}
        options={data ?? []}
        inputValue={text}
        onInputChange={setText}
        onChoose={(licenseId) => {
          onChoose(licenseId);
          setText('');
        }}
        isLoading={isPending}
        emptyText={t('downloads.license.none')}
      />
      <p className={styles.quiet}>{about}</p>
    </section>
  );
}
