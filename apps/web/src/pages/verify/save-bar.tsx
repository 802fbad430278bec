import type { AssignmentChangeAnswer } from '@muniment/contract/assignment-changes.ts';
import { isProblem } from '../../api/client.ts';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { changesBusinessEmail } from '../assign/assignment-request.ts';
import type { DraftHandle } from '../assign/use-draft.ts';
import { checkTitle } from './checks.tsx';
import type { Save } from './use-save.ts';
import type { Verification } from './use-verification.ts';
import styles from './verify-page.module.css';

interface SaveBarProps {
  handle: DraftHandle;
  answer: AssignmentChangeAnswer;
  verification: Verification;
  save: Save;
}

/** What happens with the mails, and the button that saves; where it cannot, it says why. */
export function SaveBar({ handle, answer, verification, save }: SaveBarProps) {
  const messages = useMessages();
  const { t } = messages;
  const { number } = useOrganization();
  const { summary, emails, mailHoldSeconds, checks } = answer;
  const changes = summary.added + summary.removed + summary.rescheduled;
  const newEmails = handle.draft.people.filter(changesBusinessEmail).length;
  const blocking = checks.find(({ level }) => level === 'blocking');

  const isStale = [save.error, verification.error].some((error) => isProblem(error, 'stale-version'));
  const reason = isStale
    ? t('verify.stale.first')
    : blocking !== undefined
      ? t('verify.blocked', { check: checkTitle(blocking, messages) })
      : changes + newEmails === 0
        ? t('verify.nothing')
        : verification.isFetching
          ? t('verify.checkingAgain')
          : null;
  const isHindered = isStale || blocking !== undefined || changes + newEmails === 0;
  return (
    <>
      <div role="status" className={styles.barText}>
        {save.isPending && (
          <progress aria-label={t('verify.bar.saving', { count: changes })} className={styles.progress} />
        )}
        {save.isPending
          ? t('verify.bar.saving', { count: changes })
          : isHindered
            ? reason
            : t('verify.bar.hold', { count: emails.length, seconds: mailHoldSeconds })}
      </div>
      <div className={styles.buttons}>
        <ButtonLink href={paths.assign(number, { step: 'roles' })}>{t('verify.back')}</ButtonLink>
        <Button
          variant="primary"
          isPending={save.isPending}
          disabledReason={reason}
          onPress={() => save.mutate()}
        >
          {changes === 0 && newEmails > 0
            ? t('verify.saveBusinessEmails', { count: newEmails })
            : t('verify.save', { count: changes })}
        </Button>
      </div>
    </>
  );
}
