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
  const { people, licenseIds, invitationsSent, invitationsExpired } = overview;
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
      {invitationsSent + invitationsExpired > 0 && (
        <div className={styles.counts}>
          <Count
            status="invitation-sent"
            count={invitationsSent}
            label={t('overview.sent', { count: invitationsSent })}
          />
          <Count
            status="invitation-expired"
            count={invitationsExpired}
            label={t('overview.expired', { count: invitationsExpired })}
          />
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

function Count({ status, count, label }: { status: VlUserStatus; count: number; label: string }) {
  const { formatNumber } = useMessages();
  const { number } = useOrganization();
  const isException = status === 'invitation-expired' && count > 0;
  return (
    <Link href={paths.assignments(number, { status: [status] })} className={styles.count}>
      <span className={classNames(styles.figure, isException && styles.exception)}>
        {formatNumber(count)}
      </span>{' '}
      <span className={styles.label}>{label}</span>
    </Link>
  );
}
