import { ROLES, type Role } from '@muniment/domain/roles.ts';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { licenseIdsInWords } from '../../changes/license-ids-in-words.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { Message, useMessages } from '../../messages/messages.tsx';
import { roleName, shortRoleName } from '../../messages/names.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { assignableRolesQuery } from './assignment-queries.ts';
import { CopiedBar } from './copied-bar.tsx';
import { changePerson, type DraftLicense, type DraftPerson, periodOf } from './draft.ts';
import { EditRoleSets } from './edit-role-sets.tsx';
import { type CopiedRoles, copyRoles, leftOutByPaste, pasteRoles, pasteTargets } from './role-clipboard.ts';
import { ALWAYS, faultOf, type RolePeriod, withPeriod } from './role-periods.ts';
import { RoleSetForm } from './role-set-form.tsx';
import { type NamedRoles, roleSetsQuery } from './role-sets.ts';
import { RoleSetsMenu } from './role-sets-menu.tsx';
import { RolesRow } from './roles-row.tsx';
import styles from './roles-sheet.module.css';
import type { DraftHandle } from './use-draft.ts';

interface RolesSheetProps {
  person: DraftPerson;
  handle: DraftHandle;
  /** Stays when the sheet closes: roles of one person can be pasted to another. */
  copied: CopiedRoles | null;
  onCopy: (copied: CopiedRoles) => void;
  onClose: (announcement?: string) => void;
}

const ROW_HEIGHT = 76;
const SKELETON_ROWS = 8;

/** Assign roles: the roles of a person on each of their license IDs, with copy and paste. @source S3, R8 */
export default function RolesSheet({ person, handle, copied, onCopy, onClose }: RolesSheetProps) {
  const messages = useMessages();
  const { t, formatList } = messages;
  const api = useApi();
  const { number, vlUserId } = useOrganization();
  const assignable = useQuery(assignableRolesQuery(api, number));
  const [licenses, setLicenses] = useState<readonly DraftLicense[]>(person.licenses);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [announcement, setAnnouncement] = useState('');
  const [part, setPart] = useState<'roles' | 'sets' | 'back'>('roles');
  const [isKeeping, setKeeping] = useState(false);
  const sets = useQuery(roleSetsQuery(api, number));
  const [leftOut, setLeftOut] = useState<ReturnType<typeof leftOutByPaste> | null>(null);

  const setRoles = (licenseId: string, roles: readonly Role[]) =>
    setLicenses((all) => all.map((each) => (each.licenseId === licenseId ? { ...each, roles } : each)));
  const toggle = (licenseId: string, isSelected: boolean) => {
    const next = new Set(selected);
    if (isSelected) next.add(licenseId);
    else next.delete(licenseId);
    setSelected(next);
  };
  const copy = (license: DraftLicense) => {
    const taken = copyRoles(license);
    if (taken === null) return;
    onCopy(taken);
    const roles = formatList(taken.roles.map((role) => t(shortRoleName(role))));
    const { licenseId } = license;
    setAnnouncement(t('assign.roles.status.copied', { licenseId: formatLicenseId(licenseId), roles }));
  };
  const pasteOf = (taken: CopiedRoles | null, targets: ReadonlySet<string>) => {
    if (taken === null || assignable.data === undefined) return;
    setLicenses(pasteRoles(licenses, targets, taken, assignable.data));
    setLeftOut(leftOutByPaste(licenses, targets, taken, assignable.data));
    const count = targets.size;
    setAnnouncement(
      taken.setName === undefined
        ? t('assign.roles.status.pasted', { count })
        : t('roleSets.used', { name: taken.setName, count }),
    );
  };
  const paste = (targets: ReadonlySet<string>) => pasteOf(copied, targets);
  const fillIn = ({ name, roles }: NamedRoles) => {
    const taken: CopiedRoles = { licenseId: null, setName: name, roles };
    onCopy(taken);
    if (selected.size > 0) pasteOf(taken, selected);
    else setAnnouncement(t('roleSets.ready', { name }));
  };
  const setPeriod = (licenseId: string, role: Role, period: RolePeriod) =>
    setLicenses((all) =>
      all.map((each) =>
        each.licenseId === licenseId
          ? { ...each, periods: withPeriod(each.periods ?? {}, role, period) }
          : each,
      ),
    );
  const copyAndPasteByKey = (event: KeyboardEvent<HTMLElement>) => {
    // In a field Ctrl C copies text.
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const row = (event.target as Element).closest<HTMLElement>('[data-roles-row]')?.dataset.rolesRow;
    const license = licenses.find(({ licenseId }) => licenseId === row);
    if (!isCommand || license === undefined) return;
    if (event.key === 'c') copy(license);
    else if (event.key === 'v') paste(pasteTargets(selected, license.licenseId));
    else return;
    event.preventDefault();
  };
  const apply = () => {
    handle.changePeople((people) => changePerson(people, person.id, (each) => ({ ...each, licenses })));
    onClose(t('assign.roles.applied', { name: person.displayName }));
  };

  const isAll = selected.size === licenses.length;
  const faulty = licenses.find(hasFault);
  const choices = ROLES.filter((role) =>
    licenses.some(({ licenseId }) => assignable.data?.(licenseId).includes(role)),
  );
  if (part === 'sets') {
    return (
      <Sheet
        isOpen
        onClose={() => onClose()}
        title={t('roleSets.title')}
        description={t('roleSets.description')}
        footer={<Button onPress={() => setPart('back')}>{t('roleSets.back')}</Button>}
      >
        <EditRoleSets choices={choices} />
      </Sheet>
    );
  }
  return (
    <Sheet
      isOpen
      onClose={() => onClose()}
      title={t('assign.roles.title')}
      description={t('assign.roles.description', { name: person.displayName })}
      footer={
        <>
          <Button
            variant="primary"
            onPress={apply}
            disabledReason={
              faulty === undefined
                ? null
                : t('period.mendFirst', { licenseId: formatLicenseId(faulty.licenseId) })
            }
          >
            {t('assign.roles.apply')}
          </Button>
          <Button onPress={() => onClose()}>{t('ui.cancel')}</Button>
        </>
      }
    >
      <div role="status" className="visually-hidden">
        {announcement}
      </div>
      {copied && (
        <CopiedBar
          copied={copied}
          selectedCount={selected.size}
          onPaste={() => paste(selected)}
          onKeep={copied.licenseId === null ? null : () => setKeeping(true)}
        />
      )}
      {isKeeping && copied && (
        <div className={styles.leftOut}>
          <RoleSetForm
            id={null}
            initial={{ name: '', roles: copied.roles }}
            onSaved={(name) => {
              setKeeping(false);
              document.querySelector<HTMLElement>('[data-keep-roles]')?.focus();
              setAnnouncement(t('roleSets.saved', { name }));
            }}
          />
        </div>
      )}
      {leftOut !== null && leftOut.licenseIds.length > 0 && (
        <div className={styles.leftOut}>
          <MessageBar tone="warning" onDismiss={() => setLeftOut(null)}>
            {t('assign.roles.leftOut', {
              roles: formatList(leftOut.roles.map((role) => t(roleName(role)))),
              licenseIds: licenseIdsInWords(leftOut.licenseIds, messages),
            })}
          </MessageBar>
        </div>
      )}
      {assignable.isError ? (
        <PageError
          title={t('assign.roles.loadFailed')}
          error={assignable.error}
          onRetry={() => void assignable.refetch()}
        />
      ) : assignable.data === undefined ? (
        <SkeletonRows rows={Math.min(licenses.length, SKELETON_ROWS)} rowHeight={52} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the row that has focus
        <div onKeyDown={copyAndPasteByKey}>
          <div className={styles.fillIn}>
            <RoleSetsMenu
              isBack={part === 'back'}
              own={sets.data ?? []}
              onUse={fillIn}
              onEdit={() => setPart('sets')}
            />
          </div>
          <div className={styles.head}>
            <Checkbox
              aria-label={t('assign.roles.selectAll')}
              isSelected={isAll}
              isIndeterminate={selected.size > 0 && !isAll}
              onChange={(all) => setSelected(new Set(all ? licenses.map(({ licenseId }) => licenseId) : []))}
            />
            <span aria-hidden>{t('assign.column.licenseId')}</span>
            <span aria-hidden>{t('assign.roles.column')}</span>
          </div>
          <VirtualList
            label={t('assign.roles.list', { name: person.displayName })}
            items={licenses}
            keyOf={({ licenseId }) => licenseId}
            estimatedHeight={ROW_HEIGHT}
          >
            {(license) => (
              <RolesRow
                license={license}
                assignable={assignable.data(license.licenseId)}
                isYou={person.vlUserId === vlUserId}
                isSelected={selected.has(license.licenseId)}
                copied={copied}
                onSelect={(isSelected) => toggle(license.licenseId, isSelected)}
                onChange={(roles) => setRoles(license.licenseId, roles)}
                onPeriod={(role, period) => setPeriod(license.licenseId, role, period)}
                onCopy={() => copy(license)}
                onPaste={() => paste(new Set([license.licenseId]))}
              />
            )}
          </VirtualList>
          <p className={styles.keys}>
            <Message
              id="assign.roles.keys"
              values={{
                copy: <kbd>{t('assign.roles.keys.copy')}</kbd>,
                paste: <kbd>{t('assign.roles.keys.paste')}</kbd>,
              }}
            />
          </p>
        </div>
      )}
    </Sheet>
  );
}

function hasFault(license: DraftLicense): boolean {
  const now = new Date();
  return license.roles.some(
    (role) => faultOf(periodOf(license, role), license.heldPeriods?.[role] ?? ALWAYS, now) !== null,
  );
}
