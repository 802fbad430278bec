import { useMessages } from '../../messages/messages.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { DraftHandle } from '../assign/use-draft.ts';

const REASON_MAX = 500;

/** Why the change is made; kept with it. */
export function Reason({ handle }: { handle: DraftHandle }) {
  const { t } = useMessages();
  return (
    <TextArea
      label={t('verify.reason')}
      description={t('verify.reason.hint')}
      rows={3}
      maxLength={REASON_MAX}
      value={handle.draft.reason}
      onChange={handle.setReason}
    />
  );
}
