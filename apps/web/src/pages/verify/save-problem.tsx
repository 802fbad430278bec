import { ProblemError } from '@muniment/contract/client.ts';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { nameLicenseIds } from '../assign/gap-message.ts';
import type { DraftHandle } from '../assign/use-draft.ts';
import { LostLicenses } from './lost-licenses.tsx';
import { StaleNotice } from './stale-notice.tsx';
import type { Save } from './use-save.ts';

interface SaveProblemProps {
  handle: DraftHandle;
  save: Save;
  onReadAgain: () => void;
}

/** Why a save failed, what became of it, and what to do. The draft is always kept. */
export function SaveProblem({ handle, save, onReadAgain }: SaveProblemProps) {
  const messages = useMessages();
  const { t } = messages;
  const { error } = save;
  if (error === null) return null;
  if (isProblem(error, 'stale-version')) return <StaleNotice handle={handle} onReadAgain={onReadAgain} />;
  if (isProblem(error, 'license-id-not-found')) {
    return <LostLicenses handle={handle} error={error} onRemoved={() => save.reset()} />;
  }
  if (isProblem(error, 'last-administrator')) {
    const licenseIds = nameLicenseIds(error.body.licenseIds ?? [], messages);
    return (
      <MessageBar tone="danger" title={t('verify.problem.kept')} onDismiss={() => save.reset()}>
        {t('verify.problem.last-administrator', { licenseIds })}
      </MessageBar>
    );
  }
  const again = <Button onPress={() => save.mutate()}>{t('verify.save.again')}</Button>;
  if (error instanceof ServerNotReached) {
    return (
      <MessageBar tone="danger" title={t('verify.problem.unknown')} actions={again}>
        {t('ui.error.offline')}
      </MessageBar>
    );
  }
  const isAway = error instanceof ProblemError && error.status >= 502;
  return (
    <MessageBar tone="danger" title={t('verify.problem.kept')} actions={again}>
      {isAway
        ? t('verify.problem.unavailable')
        : isProblem(error, 'assignment-in-progress')
          ? t('verify.problem.assignment-in-progress')
          : t(problemText(error))}
    </MessageBar>
  );
}
