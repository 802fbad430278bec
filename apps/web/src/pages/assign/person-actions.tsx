import { useQuery } from '@tanstack/react-query';
import { Plus, UserRoundCog } from 'lucide-react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { administeredLicensesQuery, heldAccessQuery } from './assignment-queries.ts';
import { addLicenses, changePerson, type DraftPerson, readAgain } from './draft.ts';
import styles from './people-list.module.css';
import type { DraftHandle } from './use-draft.ts';

interface PersonActionsProps {
  person: DraftPerson;
  handle: DraftHandle;
  /** The buttons are docked: they stand at the bottom of the page. */
  isDocked: boolean;
  onAddContracts: () => void;
  onAssignRoles: () => void;
}

const icon = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** Below an open person: the ways to license IDs and roles. */
export function PersonActions(props: PersonActionsProps) {
  const { person, handle, isDocked, onAddContracts, onAssignRoles } = props;
  const { t } = useMessages();
  const hasLicenses = person.licenses.length > 0;
  return (
    <div className={classNames(styles.within, styles.last)}>
      <div className={styles.actions}>
        {!hasLicenses && (
          <p className={styles.lackingAll}>{t('assign.person.noLicenseIds', { name: person.displayName })}</p>
        )}
        {!isDocked && (
          <Button data-add-contracts="" icon={<Plus {...icon} />} onPress={onAddContracts}>
            {t('assign.addContracts')}
          </Button>
        )}
        {hasLicenses && !isDocked && (
          <Button icon={<UserRoundCog {...icon} />} onPress={onAssignRoles}>
            {t('assign.assignRoles')}
          </Button>
        )}
        {person.vlUserId !== null && <AddHeld person={person} vlUserId={person.vlUserId} handle={handle} />}
      </div>
    </div>
  );
}

/** Takes the license IDs on which somebody has roles today into the draft, to change those. */
function AddHeld({
  person,
  vlUserId,
  handle,
}: {
  person: DraftPerson;
  vlUserId: string;
  handle: DraftHandle;
}) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const { data: access } = useQuery(heldAccessQuery(api, number, vlUserId));
  const { data: licenses } = useQuery(administeredLicensesQuery(api, number));
  const inDraft = new Set(person.licenses.map(({ licenseId }) => licenseId));
  const held = licenses?.filter(
    ({ licenseId }) => access?.roles.has(licenseId) === true && !inDraft.has(licenseId),
  );
  if (access === undefined || held === undefined || held.length === 0) return null;
  const add = () =>
    handle.changePeople((people) =>
      changePerson(people, person.id, (each) => addLicenses(readAgain(each, access), held, access)),
    );
  return (
    <Button variant="quiet" onPress={add}>
      {t('assign.person.addHeld', { count: held.length })}
    </Button>
  );
}
