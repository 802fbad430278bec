import {
  ChevronDown,
  ChevronRight,
  ClipboardCopy,
  Copy,
  Ellipsis,
  Pencil,
  Plus,
  Trash2,
  UserRoundCog,
} from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { type DraftPerson, totalsOf } from './draft.ts';
import styles from './people-list.module.css';

interface PersonRowProps {
  person: DraftPerson;
  isOpen: boolean;
  othersCount: number;
  onToggle: () => void;
  onAddContracts: () => void;
  onAssignRoles: () => void;
  onEdit: () => void;
  onRemove: () => void;
  onGiveToOthers: () => Promise<void>;
  onCopyAccess: () => void;
}

/** One person of the draft in a line, which opens and closes what they are to have. */
export function PersonRow(props: PersonRowProps) {
  const { person, isOpen, othersCount, onToggle } = props;
  const { t } = useMessages();
  const { displayName, signInEmail, businessEmail, licenses } = person;
  const icon = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;
  const Chevron = isOpen ? ChevronDown : ChevronRight;

  const hasLicenses = licenses.length > 0;
  // Below a hundred license IDs the same buttons are far away.
  const assign: MenuEntry = {
    id: 'roles',
    label: t('assign.assignRoles'),
    icon: <UserRoundCog {...icon} />,
    onAction: props.onAssignRoles,
  };
  const entries: MenuEntry[] = [
    {
      id: 'contracts',
      label: t('assign.addContracts'),
      icon: <Plus {...icon} />,
      onAction: props.onAddContracts,
    },
    ...(hasLicenses ? [assign] : []),
    {
      id: 'copyAccess',
      label: t('assign.person.copyAccess'),
      icon: <ClipboardCopy {...icon} />,
      onAction: props.onCopyAccess,
    },
    {
      id: 'edit',
      label: t('assign.person.edit'),
      icon: <Pencil {...icon} />,
      onAction: props.onEdit,
    },
    ...(othersCount > 0 && hasLicenses
      ? [
          {
            id: 'copy',
            label: t('assign.person.copyToAll', { count: othersCount }),
            icon: <Copy {...icon} />,
            onAction: () => void props.onGiveToOthers(),
          },
        ]
      : []),
    {
      id: 'remove',
      label: t('assign.person.remove'),
      icon: <Trash2 {...icon} />,
      onAction: props.onRemove,
      tone: 'danger' as const,
    },
  ];
  return (
    <div data-person={person.id} className={classNames(styles.person, isOpen && styles.openPerson)}>
      <h3 className={styles.toggleHeading}>
        <Button aria-expanded={isOpen} onPress={onToggle} className={styles.toggle}>
          <Chevron size={20} strokeWidth={1.5} aria-hidden />
          <Avatar name={displayName} />
          <span className={styles.who}>
            <span className={styles.nameLine}>
              <span className={styles.name}>{displayName}</span>
              {person.isExternal ? (
                <Badge kind="external" />
              ) : (
                person.vlUserId === null && <Badge kind="new" />
              )}
            </span>
            <span className={styles.email}>
              {businessEmail === signInEmail
                ? signInEmail
                : t('assign.person.mailTo', { signInEmail, businessEmail })}
            </span>
          </span>
        </Button>
      </h3>
      <span className={styles.count}>{t('assign.person.licenseIds', { count: licenses.length })}</span>
      <Change person={person} />
      <Menu
        label={t('assign.person.menu', { name: displayName })}
        placement="bottom end"
        entries={entries}
        trigger={
          <IconButton
            label={t('assign.person.menu', { name: displayName })}
            icon={<Ellipsis size={20} strokeWidth={1.5} aria-hidden />}
          />
        }
      />
    </div>
  );
}

function Change({ person }: { person: DraftPerson }) {
  const { t } = useMessages();
  const { added, removed } = totalsOf([person]);
  return (
    <span className={styles.change}>
      {added + removed > 0 && (
        <>
          <span className="visually-hidden">{t('assign.person.change', { added, removed })}</span>
          {added > 0 && (
            <span aria-hidden className={styles.added}>
              {t('assign.person.added', { count: added })}
            </span>
          )}
          {removed > 0 && (
            <span aria-hidden className={styles.removed}>
              {t('assign.person.removed', { count: removed })}
            </span>
          )}
        </>
      )}
    </span>
  );
}
