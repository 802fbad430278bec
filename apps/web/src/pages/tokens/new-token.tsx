import { TOKEN_SCOPES, type TokenScope } from '@muniment/contract/endpoint.ts';
import { createToken } from '@muniment/contract/people.ts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { ServerNotReached } from '../../api/client.ts';
import { useApi } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './tokens-page.module.css';

const LIFETIMES_DAYS = [7, 30, 90, 180, 365] as const;
const DEFAULT_LIFETIME = '90';
const NAME_MAX_LENGTH = 200;
const DAY_MS = 86_400_000;

export interface NewTokenProps {
  onClose: () => void;
  /** Called with the token itself, which the server does not show again. */
  onCreated: (token: { id: string; name: string; token: string }) => void;
}

/** Asks what a new token is for, what it allows and how long. */
export default function NewToken({ onClose, onCreated }: NewTokenProps) {
  const { t, formatDate } = useMessages();
  const formId = useId();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<ReadonlySet<TokenScope>>(new Set(['read']));
  const [lifetime, setLifetime] = useState(DEFAULT_LIFETIME);
  const [isChecked, setChecked] = useState(false);
  const creating = useCreate(onCreated);

  const nameError = nameProblem(name);
  const isWithoutScope = scopes.size === 0;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (nameError !== null) event.currentTarget.querySelector('input')?.focus();
    else if (!isWithoutScope) {
      creating.mutate({ name: name.trim(), scopes: [...scopes], expiresInDays: Number(lifetime) });
    }
  };
  const toggle = (scope: TokenScope, isOn: boolean) => {
    const next = new Set(scopes);
    if (isOn) next.add(scope);
    else next.delete(scope);
    setScopes(next);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('tokens.create')}
      footer={
        <>
          <Button variant="primary" type="submit" form={formId} isPending={creating.isPending}>
            {t('tokens.create')}
          </Button>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className={styles.form}>
        {creating.isError && (
          <MessageBar tone="danger" title={t('tokens.new.failed')}>
            {creating.error instanceof ServerNotReached
              ? t('ui.error.offline')
              : t(problemText(creating.error))}
          </MessageBar>
        )}
        <TextField
          label={t('tokens.new.name')}
          description={t('tokens.new.name.hint')}
          value={name}
          onChange={setName}
          errorMessage={isChecked && nameError !== null ? t(`tokens.new.name.${nameError}`) : null}
          autoFocus
          autoComplete="off"
        />
        <fieldset className={styles.scopes}>
          <legend>{t('tokens.new.scopes')}</legend>
          {TOKEN_SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              description={t(`tokens.scope.${scope}.body`)}
              isSelected={scopes.has(scope)}
              onChange={(isOn) => toggle(scope, isOn)}
            >
              {t(`tokens.scope.${scope}`)}
            </Checkbox>
          ))}
          {isChecked && isWithoutScope && (
            <p role="alert" className={styles.invalid}>
              {t('tokens.new.scopes.missing')}
            </p>
          )}
        </fieldset>
        <Select
          label={t('tokens.new.expires')}
          value={lifetime}
          onChange={setLifetime}
          options={LIFETIMES_DAYS.map((days) => ({
            id: String(days),
            label: t('tokens.new.expires.option', {
              days,
              date: formatDate(new Date(Date.now() + days * DAY_MS)),
            }),
          }))}
        />
      </form>
    </Dialog>
  );
}

function useCreate(onCreated: NewTokenProps['onCreated']) {
  const api = useApi();
  return useMutation({
    mutationFn: (body: { name: string; scopes: TokenScope[]; expiresInDays: number }) =>
      api.call(createToken, { body }),
    onSuccess: ({ id, name, token }) => onCreated({ id, name, token }),
  });
}

function nameProblem(name: string): 'missing' | 'long' | null {
  const length = name.trim().length;
  if (length === 0) return 'missing';
  return length > NAME_MAX_LENGTH ? 'long' : null;
}
