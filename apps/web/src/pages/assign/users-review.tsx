import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { PersonCell } from '../../ui/person-cell.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { UserChange } from './users-draft.ts';
import styles from './users-sheet.module.css';

const ROW_HEIGHT = 60;

/** What applying does to the draft, person by person. */
export function UsersReview({ changes }: { changes: readonly UserChange[] }) {
  const { t } = useMessages();
  return (
    <VirtualList
      label={t('assign.users.reviewTitle')}
      items={changes}
      keyOf={({ identity }) => identity.id}
      estimatedHeight={ROW_HEIGHT}
    >
      {({ kind, identity, licenseIds }) => {
        const { displayName, signInEmail, businessEmail, isExternal } = identity;
        return (
          <div className={styles.user}>
            <Avatar name={displayName} />
            <div className={styles.userText}>
              <PersonCell
                name={displayName}
                detail={
                  businessEmail === signInEmail
                    ? signInEmail
                    : t('assign.person.mailTo', { signInEmail, businessEmail })
                }
                badges={isExternal && <Badge kind="external" />}
              />
            </div>
            <span className={styles[kind]}>
              {kind === 'removed' && licenseIds > 0
                ? t('assign.users.change.removedWith', { count: licenseIds })
                : t(`assign.users.change.${kind}`)}
            </span>
          </div>
        );
      }}
    </VirtualList>
  );
}
