import { EXPORTED_KEYS_MAX, exportKeys, type ProductKey } from '@muniment/contract/product-keys.ts';
import { KeyRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useCsvFile } from '../../listing/use-csv-file.ts';
import type { ListState } from '../../listing/use-list.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';

// The list shows without the question.
const ConfirmDialog = lazy(() =>
  import('../../ui/dialog.tsx').then((module) => ({ default: module.ConfirmDialog })),
);

export interface ExportKeysProps {
  state: ListState<ProductKey>;
  selectedIds: ReadonlySet<string>;
}

/** Saves keys in clear, those that are selected or all that match, after a question that says it is recorded. @source W3 */
export function ExportKeys({ state, selectedIds }: ExportKeysProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [isAsking, setAsking] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  const { saveCsv, isSaving } = useCsvFile();
  const selected = state.items.filter(({ id }) => selectedIds.has(id));
  const count = selected.length > 0 ? selected.length : (state.matching ?? 0);
  const { sort: _, ...filters } = state.query;
  const body =
    selected.length > 0 ? { keys: selected.map(({ licenseId, id }) => ({ licenseId, keyId: id })) } : filters;
  const day = new Date().toISOString().slice(0, 10);
  const name = `${t('keys.export.file')}-${number}-${day}.csv`;
  return (
    <>
      <Button
        variant="quiet"
        icon={<KeyRound size={18} strokeWidth={1.5} aria-hidden />}
        isPending={isSaving}
        disabledReason={
          selected.length > EXPORTED_KEYS_MAX ? t('keys.export.tooMany', { most: EXPORTED_KEYS_MAX }) : null
        }
        onPress={() => {
          setWasAsked(true);
          setAsking(true);
        }}
      >
        {selected.length > 0 ? t('keys.export.selected', { count }) : t('keys.export.all')}
      </Button>
      {wasAsked && (
        <Suspense>
          <ConfirmDialog
            isOpen={isAsking}
            onClose={() => setAsking(false)}
            tone="primary"
            title={t('keys.export.title', { count })}
            confirmLabel={t('keys.export.confirm', { count })}
            onConfirm={() => {
              setAsking(false);
              saveCsv({
                read: () => api.call(exportKeys, { body: body as never }),
                name,
                told: { title: t('keys.exported'), message: t('keys.exported.body', { file: name }) },
              });
            }}
          >
            {t('keys.export.body')}
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}
