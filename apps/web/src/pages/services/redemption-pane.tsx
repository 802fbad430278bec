import { getRedemption, type Redemption, redeemOffer } from '@muniment/contract/redemptions.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { DetailPane } from '../../listing/detail-pane.tsx';
import { Facts } from '../../listing/facts.tsx';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { RedemptionState } from './redemptions-part.tsx';
import { useRenewServices } from './use-renew-services.ts';

export interface RedemptionPaneProps {
  licenseId: string;
  redemptionId: string;
  /** As the list has it, where it is loaded. */
  row: Redemption | undefined;
  onClose: () => void;
}

/** What may be redeemed, and redeeming it. @source W6 */
export default function RedemptionPane({ licenseId, redemptionId, row, onClose }: RedemptionPaneProps) {
  const { t, formatDateTime, formatNumber } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [isAsking, setAsking] = useState(false);
  const query = useQuery({
    queryKey: [number, 'service', 'redemption', licenseId, redemptionId],
    queryFn: ({ signal }) => api.call(getRedemption, { params: { licenseId, redemptionId }, signal }),
  });
  const redemption = query.data ?? row;
  return (
    <DetailPane
      title={redemption?.product}
      subtitle={
        redemption && (
          <>
            <LicenseId id={redemption.licenseId} /> <RedemptionState status={redemption.status} />
          </>
        )
      }
      query={query}
      onClose={onClose}
      footer={
        query.data?.status === 'available' && (
          <Button variant="primary" onPress={() => setAsking(true)}>
            {t('redemptions.redeem')}
          </Button>
        )
      }
    >
      {(details) => (
        <>
          <Facts
            facts={[
              [t('services.column.quantity'), formatNumber(details.quantity)],
              [
                t('redemptions.column.redeemedAt'),
                details.redeemedAt === null ? null : formatDateTime(details.redeemedAt),
              ],
              [t('redemptions.column.offerNumber'), details.offerNumber],
              [t('services.column.partNumber'), details.partNumber],
              [t('services.fact.licenseName'), details.licenseName],
            ]}
          />
          {isAsking && <RedeemDialog redemption={details} onClose={() => setAsking(false)} />}
        </>
      )}
    </DetailPane>
  );
}

function RedeemDialog({ redemption, onClose }: { redemption: Redemption; onClose: () => void }) {
  const { t } = useMessages();
  const api = useApi();
  const renew = useRenewServices();
  const { licenseId, id: redemptionId, product, quantity } = redemption;
  const redeeming = useMutation({
    mutationFn: () => api.call(redeemOffer, { params: { licenseId, redemptionId } }),
    onSuccess: () => {
      showToast({ tone: 'success', title: t('redemptions.done', { product }) });
      onClose();
    },
    onSettled: renew,
  });
  const { error } = redeeming;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('redemptions.redeem.title', { product })}
      confirmLabel={t('redemptions.redeem')}
      tone="primary"
      isPending={redeeming.isPending}
      onConfirm={() => redeeming.mutate()}
    >
      <p>{t('redemptions.redeem.body', { quantity, product, licenseId: formatLicenseId(licenseId) })}</p>
      {error !== null && (
        <MessageBar tone="danger" title={t('redemptions.redeem.failed')}>
          {isProblem(error, 'already-redeemed')
            ? t('redemptions.redeem.already')
            : t(error instanceof ServerNotReached ? 'services.noAnswer' : problemText(error))}
        </MessageBar>
      )}
    </ConfirmDialog>
  );
}
