import type { VlUser } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rolesQuery } from '../../../api/organization-queries.ts';
import { useApi, useOrganization } from '../../../app/organization.ts';
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

const NOTHING_WANTED: ReadonlyMap<string, readonly Role[]> = new Map();
const NO_ROLES: readonly Role[] = [];

export interface PaneContentProps {
  access: PersonAccess;
  wanted: ReadonlyMap<string, readonly Role[]> | undefined;
  onWant: (licenseId: string, roles: readonly Role[]) => void;
  onRemove: (person: VlUser) => void;
  onTypeDetails: (isDirty: boolean) => void;
}

/** A person's details, what waits to be registered, and their license IDs. */
export function PaneContent({ access, wanted, onWant, onRemove, onTypeDetails }: PaneContentProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const { data: roles = NO_ROLES } = useQuery(rolesQuery(api, number));
  const { sendAgain, pending } = useInvitations();
  const [isEditing, setEditing] = useState(false);
  const { person, licenses } = access;
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
            <Button size="small" onPress={() => onRemove(person)}>
              {t('assignments.remove')}
            </Button>
          </div>
        </>
      )}
      <InvitationState person={person} pending={pending} onSendAgain={(again) => sendAgain(person, again)} />
      <div className={styles.title}>
        <h3>{t('access.count', { count: licenses.length })}</h3>
        <Link href={paths.assign(number, { add: [person.id] })}>{t('access.add')}</Link>
      </div>
      <LicenseList
        licenses={licenses}
        wanted={wanted ?? NOTHING_WANTED}
        roles={roles}
        status={person.status}
        isYou={person.isYou}
        onChange={onWant}
      />
    </>
  );
}
