import type { Benefit } from '@muniment/contract/home-use.ts';
import { useMessages } from '../../messages/messages.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { BenefitState } from './benefit-state.tsx';
import styles from './benefits.module.css';

/** The Home Use Program of a license ID, on phones. */
export function BenefitCard({ benefit: { name, licenseId, state, used, total } }: { benefit: Benefit }) {
  const { t } = useMessages();
  return (
    <div className={styles.card}>
      <div className={styles.what}>
        <strong>{name}</strong>
        <span className={styles.quiet}>
          <LicenseId id={licenseId} /> {t('benefits.card.used', { used, total })}
        </span>
      </div>
      <BenefitState state={state} />
    </div>
  );
}
