import { useId } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './tokens-page.module.css';

/** A first call of the API, to be pasted into a terminal. */
export function TryIt() {
  const { t } = useMessages();
  const headingId = useId();
  const command = `curl -H "Authorization: Bearer $MUNIMENT_TOKEN" ${window.location.origin}/v1/me`;
  return (
    <section aria-labelledby={headingId} className={styles.tryIt}>
      <h2 id={headingId}>{t('tokens.try')}</h2>
      <p>{t('tokens.try.body')}</p>
      <pre className={styles.command}>
        <code>{command}</code>
      </pre>
      <div className={styles.buttons}>
        <CopyButton size="small" label={t('tokens.try.copy')} text={command} />
      </div>
    </section>
  );
}
