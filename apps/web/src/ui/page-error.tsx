import { ProblemError } from '@muniment/contract/client.ts';
import { lazy, Suspense, useState } from 'react';
import { ServerNotReached } from '../api/client.ts';
import { partNotLoaded } from '../app/outdated.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from './button.tsx';
import { LinkButton } from './link-button.tsx';
import styles from './page-error.module.css';

// What a refusal is called comes with the first one.
const ProblemWords = lazy(() => import('./problem-words.tsx'));

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
  const problem = error instanceof ProblemError ? error.body : null;
  const requestId = problem?.instance ?? null;
  const notLoaded = partNotLoaded(error);

  if (notLoaded === 'outdated') {
    return (
      <div className={styles.details}>
        <p>{t('ui.error.outdated')}</p>
        <Button onPress={() => window.location.reload()}>{t('ui.error.reload')}</Button>
      </div>
    );
  }
  return (
    <div className={styles.details}>
      <p>
        {notLoaded === 'offline' || error instanceof ServerNotReached
          ? t('ui.error.offline')
          : error instanceof ProblemError && (
              <Suspense>
                <ProblemWords error={error} />
              </Suspense>
            )}{' '}
        {t('ui.error.safe')}
      </p>
      <Button onPress={onRetry}>{t('ui.error.retry')}</Button>
      {requestId && <RequestId requestId={requestId} />}
    </div>
  );
}

function RequestId({ requestId }: { requestId: string }) {
  const { t } = useMessages();
  const [result, setResult] = useState<'copied' | 'refused' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(requestId).then(
      () => setResult('copied'),
      // The ID stands beside it, and can be selected.
      () => setResult('refused'),
    );
  return (
    <p className={styles.request}>
      {t('ui.error.requestId', { requestId })}{' '}
      <LinkButton onPress={() => void copy()}>
        {result === 'copied' ? t('ui.error.copied') : t('ui.error.copy')}
      </LinkButton>
      <span role="status" className={result === 'refused' ? undefined : 'visually-hidden'}>
        {result !== null && t(result === 'copied' ? 'ui.copy.done' : 'ui.copy.refused')}
      </span>
    </p>
  );
}
