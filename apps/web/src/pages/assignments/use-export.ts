import { exportVlUsers } from '@muniment/contract/vl-users.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useCsvFile } from '../../listing/use-csv-file.ts';
import { useMessages } from '../../messages/messages.tsx';
import { dayOf } from './as-of/moment.ts';
import type { ListQuery } from './people-query.ts';

/** Saves exactly the people that the list shows, in its order, as a CSV file. @source B8 */
export function useExport() {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const { saveCsv, isSaving } = useCsvFile();
  const exportPeople = ({ query, count }: { query: ListQuery; count: number }) => {
    const day = dayOf(query.asOf === undefined ? new Date() : new Date(query.asOf));
    const name = `${t('toolbar.export.file')}-${number}-${day}.csv`;
    saveCsv({
      read: () => api.call(exportVlUsers, { query }),
      name,
      told: {
        title: t('toolbar.exported', { count }),
        message: t('toolbar.exported.body', { file: name }),
      },
    });
  };
  return { exportPeople, isExporting: isSaving };
}
