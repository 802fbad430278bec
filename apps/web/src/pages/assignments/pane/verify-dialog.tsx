import type { AssignmentChangeAnswer } from '@muniment/contract/assignment-changes.ts';
import { Mail } from 'lucide-react';
import type { ReactNode } from 'react';
import { isProblem, ServerNotReached } from '../../../api/client.ts';
import { ChangeChecks } from '../../../changes/change-checks.tsx';
import { LicenseChange } from '../../../changes/license-change.tsx';
import { licenseIdsInWords } from '../../../changes/license-ids-in-words.ts';
import { type Messages, useMessages } from '../../../messages/messages.tsx';
import { problemText } from '../../../messages/problem-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { MessageBar } from '../../../ui/message-bar.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import styles from './verify-dialog.module.css';

export interface VerifyDialogProps {
  name: string;
  isOpen: boolean;
  onClose: () => void;
  /** What saving would do; undefined while it is asked for. */
  plan: AssignmentChangeAnswer | undefined;
  planError: unknown;
  onPlanAgain: () => void;
  onSave: () => void;
  isSaving: boolean;
  saveError: unknown;
}

/** Shows what saving the pane's edits changes, whom it mails and what to watch out for. @source M4, S4, A1 */
export function VerifyDialog(props: VerifyDialogProps) {
  const { name, isOpen, onClose, plan, planError, onPlanAgain, onSave, isSaving, saveError } = props;
  const messages = useMessages();
  const { t } = messages;
  const changes = plan === undefined ? 0 : changesOf(plan);
  // What is being saved is not to be edited: it would be neither saved nor kept.
  const close = () => !isSaving && onClose();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      size="wide"
      title={t('access.verify.title', { name })}
      footer={
        <>
          <Button
            variant="primary"
            isPending={isSaving}
            disabledReason={plan === undefined ? t('ui.loading') : blockOf(plan, messages)}
            onPress={onSave}
          >
            {plan === undefined ? t('access.verify') : t('access.verify.save', { count: changes })}
          </Button>
          <Button disabledReason={isSaving ? t('ui.working') : null} onPress={close}>
            {t('access.verify.back')}
          </Button>
        </>
      }
    >
      <div className={styles.content}>
        {saveError !== null && saveError !== undefined && (
          <MessageBar tone="danger" title={titleOf(saveError, messages)}>
            {reasonOf(saveError, messages)}
          </MessageBar>
        )}
        {plan !== undefined ? (
          <Plan plan={plan} />
        ) : planError ? (
          <MessageBar
            tone="danger"
            title={t('access.verify.failed')}
            actions={<Button onPress={onPlanAgain}>{t('ui.error.retry')}</Button>}
          >
            {reasonOf(planError, messages)}
          </MessageBar>
        ) : (
          <SkeletonRows rows={3} rowHeight={52} />
        )}
      </div>
    </Dialog>
  );
}

function Plan({ plan }: { plan: AssignmentChangeAnswer }) {
  const { t } = useMessages();
  return (
    <>
      {plan.checks.length > 0 && (
        <Part title={t('access.verify.checks')}>
          <ChangeChecks checks={plan.checks} />
        </Part>
      )}
      <Part title={t('access.verify.changes')}>
        <ul className={styles.rows}>
          {plan.difference.map((difference) => (
            <li key={difference.licenseId}>
              <LicenseChange difference={difference} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('access.verify.emails')}>
        {plan.emails.length === 0 && <p>{t('access.verify.emails.none')}</p>}
        {plan.emails.map(({ kind, displayName, to }) => (
          <p key={to} className={styles.email}>
            <Mail size={16} strokeWidth={1.5} aria-hidden />
            {t(kind === 'invitation' ? 'access.verify.email.invitation' : 'access.verify.email.change', {
              name: displayName,
              to,
            })}
          </p>
        ))}
        {plan.emails.length > 0 && plan.mailHoldSeconds > 0 && (
          <p className={styles.hold}>{t('access.verify.email.hold', { seconds: plan.mailHoldSeconds })}</p>
        )}
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function changesOf({ summary }: AssignmentChangeAnswer): number {
  return summary.added + summary.removed + summary.rescheduled;
}

/** Why the plan cannot be saved; null where it can. */
function blockOf(plan: AssignmentChangeAnswer, { t }: Messages): string | null {
  if (plan.checks.some(({ level }) => level === 'blocking')) return t('access.verify.blocked');
  return changesOf(plan) === 0 ? t('access.verify.nothing') : null;
}

function titleOf(error: unknown, { t }: Messages): string {
  return error instanceof ServerNotReached ? '' : t('access.verify.notSaved');
}

function reasonOf(error: unknown, messages: Messages): string {
  const { t } = messages;
  if (error instanceof ServerNotReached) return t('access.verify.notAnswered');
  if (isProblem(error, 'last-administrator')) {
    return t('access.verify.last', { licenseIds: licenseIdsInWords(error.body.licenseIds ?? [], messages) });
  }
  if (isProblem(error, 'assignment-in-progress')) return t('access.verify.inProgress');
  return t(problemText(error));
}
