import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { assignableRolesQuery, readHeldAccesses } from './assignment-queries.ts';
import { isDocked } from './docked-actions.tsx';
import { changePerson, type DraftPerson, readAgain, removeLicenses } from './draft.ts';
import { LicenseRow } from './license-row.tsx';
import styles from './people-list.module.css';
import { PersonActions } from './person-actions.tsx';
import { PersonRow } from './person-row.tsx';
import { copyAssignments } from './role-clipboard.ts';
import type { AssignView } from './use-assign-view.ts';
import type { DraftHandle } from './use-draft.ts';

interface PeopleListProps {
  handle: DraftHandle;
  view: AssignView;
  onAnnounce: (text: string) => void;
  onFocusLost: (...selectors: string[]) => void;
}

/** A part of the list: a person's row, and what stands below it while it is open. */
type Part =
  | { readonly kind: 'person'; readonly person: DraftPerson; readonly isOpen: boolean }
  | { readonly kind: 'license'; readonly person: DraftPerson; readonly index: number }
  /** Where the ways on are docked, what ends the person's part. */
  | { readonly kind: 'actions'; readonly person: DraftPerson; readonly isDocked: boolean };

const ROW_HEIGHT = 60;

/** Everybody in the draft; one of them open, with license IDs and roles. */
export function PeopleList({ handle, view, onAnnounce, onFocusLost }: PeopleListProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const { people } = handle.draft;
  const { openUser } = view;
  const parts = useMemo(() => partsOf(people, openUser), [people, openUser]);

  const removePerson = (person: DraftPerson) => {
    const index = people.indexOf(person);
    const neighbour = people[index + 1] ?? people[index - 1];
    handle.changePeople((all) => all.filter(({ id }) => id !== person.id));
    onAnnounce(t('assign.person.removed.status', { name: person.displayName }));
    onFocusLost(neighbour === undefined ? 'main h1' : `${rowOf(neighbour)} button`, 'main h1');
  };
  const removeLicense = (person: DraftPerson, index: number) => {
    const { licenses } = person;
    const licenseId = licenses[index]?.licenseId ?? '';
    const neighbour = licenses[index + 1] ?? licenses[index - 1];
    handle.changePeople((all) =>
      changePerson(all, person.id, (each) => removeLicenses(each, new Set([licenseId]))),
    );
    onAnnounce(t('assign.license.removed', { licenseId, name: person.displayName }));
    onFocusLost(
      neighbour === undefined ? '[data-add-contracts]' : `[data-license="${neighbour.licenseId}"] button`,
    );
  };
  const giveToOthers = async (from: DraftPerson) => {
    const others = people.filter(({ id }) => id !== from.id);
    const [read, assignable] = await Promise.all([
      readHeldAccesses(api, others),
      queryClient.fetchQuery(assignableRolesQuery(api, number)),
    ]);
    handle.changePeople((all) =>
      all.map((person) => {
        const access = read.get(person.id);
        if (person.id === from.id || access === undefined) return person;
        return copyAssignments(from, readAgain(person, access), access, assignable);
      }),
    );
    onAnnounce(t('assign.person.copied', { count: others.length, name: from.displayName }));
  };

  return (
    <div className={styles.people}>
      <VirtualList label={t('assign.people.list')} items={parts} keyOf={keyOf} estimatedHeight={ROW_HEIGHT}>
        {(part) => {
          const { person } = part;
          switch (part.kind) {
            case 'person':
              return (
                <>
                  <PersonRow
                    person={person}
                    isOpen={part.isOpen}
                    othersCount={people.length - 1}
                    onToggle={() => view.openUserRow(part.isOpen ? null : person.id)}
                    onAddContracts={() => view.openPane('contracts', person.id)}
                    onAssignRoles={() => view.openPane('roles', person.id)}
                    onEdit={() => view.openPane('users', person.id)}
                    onRemove={() => removePerson(person)}
                    onGiveToOthers={() => giveToOthers(person)}
                    onCopyAccess={() => view.openPane('copy', person.id)}
                  />
                  {part.isOpen && person.licenses.length > 0 && <Columns />}
                </>
              );
            case 'license':
              return (
                <LicenseRow
                  person={person}
                  license={person.licenses[part.index]}
                  onRemove={() => removeLicense(person, part.index)}
                />
              );
            case 'actions':
              return (
                <PersonActions
                  person={person}
                  handle={handle}
                  isDocked={part.isDocked}
                  onAddContracts={() => view.openPane('contracts', person.id)}
                  onAssignRoles={() => view.openPane('roles', person.id)}
                />
              );
          }
        }}
      </VirtualList>
    </div>
  );
}

/** Heads the columns for those who see them; each row names its parts itself. */
function Columns() {
  const { t } = useMessages();
  return (
    <div aria-hidden className={styles.columns}>
      <span>{t('assign.column.licenseId')}</span>
      <span>{t('assign.column.contract')}</span>
      <span>{t('assign.column.roles')}</span>
    </div>
  );
}

function partsOf(people: readonly DraftPerson[], openUser: string | null): Part[] {
  return people.flatMap((person): Part[] => {
    const isOpen = person.id === openUser;
    const row: Part = { kind: 'person', person, isOpen };
    if (!isOpen) return [row];
    return [
      row,
      ...person.licenses.map((_, index) => ({ kind: 'license' as const, person, index })),
      { kind: 'actions', person, isDocked: isDocked(person) },
    ];
  });
}

function keyOf(part: Part): string {
  const { kind, person } = part;
  return kind === 'license'
    ? `${person.id} ${person.licenses[part.index]?.licenseId}`
    : `${person.id} ${kind}`;
}

function rowOf({ id }: DraftPerson): string {
  return `[data-person="${CSS.escape(id)}"]`;
}
