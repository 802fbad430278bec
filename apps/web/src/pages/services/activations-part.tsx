import {
  ACTIVATION_SORT_DEFAULT,
  type Activation,
  exportActivations,
  listActivations,
} from '@muniment/contract/activations.ts';
import { KeyRound } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ListDefinition } from '../../listing/list-definition.ts';
import { ListPage } from '../../listing/list-page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { ServiceCard } from './service-card.tsx';

const ActivationPane = lazy(() => import('./activation-pane.tsx'));
const ActivateSheet = lazy(() => import('./activate-sheet.tsx'));

const ACTIVATIONS: ListDefinition<Activation> = {
  page: 'vl/services',
  part: 'activations',
  action: 'service:activate',
  texts: {
    title: 'services.title',
    lead: 'activations.lead',
    search: 'activations.search',
    count: 'activations.count',
    empty: 'activations.empty',
    emptyBody: 'activations.emptyBody',
    error: 'activations.error',
    file: 'activations.file',
  },
  read: (api, query, signal) => api.call(listActivations, { query, signal }),
  exportCsv: (api, query) => api.call(exportActivations, { query }),
  defaultSort: ACTIVATION_SORT_DEFAULT,
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
      id: 'lastFive',
      header: t('activations.column.lastFive'),
      width: 130,
      render: ({ lastFive }) => lastFive,
    },
    {
      id: 'choice',
      header: t('activations.column.choice'),
      isSortable: true,
      width: '1fr',
      minWidth: 150,
      render: ({ choice }) => t(`activations.did.${choice}`),
    },
    {
      id: 'seats',
      header: t('services.column.quantity'),
      isSortable: true,
      width: 110,
      render: ({ seats }) => formatNumber(seats),
    },
    {
      id: 'activatedAt',
      header: t('activations.column.activatedAt'),
      isSortable: true,
      width: 130,
      render: ({ activatedAt }) => formatDate(activatedAt),
    },
    {
      id: 'licenseId',
      header: t('services.column.licenseId'),
      isSortable: true,
      width: 120,
      render: ({ licenseId }) => <LicenseId id={licenseId} />,
    },
  ],
  card: (activation) => <Card activation={activation} />,
  nameOf: ({ product, lastFive }) => `${product} ${lastFive}`,
};

/** Keys that were used, with a way to use one. @source W6 */
export function ActivationsPart({ tabs }: { tabs: ReactNode }) {
  const { t } = useMessages();
  const [isActivating, setActivating] = useState(false);
  return (
    <>
      <ListPage
        list={ACTIVATIONS}
        notice={tabs}
        actions={
          <Button
            variant="primary"
            icon={<KeyRound size={18} strokeWidth={1.5} aria-hidden />}
            onPress={() => setActivating(true)}
          >
            {t('activations.use')}
          </Button>
        }
        pane={(open) => <ActivationPane {...open} />}
      />
      {isActivating && (
        <Suspense>
          <ActivateSheet onClose={() => setActivating(false)} />
        </Suspense>
      )}
    </>
  );
}

function Card({ activation }: { activation: Activation }) {
  const { t, formatDate } = useMessages();
  const { product, licenseId, seats, choice, activatedAt, lastFive } = activation;
  return (
    <ServiceCard
      product={product}
      licenseId={licenseId}
      what={t('activations.card.what', { did: t(`activations.did.${choice}`), seats })}
      when={formatDate(activatedAt)}
      state={<span>{lastFive}</span>}
    />
  );
}
