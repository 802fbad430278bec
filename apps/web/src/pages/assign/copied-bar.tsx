import { ClipboardPaste, Copy } from 'lucide-react';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { RoleChip } from '../../ui/role-chip.tsx';
import type { CopiedRoles } from './role-clipboard.ts';
import styles from './roles-sheet.module.css';

interface CopiedBarProps {
  /** Keeps the roles as a role set; null where they are one. */
  onKeep: (() => void) | null;
  copied: CopiedRoles;
  selectedCount: number;
  onPaste: () => void;
}

/** What was copied, and the button that gives it to everything selected. */
export function CopiedBar({ copied, selectedCount, onPaste, onKeep }: CopiedBarProps) {
  const { t } = useMessages();
  const isEmpty = selectedCount === 0;
  return (
    <div className={styles.copied}>
      <Copy size={18} strokeWidth={1.5} aria-hidden className={styles.copiedIcon} />
      <div className={styles.copiedText}>
        {copied.licenseId === null
          ? t('roleSets.copiedFrom', { name: copied.setName })
          : t('assign.roles.copiedFrom', { licenseId: formatLicenseId(copied.licenseId) })}
        <span className={styles.copiedRoles}>
          {copied.roles.map((role) => (
            <RoleChip key={role} role={role} />
          ))}
          {onKeep && (
            <LinkButton data-keep-roles="" onPress={onKeep}>
              {t('roleSets.keep')}
            </LinkButton>
          )}
        </span>
      </div>
      <Button
        icon={<ClipboardPaste size={18} strokeWidth={1.5} aria-hidden />}
        onPress={onPaste}
        disabledReason={isEmpty ? t('assign.roles.pasteToNone') : null}
      >
        {isEmpty ? t('assign.roles.pasteToSelected') : t('assign.roles.pasteTo', { count: selectedCount })}
      </Button>
    </div>
  );
}
