import { emailKey } from '@muniment/domain/email-address.ts';
import { type FormEvent, useRef, useState } from 'react';
import { SIGN_IN_START, signInStart } from '../../app/server-pages.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './sign-in-page.module.css';

/**
 * Asks for the work e-mail, whose domain decides where somebody signs in. The server alone knows which domains lead
 * elsewhere.
 *
 * @param returnTo Where to go after signing in.
 */
export function WorkEmail({ returnTo }: { returnTo: string | undefined }) {
  const { t } = useMessages();
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  function check(event: FormEvent) {
    if (emailKey(email.trim()) !== null) return;
    event.preventDefault();
    setError(t('signIn.workEmail.invalid'));
    form.current?.querySelector('input')?.focus();
  }

  return (
    <form ref={form} action={SIGN_IN_START} onSubmit={check} noValidate className={styles.start}>
      {returnTo !== undefined && <input type="hidden" name="returnTo" value={returnTo} />}
      <TextField
        label={t('signIn.workEmail')}
        description={t('signIn.workEmail.why')}
        name="email"
        type="email"
        autoComplete="email"
        value={email}
        onChange={(text) => {
          setEmail(text);
          setError(null);
        }}
        errorMessage={error}
      />
      <Button type="submit" variant="primary">
        {t('signIn.continue')}
      </Button>
      <p className={styles.note}>
        <Link href={signInStart(returnTo)} variant="underlined">
          {t('signIn.general')}
        </Link>
      </p>
    </form>
  );
}
