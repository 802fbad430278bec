import { useBlocker } from '@tanstack/react-router';
import { licenseIdsInWords } from '../../../changes/license-ids-in-words.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { type AccessDraft, countChanges } from './access-draft.ts';

export interface LeaveGuardProps {
  name: string;
  vlUserId: string;
  draft: AccessDraft | null;
  /** The name or the business e-mail is being typed. */
  hasTypedDetails: boolean;
}

/** Asks before the pane is left with edits that are not saved, naming what would be lost. */
export function LeaveGuard({ name, vlUserId, draft, hasTypedDetails }: LeaveGuardProps) {
  const messages = useMessages();
  const { t } = messages;
  const isDirty = draft !== null || hasTypedDetails;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isDirty &&
      (next.pathname !== current.pathname ||
        inSearch(next.search, 'user') !== vlUserId ||
        inSearch(next.search, 'asOf') !== inSearch(current.search, 'asOf')),
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('access.leave')}
      confirmLabel={t('access.leave.confirm')}
      cancelLabel={t('access.leave.stay')}
      onConfirm={() => blocker.proceed?.()}
    >
      {draft !== null && (
        <p>
          {t('access.leave.roles', {
            name,
            count: countChanges(draft),
            licenseIds: licenseIdsInWords([...draft.wanted.keys()], messages),
          })}
        </p>
      )}
      {hasTypedDetails && <p>{t('access.leave.details', { name })}</p>}
    </ConfirmDialog>
  );
}

function inSearch(search: object, name: string): unknown {
  return (search as Readonly<Record<string, unknown>>)[name];
}
