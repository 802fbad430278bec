import { ProblemError } from '@muniment/contract/client.ts';
import { useState } from 'react';
import { ServerNotReached } from '../api/client.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from './button.tsx';
import { LinkButton } from './link-button.tsx';
import styles from './page-error.module.css';

export interface ErrorDetailsProps {
  error: unknown;
  onRetry: () => void;
}

export interface PageErrorProps extends ErrorDetailsProps {
  /** What failed: "The list of people could not be loaded". */
  title?: string;
}

/** Stands where a list or a part of a page could not be loaded. */
export function PageError({ error, onRetry, title }: PageErrorProps) {
  const { t } = useMessages();
  return (
    <div role="alert" className={styles.error}>
      <h2>{title ?? t('ui.error.title')}</h2>
      <ErrorDetails error={error} onRetry={onRetry} />
    </div>
  );
}

/** What is safe, Try again, and the request ID to quote. */
export function ErrorDetails({ error, onRetry }: ErrorDetailsProps) {
  const { t } = useMessages();
  const [isCopied, setCopied] = useState(false);
  const problem = error instanceof ProblemError ? error.body : null;
  const requestId = problem?.instance ?? null;

  const copyRequestId = async () => {
    await navigator.clipboard.writeText(requestId ?? '');
    setCopied(true);
  };

  return (
    <div className={styles.details}>
      <p>
        {error instanceof ServerNotReached
          ? t('ui.error.offline')
          : (problem?.detail ?? (problem && `${problem.title}.`))}{' '}
        {t('ui.error.safe')}
      </p>
      <Button onPress={onRetry}>{t('ui.error.retry')}</Button>
      {requestId && (
        <p className={styles.request}>
          {t('ui.error.requestId', { requestId })}{' '}
          <LinkButton onPress={() => void copyRequestId()}>
            {isCopied ? t('ui.error.copied') : t('ui.error.copy')}
          </LinkButton>
        </p>
      )}
    </div>
  );
}
