import type { Difference } from '@muniment/contract/assignment-changes.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { CalendarClock, LockKeyhole } from 'lucide-react';
import { useMessages } from '../../messages/messages.tsx';
import { roleName } from '../../messages/names.ts';
import { classNames } from '../../ui/class-names.ts';
import { LicenseId } from '../../ui/license-id.tsx';
import { RoleChange } from '../../ui/role-change.tsx';
import { type DraftLicense, periodOf } from '../assign/draft.ts';
import { periodInWords } from '../assign/period-in-words.ts';
import { ALWAYS } from '../assign/role-periods.ts';
import styles from './change-list.module.css';
import { isChanged } from './person-changes.ts';

interface LicenseChangesProps {
  difference: Difference;
  /** What the draft wants there, with the days of roles. */
  license: DraftLicense | undefined;
  isLast: boolean;
  showsUnchanged: boolean;
}

/** What becomes of one person's roles on one license ID: + added, − removed, other dates, unchanged plain. */
export function LicenseChanges({ difference, license, isLast, showsUnchanged }: LicenseChangesProps) {
  const messages = useMessages();
  const { t } = messages;
  const { licenseId, licenseName, added, removed, rescheduled, kept } = difference;
  const always = t('period.inWords.always');
  const inherited = license?.inheritedFrom ?? null;
  const withDays = (role: Role) => {
    const period = license === undefined ? null : periodInWords(periodOf(license, role), messages);
    return period === null ? t(roleName(role)) : t('period.ofRole', { role: t(roleName(role)), period });
  };
  return (
    <div className={classNames(styles.license, isLast && styles.last)}>
      <div className={styles.contract}>
        <span className={styles.contractName}>{licenseName}</span>
        <span className={styles.licenseId}>
          <LicenseId id={licenseId} />
        </span>
      </div>
      <div className={styles.roles}>
        {added.map((role) => (
          <RoleChange key={role} change="added" label={withDays(role)} />
        ))}
        {removed.map((role) => (
          <RoleChange key={role} change="removed" label={t(roleName(role))} />
        ))}
        {rescheduled.map((role) => (
          <span key={role} className={styles.rescheduled}>
            <CalendarClock size={14} strokeWidth={1.75} aria-hidden />
            {t('verify.rescheduled', {
              role: t(roleName(role)),
              now:
                license === undefined ? always : (periodInWords(periodOf(license, role), messages) ?? always),
              before: periodInWords(license?.heldPeriods?.[role] ?? ALWAYS, messages) ?? always,
            })}
          </span>
        ))}
        {showsUnchanged &&
          kept.map((role) => <RoleChange key={role} change="unchanged" label={withDays(role)} />)}
        {!isChanged(difference) && inherited === null && (
          <span className={styles.noChange}>{t('verify.noChange')}</span>
        )}
        {inherited !== null && (
          <span className={styles.noChange}>
            <LockKeyhole size={12} strokeWidth={2} aria-hidden />{' '}
            {t('verify.staysInherited', { agreement: inherited })}
          </span>
        )}
      </div>
    </div>
  );
}
