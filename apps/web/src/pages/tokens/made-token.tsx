import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './tokens-page.module.css';

/** A token that was just made: the one time that it can be seen. Takes focus, and stays until it is put away. */
export function MadeToken({ name, token, onDone }: { name: string; token: string; onDone: () => void }) {
  const { t } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // After the dialog gave focus back to the button that opened it.
    const timer = setTimeout(() => heading.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  return (
    <section aria-labelledby="made-token" className={styles.made}>
      <h2 id="made-token" ref={heading} tabIndex={-1}>
        {t('tokens.made', { name })}
      </h2>
      <p>{t('tokens.made.body')}</p>
      <input
        readOnly
        aria-label={t('tokens.made.label')}
        value={token}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        className={styles.token}
      />
      <div className={styles.buttons}>
        <CopyButton variant="primary" label={t('tokens.made.copy')} text={token} />
        <Button onPress={onDone}>{t('tokens.made.done')}</Button>
      </div>
    </section>
  );
}
