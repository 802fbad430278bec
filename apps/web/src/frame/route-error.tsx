import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useMessages } from '../messages/messages.tsx';
import { ErrorDetails } from '../ui/page-error.tsx';
import { BarePage } from './bare-page.tsx';
import { Page } from './page.tsx';

/** A page in the frame that failed to load or to draw; Try again loads what it needs anew. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useMessages();
  return (
    <Page title={t('ui.error.title')} width="medium">
      <Failure error={error} reset={reset} />
    </Page>
  );
}

/** As {@link RouteError}, where the frame itself could not be loaded. */
export function BareRouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useMessages();
  return (
    <BarePage title={t('ui.error.title')}>
      <Failure error={error} reset={reset} />
    </BarePage>
  );
}

function Failure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <div role="alert">
      <ErrorDetails error={error} onRetry={retry} />
    </div>
  );
}
