import { isProblem } from '../../api/client.ts';
import { useMessages } from '../../messages/messages.tsx';
import { PageError } from '../../ui/page-error.tsx';
import type { DraftHandle } from '../assign/use-draft.ts';
import { LostLicenses } from './lost-licenses.tsx';
import { StaleNotice } from './stale-notice.tsx';

interface VerifyProblemProps {
  handle: DraftHandle;
  error: Error;
  onRetry: () => void;
  onReadAgain: () => void;
}

/** Why the draft could not be compared with what is there. */
export function VerifyProblem({ handle, error, onRetry, onReadAgain }: VerifyProblemProps) {
  const { t } = useMessages();
  if (isProblem(error, 'stale-version')) return <StaleNotice handle={handle} onReadAgain={onReadAgain} />;
  if (isProblem(error, 'license-id-not-found')) return <LostLicenses handle={handle} error={error} />;
  return <PageError title={t('verify.failed')} error={error} onRetry={onRetry} />;
}
