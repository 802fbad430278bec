import type { VlUser } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { useState } from 'react';
import { useOrganization } from '../../../app/organization.ts';
import { paths } from '../../../app/paths.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Link } from '../../../ui/link.tsx';
import { useInvitations } from '../use-invitations.ts';
import { InvitationState } from './invitation-state.tsx';
import { LicenseList } from './license-list.tsx';
import styles from './pane-content.module.css';
import { DetailsForm, PersonDetails } from './person-details.tsx';
import type { PersonAccess } from './person-query.ts';
import { failedLicenses, isBeingApplied } from './person-standing.ts';
import { StandingNotice } from './standing-notice.tsx';

const NOTHING_WANTED: ReadonlyMap<string, readonly Role[]> = new Map();

export interface PaneContentProps {
  access: PersonAccess;
  wanted: ReadonlyMap<string, readonly Role[]> | undefined;
  onWant: (licenseId: string, roles: readonly Role[]) => void;
  onAssignAgain: () => void;
  onRemove: (person: VlUser) => void;
  onTypeDetails: (isDirty: boolean) => void;
}

/** A person's details, what waits to be registered, and their license IDs. */
export function PaneContent(props: PaneContentProps) {
  const { access, wanted, onWant, onAssignAgain, onRemove, onTypeDetails } = props;
  const { t } = useMessages();
  const { number } = useOrganization();
  const { sendAgain, pending } = useInvitations();
  const [isEditing, setEditing] = useState(false);
  const { person, licenses } = access;
  const isApplying = isBeingApplied(access);
  const isWantedAgain = failedLicenses(access).every(({ licenseId }) => wanted?.has(licenseId));
  return (
    <>
      {isEditing ? (
        <DetailsForm access={access} onClose={() => setEditing(false)} onDirty={onTypeDetails} />
      ) : (
        <>
          <PersonDetails access={access} />
          <div className={styles.buttons}>
            <Button size="small" onPress={() => setEditing(true)}>
              {t('access.edit')}
            </Button>
            {person.status !== 'user-not-found' && (
              <Button size="small" onPress={() => onRemove(person)}>
                {t('assignments.remove')}
              </Button>
            )}
          </div>
        </>
      )}
      <StandingNotice
        access={access}
        onAssignAgain={isWantedAgain ? null : onAssignAgain}
        onRemove={onRemove}
      />
      <InvitationState person={person} pending={pending} onSendAgain={(again) => sendAgain(person, again)} />
      <div className={styles.title}>
        <h3>{t('access.count', { count: licenses.length })}</h3>
        {!isApplying && <Link href={paths.assign(number, { add: [person.id] })}>{t('access.add')}</Link>}
      </div>
      <LicenseList
        licenses={licenses}
        wanted={wanted ?? NOTHING_WANTED}
        isYou={person.isYou}
        isGone={person.status === 'user-not-found'}
        canAdd={!isApplying}
        onChange={onWant}
      />
    </>
  );
}
