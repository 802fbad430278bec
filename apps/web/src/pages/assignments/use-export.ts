import { exportVlUsers } from '@muniment/contract/vl-users.ts';
import { useMutation } from '@tanstack/react-query';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { dayOf } from './as-of/moment.ts';
import type { ListQuery } from './people-query.ts';

/** Saves exactly the people that the list shows, in its order, as a CSV file. @source B8 */
export function useExport() {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ query }: { query: ListQuery; count: number }) => {
      const lines = await api.call(exportVlUsers, { query });
      return new Response(lines, { headers: { 'content-type': 'text/csv;charset=utf-8' } }).blob();
    },
    onSuccess: (blob, { query, count }) => {
      const day = dayOf(query.asOf === undefined ? new Date() : new Date(query.asOf));
      const file = `${t('toolbar.export.file')}-${number}-${day}.csv`;
      save(blob, file);
      showToast({
        tone: 'success',
        title: t('toolbar.exported', { count }),
        message: t('toolbar.exported.body', { file }),
      });
    },
    onError: () =>
      showToast({
        tone: 'danger',
        title: t('toolbar.export.failed'),
        message: t('toolbar.export.failed.body'),
      }),
  });
  return { exportPeople: mutate, isExporting: isPending };
}

function save(blob: Blob, file: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  // The browser reads it after the click has been worked off.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
