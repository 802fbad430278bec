import type { VlUser } from '@muniment/contract/vl-users.ts';
import { useMemo } from 'react';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { type DataColumn, type DataSort, DataTable } from '../../ui/data-table.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PersonCell } from '../../ui/person-cell.tsx';
import { RoleChips } from '../../ui/role-chip.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { NO_ROOM_FOR_PANE, useMediaQuery } from '../../ui/use-media-query.ts';
import styles from './people-list.module.css';
import { RowMenu, type RowMenuProps } from './row-menu.tsx';
import type { OptionalColumn } from './shown-columns.ts';
import type { SelectedPeople } from './use-selection.ts';

export interface PeopleListProps extends Pick<RowMenuProps, 'onSendAgain' | 'onAssignAgain' | 'onRemove'> {
  people: readonly VlUser[];
  total: number;
  /** As in the address: a column, with `-` before it where it descends. */
  sort: string;
  onSort: (sort: string) => void;
  openId: string | null;
  onOpen: (id: string) => void;
  onLoadMore?: () => void;
  isLoadingMore: boolean;
  hiddenColumns: readonly OptionalColumn[];
  /** Without what changes something. */
  isReadOnly: boolean;
  /** undefined while rows cannot be selected. */
  selection: SelectedPeople | undefined;
  onEscape: () => void;
  onLookAt: (first: number, last: number) => void;
  /** Names what is listed: another one begins at its top. */
  viewKey: string;
}

/** The people on the license IDs that one administers. @source M1 */
export function PeopleList(props: PeopleListProps) {
  const { people, total, openId, onOpen, onSendAgain, onAssignAgain, onRemove } = props;
  const { hiddenColumns, selection, isReadOnly } = props;
  const messages = useMessages();
  const isNarrow = useMediaQuery(NO_ROOM_FOR_PANE);
  const isFolded = openId !== null || isNarrow;
  const columns = useMemo(() => {
    const all = columnsOf({ messages, isFolded, onOpen, onSendAgain, onAssignAgain, onRemove });
    const hidden: readonly string[] = isReadOnly ? [...hiddenColumns, 'more'] : hiddenColumns;
    return all.filter(({ id }) => !hidden.includes(id));
  }, [messages, isFolded, onOpen, onSendAgain, onAssignAgain, onRemove, hiddenColumns, isReadOnly]);
  return (
    <DataTable
      label={messages.t('assignments.list')}
      columns={columns}
      items={people}
      nameOf={nameOf}
      totalCount={total}
      rowHeight={isFolded ? 52 : 44}
      sort={readSort(props.sort)}
      onSort={({ column, direction }) => props.onSort(direction === 'descending' ? `-${column}` : column)}
      onOpen={onOpen}
      openId={openId}
      onLoadMore={props.onLoadMore}
      isLoadingMore={props.isLoadingMore}
      selectedIds={selection?.ids}
      isAllSelected={selection?.isAll}
      onSelect={selection?.select}
      onSelectAll={people.length < total ? selection?.selectAll : undefined}
      onEscape={props.onEscape}
      onLookAt={props.onLookAt}
      viewKey={props.viewKey}
      renderCard={(person) => <PersonCard person={person} />}
    />
  );
}

function columnsOf({
  messages: { t },
  isFolded,
  onOpen,
  onSendAgain,
  onAssignAgain,
  onRemove,
}: Pick<PeopleListProps, 'onOpen' | 'onSendAgain' | 'onAssignAgain' | 'onRemove'> & {
  messages: Messages;
  isFolded: boolean;
}): DataColumn<VlUser>[] {
  const emails: DataColumn<VlUser>[] = [
    {
      id: 'signInEmail',
      header: t('assignments.column.signInEmail'),
      isSortable: true,
      width: '2fr',
      minWidth: 160,
      render: ({ signInEmail }) => <Email address={signInEmail} />,
    },
    {
      id: 'businessEmail',
      header: t('assignments.column.businessEmail'),
      width: '1.4fr',
      minWidth: 140,
      render: ({ signInEmail, businessEmail }) =>
        businessEmail === signInEmail ? (
          <span className={styles.quiet}>{t('assignments.sameAsSignIn')}</span>
        ) : (
          <Email address={businessEmail} />
        ),
    },
  ];
  return [
    {
      id: 'displayName',
      header: t('assignments.column.name'),
      isSortable: true,
      width: '1.7fr',
      minWidth: 150,
      render: (person) => <Name person={person} detail={isFolded ? person.signInEmail : undefined} />,
    },
    {
      id: 'status',
      header: t('assignments.column.status'),
      isSortable: true,
      width: 200,
      render: ({ status }) => <StatusBadge status={status} />,
    },
    {
      id: 'actions',
      header: t('assignments.column.actions'),
      holdsControl: true,
      width: 100,
      render: ({ id, displayName }) => (
        <LinkButton
          aria-label={t('assignments.viewAccessOf', { name: displayName })}
          onPress={() => onOpen(id)}
        >
          {t('assignments.viewAccess')}
        </LinkButton>
      ),
    },
    {
      id: 'more',
      header: t('assignments.column.more'),
      holdsControl: true,
      hideHeader: true,
      width: 48,
      minWidth: 48,
      render: (person) => (
        <RowMenu
          person={person}
          onSendAgain={onSendAgain}
          onAssignAgain={onAssignAgain}
          onRemove={onRemove}
        />
      ),
    },
    ...(isFolded ? [] : emails),
    {
      id: 'roles',
      header: t(isFolded ? 'assignments.column.roles.short' : 'assignments.column.roles'),
      width: isFolded ? '1.3fr' : '2.2fr',
      minWidth: isFolded ? 150 : 220,
      render: ({ roles }) => <RoleChips roles={roles} max={isFolded ? 1 : 2} />,
    },
  ];
}

function Name({ person, detail }: { person: VlUser; detail?: string }) {
  const { t } = useMessages();
  return (
    <PersonCell
      name={person.displayName}
      detail={detail}
      badges={person.isYou && <span className={styles.quiet}>{t('assignments.you')}</span>}
    />
  );
}

function Email({ address }: { address: string }) {
  return (
    <span className={styles.email} title={address}>
      {address}
    </span>
  );
}

function PersonCard({ person }: { person: VlUser }) {
  return (
    <div className={styles.card}>
      <div className={styles.who}>
        <Name person={person} detail={person.signInEmail} />
        <RoleChips roles={person.roles} />
      </div>
      <StatusBadge status={person.status} />
    </div>
  );
}

function nameOf({ displayName }: VlUser): string {
  return displayName;
}

function readSort(sort: string): DataSort {
  return sort.startsWith('-')
    ? { column: sort.slice(1), direction: 'descending' }
    : { column: sort, direction: 'ascending' };
}
