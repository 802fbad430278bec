import { useNavigate } from '@tanstack/react-router';
import { useOrganization } from '../../app/organization.ts';
import { type AssignStep, paths } from '../../app/paths.ts';
import type { MessageId } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { PHONE, useMediaQuery } from '../../ui/use-media-query.ts';
import styles from './assign-page.module.css';
import { DockedActions, isDocked } from './docked-actions.tsx';
import { type DraftPerson, totalsOf } from './draft.ts';
import { findGap } from './draft-gaps.ts';
import { gapMessage } from './gap-message.ts';
import type { AssignPane } from './use-assign-view.ts';
import type { DraftHandle } from './use-draft.ts';

interface AssignBarProps {
  handle: DraftHandle;
  step: AssignStep;
  /** The person whose row is open. */
  openPerson: DraftPerson | null;
  onOpenPane: (pane: AssignPane, user: string) => void;
  onClose: () => void;
}

const NEXT: Readonly<Record<AssignStep, MessageId>> = {
  people: 'assign.next.contracts',
  contracts: 'assign.next.roles',
  roles: 'assign.next.verify',
};

/** What the draft changes so far, and the way on. What keeps it from going on is said, not only shown. */
export function AssignBar({ handle, step, openPerson, onOpenPane, onClose }: AssignBarProps) {
  const messages = useMessages();
  const { t } = messages;
  const { number } = useOrganization();
  const navigate = useNavigate();
  const isPhone = useMediaQuery(PHONE);
  const { people } = handle.draft;
  const { added, removed, rescheduled, licenseIds } = totalsOf(people);
  const gap = findGap(people);
  const isVerifying = step === 'roles';
  const blocks =
    gap !== null && (isVerifying || (step === 'contracts' && gap.kind === 'without-license-ids'));

  const goOn = () => {
    const href = isVerifying
      ? paths.verify(number)
      : paths.assign(number, { step: step === 'people' ? 'contracts' : 'roles' });
    void navigate({ href });
  };
  const saveAndClose = () => {
    showToast({ tone: 'info', title: t('assign.draft.closed'), message: t('assign.draft.closedBody') });
    onClose();
  };
  return (
    <>
      {openPerson && isDocked(openPerson) && (
        <DockedActions
          person={openPerson}
          onAddContracts={() => onOpenPane('contracts', openPerson.id)}
          onAssignRoles={() => onOpenPane('roles', openPerson.id)}
        />
      )}
      <div className={styles.summary} role="status">
        {blocks ? (
          <span className={styles.gap}>{gapMessage(gap, messages)}</span>
        ) : added + removed + rescheduled === 0 ? (
          t('assign.summary.nothing')
        ) : (
          <>
            <strong>{t('assign.summary.changes', { added, removed, rescheduled })}</strong>{' '}
            {t('assign.summary.where', { licenseIds })}
            {!isPhone && ` ${t('assign.summary.unsent')}`}
          </>
        )}
      </div>
      <div className={styles.buttons}>
        <Button onPress={saveAndClose} disabledReason={handle.isKept ? null : t('assign.draft.notKept.body')}>
          {t('assign.draft.close')}
        </Button>
        <Button variant="primary" onPress={goOn} disabledReason={blocks ? gapMessage(gap, messages) : null}>
          {isPhone && isVerifying ? t('page.verify') : t(NEXT[step])}
        </Button>
      </div>
    </>
  );
}
