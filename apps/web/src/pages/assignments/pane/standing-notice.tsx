import type { VlUserDetails } from '@muniment/contract/vl-users.ts';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { MessageBar } from '../../../ui/message-bar.tsx';
import type { PersonAccess } from './person-query.ts';
import { failedLicenses, isBeingApplied } from './person-standing.ts';
import styles from './standing-notice.module.css';

export interface StandingNoticeProps {
  access: PersonAccess;
  /** Wants again what failed; null while that is wanted already. */
  onAssignAgain: (() => void) | null;
  onRemove: (person: VlUserDetails) => void;
}

/** What keeps a person's roles from counting, and what to do about it. @source M2, M6, M8 */
export function StandingNotice({ access, onAssignAgain, onRemove }: StandingNoticeProps) {
  const { t } = useMessages();
  const { person } = access;
  const failed = failedLicenses(access);
  const reason = person.provisioning.failed?.reason;
  return (
    <div className={styles.notices}>
      {person.status === 'user-not-found' && (
        <MessageBar
          tone="warning"
          title={t('access.gone.directory')}
          actions={
            <Button size="small" onPress={() => onRemove(person)}>
              {t('assignments.remove')}
            </Button>
          }
        >
          {t('access.gone.directory.body')}
        </MessageBar>
      )}
      {failed.length > 0 && (
        <MessageBar
          tone="danger"
          title={t('access.failed', { count: failed.length })}
          actions={
            onAssignAgain !== null && (
              <Button
                size="small"
                onPress={onAssignAgain}
                disabledReason={isBeingApplied(access) ? t('access.applying.wait') : null}
              >
                {t('assignments.assignAgain')}
              </Button>
            )
          }
        >
          {reason !== undefined && <p className={styles.reason}>{reason}</p>}
          <p>{t('access.failed.body')}</p>
        </MessageBar>
      )}
      <BeingApplied access={access} />
    </div>
  );
}

/** Says what is waited for, and when that ended while one looked on. */
function BeingApplied({ access }: { access: PersonAccess }) {
  const { t, formatList } = useMessages();
  const isNow = isBeingApplied(access);
  const wasBefore = useRef(isNow);
  const [hasEnded, setEnded] = useState(false);
  useEffect(() => {
    if (wasBefore.current !== isNow) setEnded(!isNow);
    wasBefore.current = isNow;
  }, [isNow]);

  if (isNow) {
    const { waitingFor } = access.person.provisioning;
    return (
      <MessageBar tone="info" title={t('access.applying')}>
        {waitingFor.length > 0 && t('access.applying.for', { systems: formatList(waitingFor) })}{' '}
        {t('access.applying.body')}
      </MessageBar>
    );
  }
  if (!hasEnded || failedLicenses(access).length > 0) return null;
  return (
    <MessageBar tone="success" title={t('access.applied')} onDismiss={() => setEnded(false)}>
      {t('access.applied.body')}
    </MessageBar>
  );
}
