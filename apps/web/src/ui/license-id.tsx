import { licenseIdGroups } from '../messages/license-id.ts';
import styles from './license-id.module.css';

/** A license ID in groups of four. The gap is drawn, not written: what is copied has no space in it. */
export function LicenseId({ id }: { id: string }) {
  return (
    <span className={styles.id}>
      {licenseIdGroups(id).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: both groups may be the same digits
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
