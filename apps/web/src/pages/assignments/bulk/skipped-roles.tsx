import { SKIP_REASONS, type SkippedRole } from '@muniment/contract/bulk-changes.ts';
import { useState } from 'react';
import { formatLicenseId } from '../../../messages/license-id.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { roleName } from '../../../messages/names.ts';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import styles from './bulk-sheet.module.css';

const ROW_HEIGHT = 28;

/** What the selection asked for and the change leaves as it is, by reason; each opens to whom and what. */
export function SkippedRoles({ skipped }: { skipped: readonly SkippedRole[] }) {
  const { t } = useMessages();
  if (skipped.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{t('bulk.skipped')}</h3>
      {SKIP_REASONS.map((reason) => {
        const rows = skipped.filter((each) => each.reason === reason);
        return rows.length > 0 && <Skipped key={reason} reason={reason} rows={rows} />;
      })}
    </section>
  );
}

function Skipped({ reason, rows }: { reason: SkippedRole['reason']; rows: readonly SkippedRole[] }) {
  const { t } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const sentence = t(`bulk.skipped.${reason}`, { count: rows.length });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} className={styles.skipped}>
      <summary>{sentence}</summary>
      {isOpen && (
        <VirtualList
          label={sentence}
          items={rows}
          keyOf={({ vlUserId, licenseId, role }) => `${vlUserId} ${licenseId} ${role}`}
          estimatedHeight={ROW_HEIGHT}
        >
          {({ displayName, role, licenseId }) => (
            <p className={styles.skippedRow}>
              {t('bulk.skipped.row', {
                name: displayName,
                role: t(roleName(role)),
                licenseId: formatLicenseId(licenseId),
              })}
            </p>
          )}
        </VirtualList>
      )}
    </details>
  );
}
