import { ProblemError } from '@muniment/contract/client.ts';
import { ROLES } from '@muniment/domain/roles.ts';
import { VL_USER_STATUSES } from '@muniment/domain/vl-user-status.ts';
import { Copy, Ellipsis, Plus, UserRoundPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Avatar } from '../src/ui/avatar.tsx';
import { Badge } from '../src/ui/badge.tsx';
import { Breadcrumbs } from '../src/ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../src/ui/button.tsx';
import { Card, CardBody } from '../src/ui/card.tsx';
import { Checkbox } from '../src/ui/checkbox.tsx';
import { ComboBox } from '../src/ui/combo-box.tsx';
import { ConfirmDialog, Dialog } from '../src/ui/dialog.tsx';
import { EmptyState } from '../src/ui/empty-state.tsx';
import { IconButton } from '../src/ui/icon-button.tsx';
import { Link } from '../src/ui/link.tsx';
import { LinkButton } from '../src/ui/link-button.tsx';
import { Menu } from '../src/ui/menu.tsx';
import { MessageBar } from '../src/ui/message-bar.tsx';
import { FilterSelect, MultiSelect } from '../src/ui/multi-select.tsx';
import { PageError } from '../src/ui/page-error.tsx';
import { RoleChange } from '../src/ui/role-change.tsx';
import { RoleChip, RoleChips } from '../src/ui/role-chip.tsx';
import { SearchField } from '../src/ui/search-field.tsx';
import { Select } from '../src/ui/select.tsx';
import { Sheet } from '../src/ui/sheet.tsx';
import { SkeletonRows } from '../src/ui/skeleton.tsx';
import { StatusBadge } from '../src/ui/status-badge.tsx';
import { Steps } from '../src/ui/steps.tsx';
import { Switch } from '../src/ui/switch.tsx';
import { TabLinks } from '../src/ui/tab-links.tsx';
import { Tabs } from '../src/ui/tabs.tsx';
import { TextArea, TextField } from '../src/ui/text-field.tsx';
import { showToast } from '../src/ui/toasts.tsx';
import styles from './gallery.module.css';
import { ROLE_OPTIONS, STATUS_OPTIONS } from './sample.ts';

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card title={title}>
      <CardBody>
        <div className={styles.stack}>{children}</div>
      </CardBody>
    </Card>
  );
}

function Buttons() {
  return (
    <Section title="Buttons and links">
      <div className={styles.row}>
        <Button variant="primary" icon={<UserRoundPlus size={18} strokeWidth={1.5} aria-hidden />}>
          Assign users
        </Button>
        <Button icon={<Plus size={18} strokeWidth={1.5} aria-hidden />}>Add contracts</Button>
        <Button variant="quiet">Clear all</Button>
        <Button variant="danger">Remove 2 people</Button>
        <Button size="small">Edit</Button>
        <Button variant="primary" isPending>
          Save 9 role changes
        </Button>
        <Button variant="primary" disabledReason="No changes to save">
          Verify and save
        </Button>
        <ButtonLink href="#kit">Go elsewhere</ButtonLink>
        <IconButton label="Copy role properties" icon={<Copy size={18} strokeWidth={1.5} aria-hidden />} />
        <IconButton
          label="Paste role properties"
          disabledReason="Copy some first"
          icon={<Copy size={18} strokeWidth={1.5} aria-hidden />}
        />
        <Menu
          label="More actions"
          trigger={
            <IconButton label="More actions" icon={<Ellipsis size={18} strokeWidth={1.5} aria-hidden />} />
          }
          entries={[
            { id: 'resend', label: 'Resend invite', description: 'Same link, same end' },
            { id: 'reset', label: 'Reset invite', isDisabled: true },
            { id: 'remove', label: 'Remove', tone: 'danger' },
          ]}
        />
      </div>
      <div className={styles.row}>
        <Link href="#kit">All activity</Link>
        <Link href="#kit" variant="strong">
          7204 1183
        </Link>
        <Link href="#kit" variant="underlined">
          Keep Amara as admin
        </Link>
        <LinkButton>View access</LinkButton>
      </div>
    </Section>
  );
}

function Fields() {
  const [roles, setRoles] = useState<string[]>(['licensing-info-viewer', 'product-download-manager']);
  const [status, setStatus] = useState<string | null>(null);
  const [statuses, setStatuses] = useState<string[]>(['active', 'failed']);
  const [search, setSearch] = useState('');
  const found = ROLE_OPTIONS.filter(({ label }) => label.toLowerCase().includes(search.toLowerCase()));
  return (
    <Section title="Fields">
      <div className={styles.grid}>
        <TextField label="Sign-in email" description="As their directory knows them" />
        <TextField label="Full name" errorMessage="Enter a full name for an external user." />
        <TextArea label="Paste license IDs, one per line or straight from a spreadsheet" rows={3} />
        <SearchField label="Search name or email" defaultValue="amara" />
        <Select
          label="Status"
          options={STATUS_OPTIONS}
          value={status}
          onChange={setStatus}
          placeholder="Any"
        />
        <MultiSelect
          label="Volume licensing roles"
          options={ROLE_OPTIONS}
          values={roles}
          onChange={setRoles}
          placeholder="No roles"
        />
        <ComboBox
          label="Add people"
          options={found}
          inputValue={search}
          onInputChange={setSearch}
          onChoose={() => setSearch('')}
        />
        <div className={styles.narrow}>
          <MultiSelect
            label="Roles on 7204 1190"
            options={ROLE_OPTIONS}
            values={roles}
            onChange={setRoles}
            placeholder="No roles"
          />
        </div>
      </div>
      <div className={styles.row}>
        <FilterSelect label="Status" options={STATUS_OPTIONS} values={statuses} onChange={setStatuses} />
        <FilterSelect label="Role" options={ROLE_OPTIONS} values={[]} onChange={() => undefined} />
        <Checkbox defaultSelected>Send an invitation</Checkbox>
        <Checkbox isIndeterminate>All license IDs</Checkbox>
        <Checkbox isDisabled>Not now</Checkbox>
        <Switch defaultSelected>Show unchanged roles</Switch>
        <Switch>Off</Switch>
      </div>
    </Section>
  );
}

function Overlays() {
  const [shown, setShown] = useState<'dialog' | 'confirm' | 'sheet' | null>(null);
  const close = () => setShown(null);
  return (
    <Section title="Overlays">
      <div className={styles.row}>
        <Button onPress={() => setShown('dialog')}>Open dialog</Button>
        <Button onPress={() => setShown('confirm')}>Open confirmation</Button>
        <Button onPress={() => setShown('sheet')}>Open sheet</Button>
        <Button
          onPress={() =>
            showToast({
              tone: 'success',
              title: 'Assignments saved',
              message: '3 emails go out in 30 seconds. Until then you can take everything back.',
              action: { label: 'Undo', onAction: () => showToast({ tone: 'info', title: 'Undone' }) },
            })
          }
        >
          Show toast
        </Button>
      </div>
      <Dialog
        isOpen={shown === 'dialog'}
        onClose={close}
        title="Verify and save"
        size="wide"
        footer={
          <>
            <Button variant="primary" onPress={close}>
              Save 1 role change
            </Button>
            <Button onPress={close}>Back</Button>
          </>
        }
      >
        <p>1 change, 1 email.</p>
      </Dialog>
      <ConfirmDialog
        isOpen={shown === 'confirm'}
        onClose={close}
        title="Remove Callum Mercer?"
        confirmLabel="Remove Callum Mercer"
        onConfirm={close}
      >
        They lose access to 2 license IDs and leave this list.
      </ConfirmDialog>
      <Sheet
        isOpen={shown === 'sheet'}
        onClose={close}
        title="Add contracts"
        description="For Amara Nwosu. You see the 4,012 license IDs you administer."
        footer={
          <>
            <Button variant="primary" onPress={close}>
              Add 2 contracts
            </Button>
            <Button onPress={close}>Cancel</Button>
          </>
        }
      >
        <SearchField label="License ID, contract, program or agreement" />
      </Sheet>
    </Section>
  );
}

function Signs() {
  return (
    <Section title="Statuses, roles, people">
      <div className={styles.row}>
        {VL_USER_STATUSES.map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
      </div>
      <div className={styles.row}>
        {ROLES.map((role) => (
          <RoleChip key={role} role={role} />
        ))}
        <RoleChips roles={ROLES.slice(0, 4)} />
      </div>
      <div className={styles.row}>
        <RoleChange change="added" label="Administrator" />
        <RoleChange change="removed" label="Licensing Info Viewer" />
        <RoleChange change="unchanged" label="Product keys reader" />
      </div>
      <div className={styles.row}>
        <Avatar name="Amara Nwosu" size="large" />
        <Avatar name="Jonas Petrov" />
        <Badge kind="new" />
        <Badge kind="external" />
      </div>
    </Section>
  );
}

function Messages() {
  return (
    <Section title="Messages">
      <MessageBar tone="info" title="Access as it was on 2 Sept 2026.">
        Changes are off while you look back.
      </MessageBar>
      <MessageBar tone="success" title="3 invitations sent again." onDismiss={() => undefined} />
      <MessageBar tone="warning" title="8810 2207 drops to one admin.">
        You would be the only one left.
      </MessageBar>
      <MessageBar tone="danger" title="Nothing was saved." actions={<Button size="small">Review</Button>}>
        7204 1183 would be left without an administrator.
      </MessageBar>
    </Section>
  );
}

function Wayfinding() {
  const [tab, setTab] = useState('search');
  return (
    <Section title="Wayfinding">
      <Breadcrumbs crumbs={[{ label: 'Your products', href: '#kit' }, { label: 'Manage assignments' }]} />
      <Steps
        steps={[
          { label: 'People', href: '#kit' },
          { label: 'Contracts', href: '#kit' },
          { label: 'Roles' },
          { label: 'Verify and save' },
        ]}
        current={2}
      />
      <TabLinks
        label="Views"
        links={[
          { id: 'all', label: 'Everyone', count: 2041, href: '#kit', isCurrent: true },
          { id: 'attention', label: 'Needs attention', count: 23, href: '#kit', isCurrent: false },
        ]}
      />
      <Tabs
        label="How to add"
        selectedId={tab}
        onSelect={setTab}
        tabs={[
          { id: 'search', label: 'Search and select', content: <p>A list.</p> },
          { id: 'paste', label: 'Paste a list', content: <p>A box.</p> },
        ]}
      />
    </Section>
  );
}

function Absences() {
  const error = new ProblemError(
    503,
    {
      type: '/docs/problems/unavailable',
      title: 'Not available for the moment',
      status: 503,
      instance: 'req-4f2a',
    },
    null,
  );
  return (
    <Section title="Absences">
      <EmptyState title="No one matches these filters" action={<Button>Clear filters</Button>}>
        Try part of a name, or clear the filters to see all 2,041 people.
      </EmptyState>
      <EmptyState title="Nothing needs attention" tone="good" />
      <PageError error={error} onRetry={() => undefined} />
      <SkeletonRows rows={3} />
    </Section>
  );
}

export function KitGallery() {
  return (
    <main className={styles.kit}>
      <h1>Component gallery</h1>
      <Buttons />
      <Fields />
      <Signs />
      <Messages />
      <Wayfinding />
      <Overlays />
      <Absences />
    </main>
  );
}
