import { type FormEvent, useState } from 'react';
import { isTokenForm } from '../app/publisher-token.ts';
import { BarePage } from '../frame/bare-page.tsx';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './operator.module.css';
import type { OperatorPlace } from './operator-page.tsx';

/** What is wrong with a token: nothing typed, no token at all, not known to the server, or somebody else's. */
export type TokenProblem = 'missing' | 'form' | 'unknown' | 'foreign';

/** Asks the operator for the publisher's API token. */
export function TokenForm(props: {
  place: OperatorPlace;
  problem: TokenProblem | null;
  onToken: (token: string) => void;
}) {
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
    <BarePage title={t(`operator.${props.place}`)}>
      <p>{t(`operator.token.${props.place}.lead`)}</p>
      <form onSubmit={submit} noValidate className={styles.form}>
        <TextField
          label={t('operator.token.label')}
          description={t('operator.token.hint')}
          errorMessage={problem === null ? null : t(`operator.token.${problem}`)}
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
          {t(`operator.token.${props.place}.open`)}
        </Button>
      </form>
      <p className={styles.note}>{t('operator.token.where')}</p>
    </BarePage>
  );
}
