import { useMutation } from '@tanstack/react-query';
import { useMessages } from '../messages/messages.tsx';
import { showToast } from '../ui/toasts.tsx';
import { saveFile } from './save-file.ts';

/** A CSV file that the server writes. */
export interface CsvFile {
  /** Asks the server for its lines. */
  readonly read: () => Promise<BodyInit>;
  /** What it is saved as: `orders-10482-2026-09-02.csv`. */
  readonly name: string;
  /** What the toast says; left out: that it was exported, and holds all that the list shows. */
  readonly told?: { readonly title: string; readonly message: string };
}

/** Saves a list as a CSV file, and says so. */
export function useCsvFile() {
  const { t } = useMessages();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ read }: CsvFile) =>
      new Response(await read(), { headers: { 'content-type': 'text/csv;charset=utf-8' } }).blob(),
    onSuccess: (blob, { name, told }) => {
      saveFile(blob, name);
      const words = told ?? {
        title: t('list.exported'),
        message: t('list.exported.body', { file: name }),
      };
      showToast({ tone: 'success', ...words });
    },
    onError: () =>
      showToast({ tone: 'danger', title: t('list.export.failed'), message: t('list.export.failed.body') }),
  });
  return { saveCsv: mutate, isSaving: isPending };
}
