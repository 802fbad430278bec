import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './copy-sheet.module.css';

/** Whose access is looked at. The search that had focus is gone by then, so its heading takes it. */
export function HolderHead({ name, onOther }: { name: string; onOther: () => void }) {
  const { t } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.holder}>
      <h3 ref={heading} tabIndex={-1}>
        {t('assign.copy.from', { name })}
      </h3>
      <Button variant="quiet" size="small" onPress={onOther}>
        {t('assign.copy.other')}
      </Button>
    </div>
  );
}
