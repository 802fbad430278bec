import type { ProductKey } from '@muniment/contract/product-keys.ts';
import { Copy, Eye, EyeOff } from 'lucide-react';
import { useMessages } from '../../messages/messages.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './keys.module.css';
import { useShownKeys } from './shown-keys.tsx';

const ICON = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;

interface KeyProps {
  productKey: ProductKey;
}

/** A key: masked, or in clear while it is shown. */
export function KeyText({ productKey: { id, maskedKey, lastFive } }: KeyProps) {
  const { t } = useMessages();
  const key = useShownKeys().keyOf(id);
  if (key !== undefined) return <code className={styles.key}>{key}</code>;
  return (
    <code className={styles.key}>
      <span aria-hidden>{maskedKey}</span>
      <span className="visually-hidden">{t('keys.masked', { lastFive })}</span>
    </code>
  );
}

/** Shows a key in clear, or hides it again. */
export function RevealButton({ productKey }: KeyProps) {
  const { t } = useMessages();
  const { keyOf, reveal, hide } = useShownKeys();
  const { product, lastFive } = productKey;
  const isShown = keyOf(productKey.id) !== undefined;
  return (
    <IconButton
      size="small"
      label={t(isShown ? 'keys.hide' : 'keys.reveal', { product, lastFive })}
      icon={isShown ? <EyeOff {...ICON} /> : <Eye {...ICON} />}
      onPress={() => (isShown ? hide(productKey) : void reveal(productKey))}
    />
  );
}

/** Puts a key into the clipboard; it stays masked on the page. */
export function CopyKeyButton({ productKey }: KeyProps) {
  const { t } = useMessages();
  const { copy } = useShownKeys();
  const { product, lastFive } = productKey;
  return (
    <IconButton
      size="small"
      label={t('keys.copy', { product, lastFive })}
      icon={<Copy {...ICON} />}
      onPress={() => void copy(productKey)}
    />
  );
}
