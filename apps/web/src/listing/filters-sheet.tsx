import type { ReactNode } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import styles from './filter-bar.module.css';

export interface FiltersSheetProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** Closes it: "Show 12 people". */
  showLabel: string;
  onClear: () => void;
  /** The filters. */
  children: ReactNode;
}

/** The filters of a list on phones. Loaded when it is first opened. */
export default function FiltersSheet(props: FiltersSheetProps) {
  const { isOpen, onClose, title, showLabel, onClear, children } = props;
  const { t } = useMessages();
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button variant="primary" onPress={onClose}>
            {showLabel}
          </Button>
          <Button onPress={onClear}>{t('list.clear')}</Button>
        </>
      }
    >
      <div className={styles.choices}>{children}</div>
    </Sheet>
  );
}
