import { useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { PartProps } from './subscription-pane.tsx';

/** Switches auto-renew as it is wanted, after naming what follows and when. @source W7 */
export function AutoRenew({ subscription, change }: PartProps) {
  const { t, formatDate } = useMessages();
  const { product, endsOn, assigned, requested } = subscription;
  const isOn = requested?.autoRenew ?? subscription.autoRenew;
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  const act = isOn ? 'off' : 'on';
  return (
    <>
      <Switch isSelected={isOn} onChange={() => setIsAsking(true)}>
        {t('subscriptions.column.autoRenew')}
      </Switch>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={close}
        title={t(`subscriptions.renew.${act}`)}
        confirmLabel={t(`subscriptions.renew.${act}.confirm`)}
        tone={isOn ? 'danger' : 'primary'}
        isPending={change.isPending}
        onConfirm={() => change.mutate({ autoRenew: !isOn }, { onSettled: close })}
      >
        {t(`subscriptions.renew.${act}.body`, { product, date: formatDate(endsOn), assigned })}
      </ConfirmDialog>
    </>
  );
}
