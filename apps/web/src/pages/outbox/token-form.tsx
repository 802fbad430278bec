import { type FormEvent, useState } from 'react';
import { isTokenForm } from '../../app/publisher-token.ts';
import { BarePage } from '../../frame/bare-page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './outbox.module.css';

/** What is wrong with a token: nothing typed, no token at all, not known to the server, or somebody else's. */
export type TokenProblem = 'missing' | 'form' | 'unknown' | 'foreign';

/** Asks the operator for the publisher's API token. */
export function TokenForm(props: { problem: TokenProblem | null; onToken: (token: string) => void }) {
  const { t } = useMessages();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState(props.problem);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const token = text.trim();
    if (isTokenForm(token)) return props.onToken(token);
    setProblem(token === '' ? 'missing' : 'form');
    event.currentTarget.querySelector('input')?.focus();
  };

  return (
    <BarePage title={t('outbox.title')}>
      <p>{t('outbox.token.lead')}</p>
      <form onSubmit={submit} noValidate className={styles.form}>
        <TextField
          label={t('outbox.token.label')}
          description={t('outbox.token.hint')}
          errorMessage={problem === null ? null : t(`outbox.token.${problem}`)}
          type="password"
          autoComplete="off"
          autoFocus
          value={text}
          onChange={(next) => {
            setText(next);
            setProblem(null);
          }}
        />
        <Button variant="primary" type="submit">
          {t('outbox.token.open')}
        </Button>
      </form>
      <p className={styles.note}>{t('outbox.token.where')}</p>
    </BarePage>
  );
}
