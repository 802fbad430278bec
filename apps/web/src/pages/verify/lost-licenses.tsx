import type { ProblemError } from '@muniment/contract/client.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { removeLicenses } from '../assign/draft.ts';
import { nameLicenseIds } from '../assign/gap-message.ts';
import type { DraftHandle } from '../assign/use-draft.ts';

interface LostLicensesProps {
  handle: DraftHandle;
  error: ProblemError;
  onRemoved?: () => void;
}

/** License IDs of the draft that the person administers no more. @source R10 */
export function LostLicenses({ handle, error, onRemoved }: LostLicensesProps) {
  const messages = useMessages();
  const { t } = messages;
  const licenseIds = error.body.licenseIds ?? [];
  const remove = () => {
    const lost = new Set(licenseIds);
    handle.changePeople((people) => people.map((person) => removeLicenses(person, lost)));
    onRemoved?.();
  };
  return (
    <MessageBar
      tone="danger"
      title={t('verify.problem.kept')}
      actions={
        licenseIds.length > 0 && (
          <Button onPress={remove}>
            {t('verify.problem.removeLicenseIds', { count: licenseIds.length })}
          </Button>
        )
      }
    >
      {t('verify.problem.licenseIds', { licenseIds: nameLicenseIds(licenseIds, messages) })}
    </MessageBar>
  );
}
