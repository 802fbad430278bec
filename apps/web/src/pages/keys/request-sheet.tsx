import {
  ACTIVATIONS_WANTED_MAX,
  type ProductKey,
  requestActivations,
} from '@muniment/contract/product-keys.ts';
import { TEXT_MAX_LENGTH } from '@muniment/contract/support.ts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { newIdempotencyKey } from '../../api/client.ts';
import { useApi } from '../../app/organization.ts';
import { Facts } from '../../listing/facts.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { Activations } from './key-facts.tsx';
import styles from './keys.module.css';

const FORM = 'request-activations';

/** Asks the publisher for more activations of a MAK, and says under which reference. @source W3 */
export default function RequestSheet({
  productKey,
  onClose,
}: {
  productKey: ProductKey;
  onClose: () => void;
}) {
  const { t } = useMessages();
  const api = useApi();
  const form = useRef<HTMLFormElement>(null);
  const [wanted, setWanted] = useState('');
  const [justification, setJustification] = useState('');
  const [isChecked, setChecked] = useState(false);
  // The same request again, where no answer came, stays one ticket.
  const [idempotencyKey] = useState(newIdempotencyKey);
  const { licenseId, id: keyId, product, lastFive } = productKey;
  const request = useMutation({
    mutationFn: () =>
      api.call(requestActivations, {
        params: { licenseId, keyId },
        body: { wanted: Number(wanted), justification: justification.trim() },
        idempotencyKey: `${idempotencyKey}-${wanted.trim()}-${justification.trim().length}`,
      }),
  });
  const isNumber = /^\s*[1-9]\d*\s*$/.test(wanted) && Number(wanted) <= ACTIVATIONS_WANTED_MAX;
  const isJustified = justification.trim() !== '' && justification.length <= TEXT_MAX_LENGTH;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isNumber && isJustified) request.mutate();
    else setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  if (request.data !== undefined) {
    return (
      <Sheet
        isOpen
        onClose={onClose}
        title={t('keys.request.done')}
        footer={
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('ui.close')}
          </Button>
        }
      >
        <MessageBar tone="success" title={t('keys.request.reference', { reference: request.data.reference })}>
          {t('keys.request.next')}
        </MessageBar>
      </Sheet>
    );
  }
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('keys.request.title')}
      description={t('keys.request.lead')}
      footer={
        <>
          <Button variant="primary" type="submit" form={FORM} isPending={request.isPending}>
            {t('keys.request.send')}
          </Button>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
        </>
      }
    >
      <form ref={form} id={FORM} noValidate onSubmit={submit} className={styles.form}>
        {request.isError && (
          <MessageBar tone="danger" title={t('keys.request.failed')}>
            {t(problemText(request.error))}
          </MessageBar>
        )}
        <Facts
          facts={[
            [t('keys.column.product'), product],
            [t('keys.request.lastFive'), <code key="lastFive">{lastFive}</code>],
            [t('keys.column.activations'), <Activations key="activations" productKey={productKey} />],
          ]}
        />
        <TextField
          label={t('keys.request.wanted')}
          description={t('keys.request.wanted.about')}
          inputMode="numeric"
          isRequired
          autoFocus
          value={wanted}
          onChange={setWanted}
          errorMessage={
            isChecked && !isNumber ? t('keys.request.wanted.wrong', { most: ACTIVATIONS_WANTED_MAX }) : null
          }
        />
        <TextArea
          label={t('keys.request.justification')}
          isRequired
          value={justification}
          onChange={setJustification}
          errorMessage={isChecked && !isJustified ? t('keys.request.justification.missing') : null}
        />
      </form>
    </Sheet>
  );
}
