import type { Role } from '@muniment/domain/roles.ts';
import { LockKeyhole, ShieldCheck } from 'lucide-react';
import { useMessages } from '../messages/messages.tsx';
import { shortRoleName } from '../messages/names.ts';
import { classNames } from './class-names.ts';
import styles from './role-chip.module.css';

/** A role by its short name; Administrator stands out. `isLocked`: inherited, not to be changed. */
export function RoleChip({ role, isLocked = false }: { role: Role; isLocked?: boolean }) {
  const { t } = useMessages();
  const isAdministrator = role === 'administrator';
  return (
    <span className={classNames(styles.chip, isAdministrator && styles.administrator)}>
      {isLocked ? (
        <LockKeyhole size={12} strokeWidth={2} aria-hidden />
      ) : (
        isAdministrator && <ShieldCheck size={12} strokeWidth={2} aria-hidden />
      )}
      {t(shortRoleName(role))}
      {isLocked && <span className="visually-hidden">{t('ui.inherited')}</span>}
    </span>
  );
}

export interface RoleChipsProps {
  /** In the order to show; Administrator first. */
  roles: readonly Role[];
  /** How many to name before "+2". Default 2. */
  max?: number;
}

/** The roles of a person in one line: the first ones, and how many more. */
export function RoleChips({ roles, max = 2 }: RoleChipsProps) {
  const { t, formatList } = useMessages();
  const more = roles.slice(max);
  const names = formatList(more.map((role) => t(shortRoleName(role))));
  return (
    <span className={styles.chips}>
      {roles.slice(0, max).map((role) => (
        <RoleChip key={role} role={role} />
      ))}
      {more.length > 0 && (
        <span className={styles.chip} title={names}>
          <span aria-hidden>{t('ui.more', { count: more.length })}</span>
          <span className="visually-hidden">
            {t('ui.moreRoles', {
              count: more.length,
              names,
            })}
          </span>
        </span>
      )}
    </span>
  );
}
