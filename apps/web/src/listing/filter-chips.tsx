import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useMessages } from '../messages/messages.tsx';
import styles from './filter-chips.module.css';

/** One value that a list is narrowed to. */
export interface Chip {
  /** The filter's name. */
  readonly label: string;
  readonly value: string;
  readonly onRemove: () => void;
}

/** What a list is narrowed to, value by value, each to be taken away alone. */
export function FilterChips({ chips }: { chips: readonly Chip[] }) {
  const { t } = useMessages();
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('filter.chips')} className={styles.chips}>
      {chips.map(({ label, value, onRemove }) => {
        const words = t('filter.chip', { label, value });
        return (
          <li key={words} className={styles.chip}>
            <span>{words}</span>
            <Button
              aria-label={t('filter.remove', { filter: words })}
              onPress={onRemove}
              className={styles.remove}
            >
              <X size={14} strokeWidth={2} aria-hidden />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
