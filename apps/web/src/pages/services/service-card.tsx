import type { ReactNode } from 'react';
import { LicenseId } from '../../ui/license-id.tsx';
import styles from './services.module.css';

export interface ServiceCardProps {
  product: string;
  licenseId: string;
  /** Beside the license ID: a day, say. */
  when: string;
  /** Seats, countries. */
  what: string;
  state: ReactNode;
}

/** A reservation, an activation or a redemption on phones. */
export function ServiceCard({ product, licenseId, when, what, state }: ServiceCardProps) {
  return (
    <div className={styles.card}>
      <div className={styles.what}>
        <strong>{product}</strong>
        <span>{what}</span>
        <span className={styles.quiet}>
          <LicenseId id={licenseId} /> {when}
        </span>
      </div>
      {state}
    </div>
  );
}
