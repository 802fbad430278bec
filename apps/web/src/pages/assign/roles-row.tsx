import type { Role } from '@muniment/domain/roles.ts';
import { ClipboardPaste, Copy } from 'lucide-react';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { MultiSelect } from '../../ui/multi-select.tsx';
import type { Option } from '../../ui/options.tsx';
import type { DraftLicense } from './draft.ts';
import type { CopiedRoles } from './role-clipboard.ts';
import styles from './roles-sheet.module.css';

interface RolesRowProps {
  license: DraftLicense;
  options: readonly Option<Role>[];
  isSelected: boolean;
  copied: CopiedRoles | null;
  onSelect: (isSelected: boolean) => void;
  onChange: (roles: Role[]) => void;
  onCopy: () => void;
  onPaste: () => void;
}

/** One license ID with its roles, to be selected, copied from and pasted to. */
export function RolesRow(props: RolesRowProps) {
  const { license, options, isSelected, copied, onSelect, onChange, onCopy, onPaste } = props;
  const { t } = useMessages();
  const licenseId = formatLicenseId(license.licenseId);
  const isSource = copied?.licenseId === license.licenseId;
  const nothingToPaste =
    copied === null ? t('assign.roles.pasteNothing') : isSource ? t('assign.roles.pasteSource') : null;
  return (
    <div data-roles-row={license.licenseId} className={classNames(styles.row, isSource && styles.source)}>
      <Checkbox
        aria-label={t('assign.roles.select', { licenseId })}
        isSelected={isSelected}
        onChange={onSelect}
      />
      <div className={styles.contract}>
        <span className={styles.name}>{license.name}</span>
        <span className={styles.licenseId}>
          <LicenseId id={license.licenseId} />
        </span>
      </div>
      <div className={styles.roles}>
        <MultiSelect
          label={t('assign.roles.rolesOn', { licenseId })}
          hideLabel
          options={options}
          values={license.roles}
          onChange={onChange}
          placeholder={t('assign.roles.none')}
        />
      </div>
      <div className={styles.tools}>
        <IconButton
          label={t('assign.roles.copy', { licenseId })}
          disabledReason={license.roles.length === 0 ? t('assign.roles.copyNothing', { licenseId }) : null}
          icon={<Copy size={18} strokeWidth={1.5} aria-hidden />}
          onPress={onCopy}
        />
        <IconButton
          label={t('assign.roles.paste', { licenseId })}
          disabledReason={nothingToPaste}
          icon={<ClipboardPaste size={18} strokeWidth={1.5} aria-hidden />}
          onPress={onPaste}
        />
      </div>
    </div>
  );
}
