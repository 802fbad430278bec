import type { Action } from '@muniment/domain/roles.ts';
import { useSearch } from '@tanstack/react-router';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import type { MessageId } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { ActivationsPart } from './activations-part.tsx';
import { RedemptionsPart } from './redemptions-part.tsx';
import { ReservationsPart } from './reservations-part.tsx';
import styles from './services.module.css';

const PARTS = [
  { id: 'reservations', action: 'service:reserve', label: 'services.tab.reservations' },
  { id: 'activations', action: 'service:activate', label: 'services.tab.activations' },
  { id: 'redemptions', action: 'service:redeem', label: 'services.tab.redemptions' },
] as const satisfies readonly { id: string; action: Action; label: MessageId }[];

/** Online services: a part for each of its three actions, and only those that a role opens. @source W6, R10 */
export default function ServicesPage() {
  const { t } = useMessages();
  const { number, actions } = useOrganization();
  const { part }: { part?: string } = useSearch({ strict: false });
  const open = PARTS.filter(({ action }) => actions.includes(action));
  const shown = open.find(({ id }) => id === part) ?? open[0];
  const tabs = open.length > 1 && (
    <div className={styles.tabs}>
      <TabLinks
        label={t('services.parts')}
        links={open.map(({ id, label }) => ({
          id,
          label: t(label),
          href: paths.entitlement(number, 'vl/services', [], id === open[0]?.id ? {} : { part: id }),
          isCurrent: id === shown?.id,
        }))}
      />
    </div>
  );
  switch (shown?.id) {
    case 'reservations':
      return <ReservationsPart key="reservations" tabs={tabs} />;
    case 'activations':
      return <ActivationsPart key="activations" tabs={tabs} />;
    case 'redemptions':
      return <RedemptionsPart key="redemptions" tabs={tabs} />;
    default:
      return null;
  }
}
