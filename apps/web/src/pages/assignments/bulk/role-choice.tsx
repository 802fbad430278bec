import type { License } from '@muniment/contract/licenses.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { licenseIdsInWords } from '../../../changes/license-ids-in-words.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { roleName } from '../../../messages/names.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import styles from './bulk-sheet.module.css';

export interface RoleChoiceProps {
  /** Those that one may see. */
  roles: readonly Role[];
  /** What one administers: not every role can be given everywhere. */
  licenses: readonly License[];
  chosen: readonly Role[];
  onChoose: (roles: readonly Role[]) => void;
}

/** The roles, each with what it may. @source R1-R9 */
export function RoleChoice({ roles, licenses, chosen, onChoose }: RoleChoiceProps) {
  const messages = useMessages();
  const { t } = messages;
  const aboutOf = (role: Role) => {
    const about = t(`role.about.${role}`);
    const where = licenses.filter(({ assignableRoles }) => assignableRoles?.includes(role) ?? true);
    if (where.length === licenses.length) return about;
    const licenseIds = licenseIdsInWords(
      where.map(({ licenseId }) => licenseId),
      messages,
    );
    return t('bulk.role.where', { about, licenseIds });
  };
  return (
    <fieldset className={styles.choice}>
      <legend>{t('bulk.roles')}</legend>
      {roles.map((role) => (
        <Checkbox
          key={role}
          description={aboutOf(role)}
          isSelected={chosen.includes(role)}
          onChange={(isOn) =>
            onChoose(roles.filter((each) => (each === role ? isOn : chosen.includes(each))))
          }
        >
          {t(roleName(role))}
        </Checkbox>
      ))}
    </fieldset>
  );
}
