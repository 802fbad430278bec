import type { Overview } from '@muniment/contract/licenses.ts';
import type { VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { ChevronRight, UserRoundPlus, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components/Link';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Card } from '../../ui/card.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './role-assignments.module.css';

const ICON = { size: 22, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** The ways to assign and manage, and how many people wait. */
export function RoleAssignments({ overview }: { overview: Overview }) {
  const { t } = useMessages();
  const { number } = useOrganization();
  const { people, licenseIds } = overview;
  const shown = countsOf(overview);
  return (
    <Card title={t('overview.roles')} aside={t('overview.scope', { people, licenseIds })}>
      <div className={styles.tiles}>
        <Tile
          icon={<UserRoundPlus {...ICON} />}
          href={paths.assign(number)}
          title={t('overview.assign')}
          about={t('overview.assign.about')}
        />
        <Tile
          icon={<UsersRound {...ICON} />}
          href={paths.assignments(number)}
          title={t('overview.manage')}
          about={t('overview.manage.about')}
        />
      </div>
      {shown.length > 0 && (
        <div className={styles.counts}>
          {shown.map(({ status, count }) => (
            <Count key={status} status={status} count={count} />
          ))}
        </div>
      )}
    </Card>
  );
}

function Tile(props: { icon: ReactNode; href: string; title: string; about: string }) {
  return (
    <Link href={props.href} className={styles.tile}>
      {props.icon}
      <span className={styles.words}>
        <strong>{props.title}</strong>
        <span>{props.about}</span>
      </span>
      <ChevronRight size={18} strokeWidth={1.5} aria-hidden className={styles.go} />
    </Link>
  );
}

interface StatusCount {
  readonly status: Exclude<VlUserStatus, 'active'>;
  readonly count: number;
}

/** Nothing where nobody waits. What lasts seconds only is counted while there is some. */
function countsOf(overview: Overview): StatusCount[] {
  const counts: StatusCount[] = [
    { status: 'invitation-sent', count: overview.invitationsSent },
    { status: 'invitation-expired', count: overview.invitationsExpired },
    { status: 'assignment-in-progress', count: overview.assignmentsInProgress },
    { status: 'failed', count: overview.assignmentsFailed },
    { status: 'user-not-found', count: overview.usersNotFound },
  ];
  if (counts.every(({ count }) => count === 0)) return [];
  return counts.filter(({ status, count }) => count > 0 || status !== 'assignment-in-progress');
}

function Count({ status, count }: StatusCount) {
  const { t, formatNumber } = useMessages();
  const { number } = useOrganization();
  return (
    <Link href={paths.assignments(number, { status: [status] })} className={styles.count}>
      <span className={classNames(styles.figure, count > 0 && styles[status])}>{formatNumber(count)}</span>{' '}
      <span className={styles.label}>{t(`overview.count.${status}`, { count })}</span>
    </Link>
  );
}
