import { type Activation, activateService } from '@muniment/contract/activations.ts';
import { ProblemError } from '@muniment/contract/client.ts';
import { listLicenses } from '@muniment/contract/licenses.ts';
import { ACTIVATION_CHOICES, type ActivationChoice } from '@muniment/domain/activations.ts';
import { readProductKey } from '@muniment/domain/product-key.ts';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useAttemptKey } from '../../app/use-attempt-key.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import fieldStyles from '../../ui/field.module.css';
import { LicenseId } from '../../ui/license-id.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { KeyFields, NO_KEY } from './key-fields.tsx';
import styles from './services.module.css';
import { useRenewServices } from './use-renew-services.ts';

const FOUND_MAX = 20;

interface ChosenLicense {
  readonly licenseId: string;
  readonly name: string;
}

/** Uses a product key: for which license ID, and to add its seats or to renew. @source W6 */
export default function ActivateSheet({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const formId = useId();
  const [license, setLicense] = useState<ChosenLicense | null>(null);
  const [groups, setGroups] = useState(NO_KEY);
  const [choice, setChoice] = useState<ActivationChoice>('add-seats');
  const [isTried, setTried] = useState(false);
  const [usedBefore, setUsedBefore] = useState(0);
  const activating = useActivating(usedBefore);
  const read = readProductKey(groups.join(''));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (license === null || read.kind !== 'key') return;
    activating.mutate({ licenseId: license.licenseId, key: read.key, choice });
  };
  if (activating.data !== undefined) {
    const another = () => {
      activating.reset();
      setUsedBefore((count) => count + 1);
      setGroups(NO_KEY);
      setTried(false);
    };
    return <Done activation={activating.data} onClose={onClose} onAnother={another} />;
  }
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('activations.form.title')}
      description={t('activations.form.lead')}
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} isPending={activating.isPending}>
            {t('activations.use')}
          </Button>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        <LicenseChoice
          chosen={license}
          onChoose={setLicense}
          errorMessage={isTried && license === null ? t('activations.form.license.missing') : null}
        />
        <KeyFields groups={groups} onChange={setGroups} isTried={isTried} />
        <RadioGroup
          label={t('activations.form.choice')}
          options={ACTIVATION_CHOICES.map((id) => ({ id, label: t(`activations.form.choice.${id}`) }))}
          value={choice}
          onChange={setChoice}
          description={t(`activations.form.choice.${choice}.hint`)}
        />
        {activating.error !== null && <Refusal error={activating.error} />}
      </form>
    </Sheet>
  );
}

/** @param usedBefore Keys in this sheet: what is asked after one was used is another attempt, also where it is the same. */
function useActivating(usedBefore: number) {
  const api = useApi();
  const keyFor = useAttemptKey();
  const renew = useRenewServices();
  return useMutation({
    mutationFn: ({ licenseId, ...body }: { licenseId: string; key: string; choice: ActivationChoice }) =>
      api.call(activateService, {
        params: { licenseId },
        body,
        idempotencyKey: keyFor({ licenseId, body, usedBefore }),
      }),
    onSuccess: renew,
  });
}

interface DoneProps {
  activation: Activation;
  onClose: () => void;
  onAnother: () => void;
}

/** What the key did. */
function Done({ activation, onClose, onAnother }: DoneProps) {
  const { t, formatDate } = useMessages();
  const { product, seats, choice, endsOn, licenseId } = activation;
  const facts = {
    product,
    seats,
    licenseId: formatLicenseId(licenseId),
    date: endsOn === null ? '' : formatDate(endsOn),
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('activations.done.title')}
      footer={
        <>
          <Button variant="primary" onPress={onClose}>
            {t('ui.close')}
          </Button>
          <Button onPress={onAnother}>{t('activations.done.another')}</Button>
        </>
      }
    >
      <MessageBar tone="success">
        {t(`activations.done.${choice}`, facts)} {endsOn !== null && t('activations.done.until', facts)}
      </MessageBar>
    </Sheet>
  );
}

/** Why the key was not used; of a used one when and for which license ID, and no more. */
function Refusal({ error }: { error: unknown }) {
  const { t, formatDateTime } = useMessages();
  if (isProblem(error, 'product-key-redeemed')) {
    const { at, licenseIds } = error.body;
    return (
      <MessageBar tone="danger" title={t('activations.redeemed')}>
        {t('activations.redeemed.body', {
          moment: at === undefined ? '' : formatDateTime(at),
          licenseId: formatLicenseId(licenseIds?.[0] ?? ''),
        })}
      </MessageBar>
    );
  }
  if (isProblem(error, 'product-key-not-found')) {
    return (
      <MessageBar tone="danger" title={t('activations.unknown')}>
        {t('activations.unknown.body')}
      </MessageBar>
    );
  }
  if (isProblem(error, 'activation-refused')) {
    return (
      <MessageBar tone="danger" title={t('activations.refused')}>
        {t('activations.refused.body')}
      </MessageBar>
    );
  }
  const isBounded = error instanceof ProblemError && error.id === 'too-many-requests';
  const text = isBounded ? 'activations.tooMany' : problemText(error);
  return (
    <MessageBar tone="danger" title={t('activations.failed')}>
      {t(error instanceof ServerNotReached ? 'services.noAnswer' : text)}
    </MessageBar>
  );
}

interface LicenseChoiceProps {
  chosen: ChosenLicense | null;
  onChoose: (license: ChosenLicense | null) => void;
  errorMessage: string | null;
}

/** Chooses a license ID on which keys may be used; the only one there is is chosen at once. */
function LicenseChoice({ chosen, onChoose, errorMessage }: LicenseChoiceProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [text, setText] = useState('');
  const q = text.trim().slice(0, 200);
  const found = useQuery({
    queryKey: [number, 'service', 'license', q],
    queryFn: ({ signal }) => {
      const query = { action: 'service:activate', limit: FOUND_MAX, ...(q === '' ? {} : { q }) } as const;
      return api.call(listLicenses, { query, signal });
    },
    placeholderData: keepPreviousData,
  });
  const { items = [], total = 0 } = found.data ?? {};
  const only = q === '' && total === 1 ? items[0] : undefined;
  useEffect(() => {
    if (only !== undefined) onChoose(only);
  }, [only, onChoose]);
  if (chosen !== null) {
    return (
      <div className={styles.chosen}>
        <span className={styles.what}>
          <strong>{chosen.name}</strong>
          <span className={styles.quiet}>
            <LicenseId id={chosen.licenseId} />
          </span>
        </span>
        {total !== 1 && (
          <Button onPress={() => onChoose(null)}>{t('activations.form.license.change')}</Button>
        )}
      </div>
    );
  }
  return (
    <div className={fieldStyles.field}>
      <span className={fieldStyles.label}>{t('services.column.licenseId')}</span>
      <ComboBox
        label={t('activations.form.license.search')}
        options={items.map(({ licenseId, name }) => ({
          id: licenseId,
          label: name,
          description: formatLicenseId(licenseId),
        }))}
        inputValue={text}
        onInputChange={setText}
        onChoose={(licenseId) => {
          onChoose(items.find((item) => item.licenseId === licenseId) ?? null);
          setText('');
        }}
        isLoading={found.isFetching}
        emptyText={t('activations.form.license.none')}
      />
      {errorMessage && (
        <span className={fieldStyles.error} role="alert">
          <CircleAlert size={14} aria-hidden />
          <span>{errorMessage}</span>
        </span>
      )}
    </div>
  );
}
