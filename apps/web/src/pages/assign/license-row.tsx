import { Trash2, TriangleAlert } from 'lucide-react';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { RoleChip } from '../../ui/role-chip.tsx';
import { type DraftLicense, type DraftPerson, inheritedRoles } from './draft.ts';
import styles from './people-list.module.css';
import { PeriodNote } from './period-note.tsx';

interface LicenseRowProps {
  person: DraftPerson;
  license: DraftLicense | undefined;
  onRemove: () => void;
}

/** One license ID of a person with the roles after saving. */
export function LicenseRow({ person, license, onRemove }: LicenseRowProps) {
  const { t } = useMessages();
  if (license === undefined) return null;
  const { licenseId, name, roles } = license;
  return (
    <div className={styles.within}>
      <div data-license={licenseId} className={styles.license}>
        <LicenseId id={licenseId} />
        <span className={styles.contract}>{name}</span>
        <span className={styles.roles}>
          <span className="visually-hidden">{t('assign.column.roles')}</span>
          {inheritedRoles(license).map((role) => (
            <RoleChip key={role} role={role} isLocked />
          ))}
          {roles.length === 0 && inheritedRoles(license).length > 0 ? (
            <span className={styles.inheritedOnly}>{t('assign.license.inheritedOnly')}</span>
          ) : roles.length === 0 ? (
            <span className={styles.lacking}>
              <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
              {t('assign.license.noRoles')}
            </span>
          ) : (
            roles.map((role) => <RoleChip key={role} role={role} />)
          )}
          <PeriodNote license={license} />
        </span>
        <span className={styles.end}>
          <IconButton
            label={t('assign.license.remove', {
              licenseId: formatLicenseId(licenseId),
              name: person.displayName,
            })}
            icon={<Trash2 size={18} strokeWidth={1.5} aria-hidden />}
            onPress={onRemove}
          />
        </span>
      </div>
    </div>
  );
}
