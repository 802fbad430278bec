import type { Difference } from '@muniment/contract/assignment-changes.ts';
import { ROLES } from '@muniment/domain/roles.ts';
import { useMessages } from '../messages/messages.tsx';
import { roleName } from '../messages/names.ts';
import { LicenseId } from '../ui/license-id.tsx';
import { RoleChange } from '../ui/role-change.tsx';
import styles from './license-change.module.css';

export interface LicenseChangeProps {
  difference: Pick<Difference, 'licenseId' | 'licenseName' | 'added' | 'removed' | 'kept'>;
  showUnchanged?: boolean;
}

/** What becomes of one person's roles on one license ID: + added, − removed, unchanged plain. */
export function LicenseChange({ difference, showUnchanged = true }: LicenseChangeProps) {
  const { t } = useMessages();
  const { licenseId, licenseName, added, removed, kept } = difference;
  const changes = [
    ...ROLES.filter((role) => added.includes(role)).map((role) => ({ role, change: 'added' as const })),
    ...ROLES.filter((role) => removed.includes(role)).map((role) => ({ role, change: 'removed' as const })),
    ...ROLES.filter((role) => showUnchanged && kept.includes(role)).map((role) => ({
      role,
      change: 'unchanged' as const,
    })),
  ];
  return (
    <div className={styles.row}>
      <div className={styles.license}>
        <div>{licenseName}</div>
        <div className={styles.number}>
          <LicenseId id={licenseId} />
        </div>
      </div>
      <div className={styles.roles}>
        {changes.map(({ role, change }) => (
          <RoleChange key={role} change={change} label={t(roleName(role))} />
        ))}
      </div>
    </div>
  );
}
