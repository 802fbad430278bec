import type { Role } from '@muniment/domain/roles.ts';
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
import { changePerson, type DraftLicense, type DraftPerson } from './draft.ts';
import { type CopiedRoles, copyRoles, leftOutByPaste, pasteRoles, pasteTargets } from './role-clipboard.ts';
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

const ROW_HEIGHT = 60;

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
    setAnnouncement(t('assign.roles.status.copied', { licenseId: formatLicenseId(taken.licenseId), roles }));
  };
  const paste = (targets: ReadonlySet<string>) => {
    if (copied === null || assignable.data === undefined) return;
    setLicenses(pasteRoles(licenses, targets, copied, assignable.data));
    setLeftOut(leftOutByPaste(licenses, targets, copied, assignable.data));
    setAnnouncement(t('assign.roles.status.pasted', { count: targets.size }));
  };
  const copyAndPasteByKey = (event: KeyboardEvent<HTMLElement>) => {
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
  return (
    <Sheet
      isOpen
      onClose={() => onClose()}
      title={t('assign.roles.title')}
      description={t('assign.roles.description', { name: person.displayName })}
      footer={
        <>
          <Button variant="primary" onPress={apply}>
            {t('assign.roles.apply')}
          </Button>
          <Button onPress={() => onClose()}>{t('ui.cancel')}</Button>
        </>
      }
    >
      <div role="status" className="visually-hidden">
        {announcement}
      </div>
      {copied && <CopiedBar copied={copied} selectedCount={selected.size} onPaste={() => paste(selected)} />}
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
        <SkeletonRows rows={licenses.length} rowHeight={52} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the row that has focus
        <div onKeyDown={copyAndPasteByKey}>
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
                onCopy={() => copy(license)}
                onPaste={() => paste(new Set([license.licenseId]))}
              />
            )}
          </VirtualList>
          <p className={styles.keys}>
            <Message
              id="assign.roles.keys"
              values={{ copy: <kbd>{'Ctrl C'}</kbd>, paste: <kbd>{'Ctrl V'}</kbd> }}
            />
          </p>
        </div>
      )}
    </Sheet>
  );
}
