import type { Role } from '@muniment/domain/roles.ts';
import { ClipboardPaste, Copy } from 'lucide-react';
import { useState } from 'react';
import { formatLicenseId } from '../../messages/license-id.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { roleAbout, roleName, shortRoleName } from '../../messages/names.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { MultiSelect } from '../../ui/multi-select.tsx';
import type { Option } from '../../ui/options.tsx';
import { type DraftLicense, inheritedRoles, inOrder } from './draft.ts';
import { PeriodFields } from './period-fields.tsx';
import { PeriodNote } from './period-note.tsx';
import type { CopiedRoles } from './role-clipboard.ts';
import type { RolePeriod } from './role-periods.ts';
import styles from './roles-sheet.module.css';

interface RolesRowProps {
  license: DraftLicense;
  /** What may be given there. */
  assignable: readonly Role[];
  /** Whether the roles are one's own. */
  isYou: boolean;
  isSelected: boolean;
  copied: CopiedRoles | null;
  onSelect: (isSelected: boolean) => void;
  onChange: (roles: Role[]) => void;
  onPeriod: (role: Role, period: RolePeriod) => void;
  onCopy: () => void;
  onPaste: () => void;
}

/** One license ID with its roles, to be selected, copied from and pasted to. */
export function RolesRow(props: RolesRowProps) {
  const { license, assignable, isYou, isSelected, copied, onSelect, onChange, onCopy, onPaste } = props;
  const { t } = useMessages();
  const [showsDates, setShowsDates] = useState(false);
  const licenseId = formatLicenseId(license.licenseId);
  const inherited = inheritedRoles(license);
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
          options={optionsOf(license, assignable, t)}
          values={inOrder([...license.roles, ...inherited])}
          onChange={(roles) => onChange(roles.filter((role) => !inherited.includes(role)))}
          placeholder={t('assign.roles.none')}
        />
        {license.roles.length > 0 && (
          <div className={styles.dates}>
            <PeriodNote license={license} />
            <LinkButton
              aria-expanded={showsDates}
              aria-label={t(showsDates ? 'period.hideOn' : 'period.setOn', { licenseId })}
              onPress={() => setShowsDates(!showsDates)}
            >
              {t(showsDates ? 'period.hide' : 'period.set')}
            </LinkButton>
          </div>
        )}
        {inherited.length > 0 && (
          <div className={styles.locked}>
            <LockedNote>
              {t(isYou ? 'inherited.locked.you' : 'inherited.locked', { agreement: license.inheritedFrom })}
            </LockedNote>
          </div>
        )}
      </div>
      {showsDates && license.roles.length > 0 && <PeriodFields license={license} onChange={props.onPeriod} />}
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

/** What may be given, and what is held although it may not be; what is inherited is locked. */
function optionsOf(license: DraftLicense, assignable: readonly Role[], t: Messages['t']): Option<Role>[] {
  const inherited = inheritedRoles(license);
  return inOrder([...assignable, ...license.held, ...inherited]).map((role) => ({
    id: role,
    label: t(roleName(role)),
    shortLabel: t(shortRoleName(role)),
    description: t(roleAbout(role)),
    ...(inherited.includes(role) ? { isDisabled: true, description: t('inherited.option') } : {}),
  }));
}
