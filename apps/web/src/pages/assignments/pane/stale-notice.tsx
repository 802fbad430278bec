import { listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { useQuery } from '@tanstack/react-query';
import { useApi, useOrganization } from '../../../app/organization.ts';
import { licenseIdsInWords } from '../../../changes/license-ids-in-words.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { roleName } from '../../../messages/names.ts';
import { Button } from '../../../ui/button.tsx';
import { LicenseId } from '../../../ui/license-id.tsx';
import { MessageBar } from '../../../ui/message-bar.tsx';
import { type AccessDraft, type AccessState, assignedRoles, changedLicenseIds } from './access-draft.ts';
import styles from './stale-notice.module.css';

const RECENT = 10;
/** As many license IDs are compared; the title counts them all. */
const SHOWN = 3;

export interface StaleNoticeProps {
  vlUserId: string;
  draft: AccessDraft;
  now: AccessState;
  onTheirs: () => void;
  onKeep: () => void;
}

/** Says what somebody else saved while one was editing, shows both, and asks which to go on with. */
export function StaleNotice({ vlUserId, draft, now, onTheirs, onKeep }: StaleNoticeProps) {
  const messages = useMessages();
  const { t } = messages;
  const changed = changedLicenseIds(draft.base, now);
  const who = useWhoChanged(vlUserId, changed, now.etag);
  const licenseIds = licenseIdsInWords(changed, messages);
  const isMine = changed.filter((licenseId) => draft.wanted.has(licenseId));
  return (
    <MessageBar
      tone="warning"
      title={
        who === null ? t('access.stale.unknown', { licenseIds }) : t('access.stale', { who, licenseIds })
      }
      actions={
        <>
          <Button onPress={onTheirs}>{t('access.stale.theirs')}</Button>
          <Button onPress={onKeep}>{t('access.stale.keep')}</Button>
        </>
      }
    >
      <dl className={styles.both}>
        {changed.slice(0, SHOWN).map((licenseId) => (
          <div key={licenseId}>
            <dt>
              <LicenseId id={licenseId} />
            </dt>
            <dd>
              <span className={styles.label}>{t('access.stale.now')}</span>
              <RoleNames roles={assignedRoles(now.licenses.find((each) => each.licenseId === licenseId))} />
            </dd>
            {isMine.includes(licenseId) && (
              <dd>
                <span className={styles.label}>{t('access.stale.mine')}</span>
                <RoleNames roles={draft.wanted.get(licenseId) ?? []} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </MessageBar>
  );
}

function RoleNames({ roles }: { roles: readonly Role[] }) {
  const { t, formatList } = useMessages();
  return (
    <span>
      {roles.length === 0
        ? t('access.stale.none')
        : formatList(
            roles.map((role) => t(roleName(role))),
            'unit',
          )}
    </span>
  );
}

/** Who made the newest change of these license IDs; null where that is not known. */
function useWhoChanged(vlUserId: string, licenseIds: readonly string[], etag: string): string | null {
  const api = useApi();
  const { number } = useOrganization();
  const { t } = useMessages();
  const { data } = useQuery({
    queryKey: [number, 'changes', vlUserId, etag],
    queryFn: ({ signal }) => api.call(listAssignmentChanges, { query: { vlUserId, limit: RECENT }, signal }),
  });
  const newest = data?.items.find(({ difference }) =>
    difference.some((each) => each.vlUserId === vlUserId && licenseIds.includes(each.licenseId)),
  );
  if (newest === undefined) return null;
  return newest.actor.isYou ? t('change.you') : newest.actor.displayName;
}
