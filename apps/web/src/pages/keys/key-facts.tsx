import type { ProductKey } from '@muniment/contract/product-keys.ts';
import { StateBadge } from '../../listing/state-badge.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LicenseId } from '../../ui/license-id.tsx';
import { CopyKeyButton, KeyText, RevealButton } from './key-controls.tsx';
import styles from './keys.module.css';

interface KeyProps {
  productKey: ProductKey;
}

/** How a key stands: only what is not active stands out. */
export function KeyStatus({ productKey: { status } }: KeyProps) {
  const { t } = useMessages();
  return <StateBadge tone={status === 'active' ? 'quiet' : 'over'}>{t(`keys.status.${status}`)}</StateBadge>;
}

/** "480 of 500", or how often alone where nothing limits it. */
export function Activations({ productKey: { activationsUsed: used, activationsTotal: total } }: KeyProps) {
  const { t, formatNumber } = useMessages();
  return <>{total === null ? formatNumber(used) : t('keys.activations.of', { used, total })}</>;
}

/** A key with what shows and copies it, side by side. */
export function KeyLine({ productKey }: KeyProps) {
  return (
    <span className={styles.line}>
      <KeyText productKey={productKey} />
      <RevealButton productKey={productKey} />
      <CopyKeyButton productKey={productKey} />
    </span>
  );
}

/** A key on phones: its details show and copy it. */
export function KeyCard({ productKey }: KeyProps) {
  const { t } = useMessages();
  return (
    <div className={styles.card}>
      <strong>{productKey.product}</strong>
      <KeyText productKey={productKey} />
      <span className={classNames(styles.quiet, styles.facts)}>
        <LicenseId id={productKey.licenseId} />
        <span>{t(`keys.type.${productKey.keyType}`)}</span>
        <KeyStatus productKey={productKey} />
      </span>
    </div>
  );
}
