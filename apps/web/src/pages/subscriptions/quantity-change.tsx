import { decideSubscriptionChange } from '@muniment/domain/decide-subscription-change.ts';
import { type FormEvent, useState } from 'react';
import type { MessageId } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { PartProps } from './subscription-pane.tsx';
import styles from './subscriptions.module.css';

/** Asks for another quantity within its bounds, and says by how much it differs. @source W7 */
export function QuantityChange({ subscription, change }: PartProps) {
  const { t } = useMessages();
  const { product, quantity: now, assigned, minimumQuantity, maximumQuantity, requested } = subscription;
  const wanted = requested?.quantity ?? now;
  const [text, setText] = useState(String(wanted));
  const [isTried, setIsTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  const quantity = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
  const refusal = refusalOf(subscription, quantity);
  const difference = (quantity ?? now) - now;
  const isMore = difference > 0;

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (refusal !== null || quantity === null || quantity === wanted) return;
    // What is so already only takes a request back: nothing follows that would have to be named.
    if (quantity === now) change.mutate({ quantity });
    else setIsAsking(true);
  }

  return (
    <form className={styles.quantity} onSubmit={submit} noValidate>
      <TextField
        label={t('subscriptions.quantity')}
        value={text}
        onChange={setText}
        inputMode="numeric"
        description={t(
          assigned > minimumQuantity ? 'subscriptions.quantity.hint.assigned' : 'subscriptions.quantity.hint',
          { minimum: Math.max(assigned, minimumQuantity), maximum: maximumQuantity },
        )}
        errorMessage={isTried && refusal !== null ? t(refusal.id, { bound: refusal.bound }) : undefined}
      />
      <p role="status" className={styles.quiet}>
        {refusal === null &&
          difference !== 0 &&
          t(isMore ? 'subscriptions.quantity.more' : 'subscriptions.quantity.fewer', {
            difference: Math.abs(difference),
          })}
      </p>
      <Button
        type="submit"
        isPending={change.isPending && !isAsking}
        disabledReason={quantity === wanted ? t('subscriptions.quantity.same') : null}
      >
        {t('subscriptions.quantity.submit')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={close}
        tone="primary"
        title={t('subscriptions.quantity.title', { now, quantity })}
        confirmLabel={t('subscriptions.quantity.confirm', { quantity })}
        isPending={change.isPending}
        onConfirm={() => quantity !== null && change.mutate({ quantity }, { onSettled: close })}
      >
        {t(isMore ? 'subscriptions.quantity.body.more' : 'subscriptions.quantity.body.fewer', {
          product,
          difference: Math.abs(difference),
          assigned,
        })}
      </ConfirmDialog>
    </form>
  );
}

const REFUSALS = {
  'below-assigned': 'subscriptions.quantity.lowAssigned',
  'below-minimum': 'subscriptions.quantity.low',
  'above-maximum': 'subscriptions.quantity.high',
} as const satisfies Record<string, MessageId>;

/** Says before the server does what it would refuse, by the same decision. */
function refusalOf(
  subscription: PartProps['subscription'],
  quantity: number | null,
): { readonly id: MessageId; readonly bound?: number } | null {
  if (quantity === null) return { id: 'subscriptions.quantity.number' };
  const { requested, endsOn } = subscription;
  const waiting = { quantity: requested?.quantity ?? null, autoRenew: requested?.autoRenew ?? null };
  const facts = { ...subscription, isSuspended: false, waiting };
  const decision = decideSubscriptionChange(facts, { quantity }, endsOn);
  if (decision.kind !== 'refused') return null;
  const { refusal } = decision;
  return 'bound' in refusal ? { id: REFUSALS[refusal.kind], bound: refusal.bound } : null;
}
