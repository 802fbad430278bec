import {
  exportMaskedKeys,
  KEY_STATUSES,
  KEY_TYPES,
  listKeys,
  type ProductKey,
} from '@muniment/contract/product-keys.ts';
import { lazy, useMemo, useState } from 'react';
import type { ListDefinition } from '../../listing/list-definition.ts';
import { ListPage } from '../../listing/list-page.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { ExportKeys } from './export-keys.tsx';
import { CopyKeyButton, KeyText, RevealButton } from './key-controls.tsx';
import { Activations, KeyCard, KeyStatus } from './key-facts.tsx';
import { ShownKeysProvider } from './shown-keys.tsx';

const KeyPane = lazy(() => import('./key-pane.tsx'));

const KEYS: ListDefinition<ProductKey> = {
  page: 'vl/keys',
  action: 'contract-key:view',
  texts: {
    title: 'keys.title',
    lead: 'keys.lead',
    search: 'keys.search',
    count: 'keys.count',
    empty: 'keys.empty',
    emptyBody: 'keys.emptyBody',
    error: 'keys.error',
    file: 'keys.file',
  },
  read: (api, query, signal) => api.call(listKeys, { query, signal }),
  exportCsv: (api, query) => api.call(exportMaskedKeys, { query }),
  filters: [
    {
      name: 'keyType',
      label: 'keys.column.type',
      options: KEY_TYPES.map((id) => ({ id, label: `keys.type.${id}` as const })),
      isSingle: true,
    },
    {
      name: 'status',
      label: 'keys.column.status',
      options: KEY_STATUSES.map((id) => ({ id, label: `keys.status.${id}` as const })),
      isSingle: true,
    },
  ],
  defaultSort: 'product',
  columns: ({ t }) => [
    {
      id: 'licenseId',
      header: t('keys.column.licenseId'),
      isSortable: true,
      width: 104,
      render: ({ licenseId }) => <LicenseId id={licenseId} />,
    },
    {
      id: 'organization',
      header: t('keys.column.organization'),
      width: '0.9fr',
      minWidth: 120,
      render: ({ organizationName }) => organizationName,
    },
    {
      id: 'product',
      header: t('keys.column.product'),
      isSortable: true,
      isRowHeader: true,
      width: '2.2fr',
      minWidth: 220,
      render: ({ product }) => product,
    },
    {
      id: 'lastFive',
      header: t('keys.column.key'),
      isSortable: true,
      width: 250,
      minWidth: 250,
      render: (key) => <KeyText productKey={key} />,
    },
    {
      id: 'reveal',
      header: t('keys.column.reveal'),
      holdsControl: true,
      hideHeader: true,
      width: 44,
      minWidth: 44,
      render: (key) => <RevealButton productKey={key} />,
    },
    {
      id: 'copy',
      header: t('keys.column.copy'),
      holdsControl: true,
      hideHeader: true,
      width: 44,
      minWidth: 44,
      render: (key) => <CopyKeyButton productKey={key} />,
    },
    {
      id: 'keyType',
      header: t('keys.column.type'),
      isSortable: true,
      width: 90,
      render: ({ keyType }) => t(`keys.type.${keyType}`),
    },
    {
      id: 'activations',
      header: t('keys.column.activations'),
      align: 'end',
      width: 118,
      render: (key) => <Activations productKey={key} />,
    },
    {
      id: 'status',
      header: t('keys.column.status'),
      isSortable: true,
      width: 110,
      render: (key) => <KeyStatus productKey={key} />,
    },
  ],
  besidePane: ['product', 'lastFive', 'status'],
  card: (key) => <KeyCard productKey={key} />,
  nameOf: ({ product, lastFive }) => `${product} ${lastFive}`,
};

/** The keys of the license IDs on which one may see them: masked until one asks for one. @source W3 */
export default function KeysPage() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const selection = useMemo(() => ({ ids, onSelect: setIds }), [ids]);
  return (
    <ShownKeysProvider>
      <ListPage
        list={KEYS}
        selection={selection}
        commands={(state) => <ExportKeys state={state} selectedIds={ids} />}
        pane={({ licenseId, id, row, onClose }) => (
          <KeyPane licenseId={licenseId} keyId={id} row={row} onClose={onClose} />
        )}
      />
    </ShownKeysProvider>
  );
}
