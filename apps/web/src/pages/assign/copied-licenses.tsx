import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { RoleChip } from '../../ui/role-chip.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { CopiedAccess } from './copy-access.ts';
import styles from './copy-sheet.module.css';

interface CopiedLicensesProps {
  /** Whose they are. */
  name: string;
  held: readonly CopiedAccess[];
  /** License IDs on which they inherit Administrator. */
  inherited: ReadonlyMap<string, string>;
  /** License IDs that are not copied. */
  left: ReadonlySet<string>;
  onLeave: (licenseIds: ReadonlySet<string>) => void;
}

const ROW_HEIGHT = 56;

/** What somebody has, license ID by license ID, each to be copied or not. */
export function CopiedLicenses({ name, held, inherited, left, onLeave }: CopiedLicensesProps) {
  const { t } = useMessages();
  const isSome = left.size > 0 && left.size < held.length;
  return (
    <div>
      <div className={styles.all}>
        <Checkbox
          isSelected={left.size === 0}
          isIndeterminate={isSome}
          onChange={(all) => onLeave(new Set(all ? [] : held.map(({ licenseId }) => licenseId)))}
        >
          {t('assign.copy.all', { count: held.length })}
        </Checkbox>
      </div>
      <VirtualList
        label={t('assign.copy.list', { name })}
        items={held}
        keyOf={({ licenseId }) => licenseId}
        estimatedHeight={ROW_HEIGHT}
      >
        {({ licenseId, name: contract, roles }) => (
          <div className={styles.row}>
            <Checkbox
              aria-label={t('assign.copy.pick', { licenseId: formatLicenseId(licenseId) })}
              isSelected={!left.has(licenseId)}
              onChange={(isCopied) => {
                const next = new Set(left);
                if (isCopied) next.delete(licenseId);
                else next.add(licenseId);
                onLeave(next);
              }}
            />
            <div className={styles.contract}>
              <span>{contract}</span>
              <span className={styles.number}>
                <LicenseId id={licenseId} />
              </span>
            </div>
            <div className={styles.roles}>
              {roles.map((role) => (
                <RoleChip key={role} role={role} />
              ))}
              {inherited.has(licenseId) && (
                <span className={styles.number}>{t('assign.copy.inherited')}</span>
              )}
            </div>
          </div>
        )}
      </VirtualList>
    </div>
  );
}
