import { ROLES, type Role } from '@muniment/domain/roles.ts';
import { VL_USER_STATUSES, type VlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { useMemo, useState } from 'react';
import { Avatar } from '../src/ui/avatar.tsx';
import { Button } from '../src/ui/button.tsx';
import { type DataColumn, type DataSort, DataTable } from '../src/ui/data-table.tsx';
import { InlinePane } from '../src/ui/inline-pane.tsx';
import { LinkButton } from '../src/ui/link-button.tsx';
import { FilterSelect } from '../src/ui/multi-select.tsx';
import { PersonCell } from '../src/ui/person-cell.tsx';
import { RoleChips } from '../src/ui/role-chip.tsx';
import { SearchField } from '../src/ui/search-field.tsx';
import { StatusBadge } from '../src/ui/status-badge.tsx';
import styles from './gallery.module.css';
import { STATUS_OPTIONS } from './sample.ts';

interface Person {
  id: string;
  name: string;
  email: string;
  status: VlUserStatus;
  roles: Role[];
}

const GIVEN = ['Amara', 'Jonas', 'Lea', 'Tomas', 'Priya', 'Callum', 'Noor', 'Henrik', 'Yara', 'Bram'];
const FAMILY = ['Nwosu', 'Petrov', 'Tanaka', 'Varga', 'Raman', 'Mercer', 'Haddad', 'Lindqvist', 'Castel'];
const TOTAL = 2_041;
const PAGE = 100;

function person(index: number): Person {
  const given = GIVEN[index % GIVEN.length] ?? '';
  const family = FAMILY[index % FAMILY.length] ?? '';
  return {
    id: String(index),
    name: `${given} ${family}`,
    email: `${given}.${family}${index}@harbour-line.example`.toLowerCase(),
    status: VL_USER_STATUSES[index % 4 === 0 ? (index / 4) % VL_USER_STATUSES.length : 3] ?? 'active',
    roles: ROLES.slice(index % 5, (index % 5) + 1 + (index % 4)),
  };
}

function columnsFor(isPaneOpen: boolean, onOpen: (id: string) => void): DataColumn<Person>[] {
  return [
    {
      id: 'name',
      header: 'Display name',
      isSortable: true,
      minWidth: 140,
      render: ({ name, email }) => <PersonCell name={name} detail={isPaneOpen ? email : undefined} />,
    },
    {
      id: 'status',
      header: 'Status',
      isSortable: true,
      width: 190,
      render: ({ status }) => <StatusBadge status={status} />,
    },
    {
      id: 'actions',
      header: 'Actions',
      width: 110,
      render: ({ id }) => <LinkButton onPress={() => onOpen(id)}>View access</LinkButton>,
    },
    ...(isPaneOpen
      ? []
      : [
          {
            id: 'email',
            header: 'Sign-in email',
            minWidth: 160,
            render: ({ email }: Person) => <span className={styles.cut}>{email}</span>,
          },
        ]),
    {
      id: 'roles',
      header: 'Volume licensing roles',
      minWidth: 220,
      render: ({ roles }) => <RoleChips roles={roles} max={isPaneOpen ? 1 : 2} />,
    },
  ];
}

export function ListGallery() {
  const [items, setItems] = useState(() => Array.from({ length: PAGE }, (_, index) => person(index)));
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set(['1', '2']));
  const [sort, setSort] = useState<DataSort>({ column: 'name', direction: 'ascending' });
  const [openId, setOpenId] = useState<string | null>(null);
  const [statuses, setStatuses] = useState<string[]>(['failed']);
  const open = items.find(({ id }) => id === openId);

  const isPaneOpen = open !== undefined;
  const columns = useMemo(() => columnsFor(isPaneOpen, setOpenId), [isPaneOpen]);

  return (
    <div className={styles.listPage}>
      <main className={styles.list}>
        <h1>Manage assignments</h1>
        <div className={styles.row}>
          <SearchField label="Search name or email" />
          <FilterSelect label="Status" options={STATUS_OPTIONS} values={statuses} onChange={setStatuses} />
          <FilterSelect label="Role" options={STATUS_OPTIONS} values={[]} onChange={() => undefined} />
        </div>
        <div role="status">2,041 people</div>
        <DataTable
          label="People"
          columns={columns}
          items={items}
          nameOf={({ name }) => name}
          totalCount={TOTAL}
          rowHeight={open ? 52 : 44}
          sort={sort}
          onSort={setSort}
          selectedIds={selectedIds}
          onSelect={setSelectedIds}
          onOpen={setOpenId}
          openId={openId}
          onLoadMore={
            items.length < TOTAL
              ? () =>
                  setItems((loaded) => [
                    ...loaded,
                    ...Array.from({ length: Math.min(PAGE, TOTAL - loaded.length) }, (_, index) =>
                      person(loaded.length + index),
                    ),
                  ])
              : undefined
          }
          renderCard={({ name, email, roles, status }) => (
            <div className={styles.card}>
              <PersonCell name={name} detail={email}>
                <RoleChips roles={roles} />
              </PersonCell>
              <StatusBadge status={status} />
            </div>
          )}
        />
      </main>
      {open && (
        <InlinePane
          key={open.id}
          title={open.name}
          media={<Avatar name={open.name} size="large" />}
          subtitle={<StatusBadge status={open.status} />}
          onClose={() => setOpenId(null)}
          footer={<Button variant="primary">Verify and save</Button>}
        >
          <p>{open.email}</p>
        </InlinePane>
      )}
    </div>
  );
}
