import type { License } from '@muniment/contract/licenses.ts';
import { useMessages } from '../../messages/messages.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { RoleChips } from '../../ui/role-chip.tsx';
import { ContractStatus } from './contract-status.tsx';
import styles from './contracts.module.css';

/** A license ID on phones. */
export function ContractCard({ license }: { license: License }) {
  const { t, formatDate } = useMessages();
  const isOver = license.status === 'expired';
  return (
    <div className={styles.card}>
      <div className={styles.what}>
        <strong>{license.name}</strong>
        <span className={styles.quiet}>
          <LicenseId id={license.licenseId} />{' '}
          {t(isOver ? 'contracts.card.ended' : 'contracts.ends', { date: formatDate(license.endDate) })}
        </span>
        <RoleChips roles={license.roles} />
      </div>
      <ContractStatus status={license.status} />
    </div>
  );
}
