import type { ReactNode } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './list-filters.module.css';

export interface FiltersSheetProps {
  isOpen: boolean;
  onClose: () => void;
  /** How many people match now; null while that is not known. */
  matching: number | null;
  onClear: () => void;
  /** The filters. */
  children: ReactNode;
}

/** The filters of the list on phones. Loaded when it is first opened. */
export default function FiltersSheet({ isOpen, onClose, matching, onClear, children }: FiltersSheetProps) {
  const { t } = useMessages();
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={t('assignments.filters.title')}
      footer={
        <>
          <Button variant="primary" onPress={onClose}>
            {matching === null ? t('ui.close') : t('assignments.filters.show', { count: matching })}
          </Button>
          <Button onPress={onClear}>{t('assignments.clear')}</Button>
        </>
      }
    >
      <div className={styles.choices}>{children}</div>
    </Sheet>
  );
}
