import { type Activation, getActivation } from '@muniment/contract/activations.ts';
import { useQuery } from '@tanstack/react-query';
import { useApi, useOrganization } from '../../app/organization.ts';
import { DetailPane } from '../../listing/detail-pane.tsx';
import { Facts } from '../../listing/facts.tsx';
import type { OpenRow } from '../../listing/list-page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { LicenseId } from '../../ui/license-id.tsx';

/** A key that was used: what for, by when it ends. @source W6 */
export default function ActivationPane({ licenseId, id, row, onClose }: OpenRow<Activation>) {
  const { t, formatDate, formatDateTime, formatNumber } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const query = useQuery({
    queryKey: [number, 'service', 'activation', licenseId, id],
    queryFn: ({ signal }) => api.call(getActivation, { params: { licenseId, activationId: id }, signal }),
  });
  const activation = query.data ?? row;
  return (
    <DetailPane
      title={activation?.product}
      subtitle={activation && <LicenseId id={activation.licenseId} />}
      query={query}
      onClose={onClose}
    >
      {(details) => (
        <Facts
          facts={[
            [t('activations.column.lastFive'), details.lastFive],
            [t('activations.column.choice'), t(`activations.did.${details.choice}`)],
            [t('services.column.quantity'), formatNumber(details.seats)],
            [t('activations.fact.endsOn'), details.endsOn === null ? null : formatDate(details.endsOn)],
            [t('activations.column.activatedAt'), formatDateTime(details.activatedAt)],
            [t('services.column.partNumber'), details.partNumber],
            [t('services.fact.licenseName'), details.licenseName],
          ]}
        />
      )}
    </DetailPane>
  );
}
