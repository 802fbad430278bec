import type { BulkChangeAnswer } from '@muniment/contract/bulk-changes.ts';
import { type ReactNode, useMemo } from 'react';
import { ChangeChecks } from '../../../changes/change-checks.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useIsSlow } from '../../../ui/use-is-slow.ts';
import styles from './bulk-sheet.module.css';
import { PlannedChanges } from './planned-changes.tsx';
import { SkippedRoles } from './skipped-roles.tsx';

/** A check that names more people than these counts the others. */
const NAMED_MAX = 5;

export interface BulkPlanProps {
  /** undefined while it is asked for. */
  answer: BulkChangeAnswer | undefined;
  /** For how many people it is asked. */
  count: number;
  /** Before the changes, where there are any: the reason. */
  children: ReactNode;
}

/** What a bulk change does: totals, checks, what changes for whom, and what it leaves out. */
export function BulkPlan({ answer, count, children }: BulkPlanProps) {
  const { t, formatNumber } = useMessages();
  const isSlow = useIsSlow(answer === undefined);
  const checks = useMemo(
    () =>
      answer?.checks.map((check) => ({
        ...check,
        people:
          check.people.length <= NAMED_MAX
            ? check.people
            : [
                ...check.people.slice(0, NAMED_MAX),
                t('bulk.morePeople', { count: check.people.length - NAMED_MAX }),
              ],
      })),
    [answer, t],
  );
  if (answer === undefined || checks === undefined) {
    return (
      <>
        <p role="status" className={styles.quiet}>
          {t('bulk.checking', { count })}
        </p>
        {isSlow && <SkeletonRows rows={6} rowHeight={52} />}
      </>
    );
  }
  const { summary, emails, mailHoldSeconds } = answer;
  const figures = [
    ...(summary.added > 0 ? [['added', summary.added] as const] : []),
    ...(summary.removed > 0 ? [['removed', summary.removed] as const] : []),
    ['people', summary.people] as const,
    ['licenses', summary.licenseIds] as const,
    ['emails', emails.length] as const,
  ];
  const hasChanges = answer.difference.length > 0;
  return (
    <div className={styles.plan}>
      {hasChanges ? (
        <section aria-label={t('bulk.summary')}>
          <dl className={styles.figures}>
            {figures.map(([name, value]) => (
              <div key={name} className={styles.figure}>
                <dt>{t(`bulk.summary.${name}`)}</dt>
                <dd className={styles[name]}>{formatNumber(value)}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.quiet}>{t('bulk.hold', { count: emails.length, seconds: mailHoldSeconds })}</p>
        </section>
      ) : (
        <EmptyState title={t('bulk.nothing')} />
      )}
      {checks.length > 0 && (
        <section className={styles.part}>
          <h3>{t('bulk.checks')}</h3>
          <ChangeChecks checks={checks} />
        </section>
      )}
      <SkippedRoles skipped={answer.skipped} />
      {hasChanges && children}
      {hasChanges && (
        <section className={styles.part}>
          <h3>{t('bulk.changes')}</h3>
          <PlannedChanges answer={answer} />
        </section>
      )}
    </div>
  );
}
