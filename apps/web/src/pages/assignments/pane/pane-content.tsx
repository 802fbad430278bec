import type { VlUser } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { lazy, Suspense, useState } from 'react';
import { useOrganization } from '../../../app/organization.ts';
import { type PersonTab, paths } from '../../../app/paths.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Link } from '../../../ui/link.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useInvitations } from '../use-invitations.ts';
import { InvitationState } from './invitation-state.tsx';
import { LicenseList } from './license-list.tsx';
import styles from './pane-content.module.css';
import { DetailsForm, PersonDetails } from './person-details.tsx';
import type { PersonAccess } from './person-query.ts';
import { failedLicenses, isBeingApplied } from './person-standing.ts';
import { StandingNotice } from './standing-notice.tsx';

const PersonHistory = lazy(() => import('./history/person-history.tsx'));

const NOTHING_WANTED: ReadonlyMap<string, readonly Role[]> = new Map();

export interface PaneContentProps {
  access: PersonAccess;
  /** A past moment, at which there is nothing to edit; undefined: now. */
  at: string | undefined;
  /** Left out: their access. */
  tab: PersonTab | undefined;
  onTab: (tab: PersonTab | undefined) => void;
  wanted: ReadonlyMap<string, readonly Role[]> | undefined;
  onWant: (licenseId: string, roles: readonly Role[]) => void;
  onAssignAgain: () => void;
  onRemove: (person: VlUser) => void;
  onTypeDetails: (isDirty: boolean) => void;
}

/** A person's details, what waits to be registered, and in tabs their license IDs and what became of their roles. */
export function PaneContent(props: PaneContentProps) {
  const { access, at, tab, onTab, wanted, onWant, onAssignAgain, onRemove, onTypeDetails } = props;
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
          {at === undefined && (
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
          )}
        </>
      )}
      {at === undefined && (
        <>
          <StandingNotice
            access={access}
            onAssignAgain={isWantedAgain ? null : onAssignAgain}
            onRemove={onRemove}
          />
          <InvitationState
            person={person}
            pending={pending}
            onSendAgain={(again) => sendAgain(person, again)}
          />
        </>
      )}
      <div className={styles.tabs}>
        <Tabs
          label={t('history.tabs', { name: person.displayName })}
          selectedId={tab ?? 'access'}
          onSelect={(id) => onTab(id === 'history' ? id : undefined)}
          tabs={[
            {
              id: 'access',
              label: t('history.tab.access'),
              count: licenses.length,
              content: (
                <>
                  {!isApplying && at === undefined && (
                    <Link href={paths.assign(number, { add: [person.id] })}>{t('access.add')}</Link>
                  )}
                  <LicenseList
                    vlUserId={person.id}
                    at={at}
                    licenses={licenses}
                    wanted={wanted ?? NOTHING_WANTED}
                    isYou={person.isYou}
                    isGone={person.status === 'user-not-found'}
                    canAdd={!isApplying}
                    onChange={onWant}
                  />
                </>
              ),
            },
            {
              id: 'history',
              label: t('history.tab'),
              content: (
                <Suspense>
                  <PersonHistory vlUserId={person.id} at={at} />
                </Suspense>
              ),
            },
          ]}
        />
      </div>
    </>
  );
}
