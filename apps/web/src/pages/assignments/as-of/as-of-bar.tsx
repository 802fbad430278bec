import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { MessageBar } from '../../../ui/message-bar.tsx';
import styles from './as-of-bar.module.css';
import { useAsOfWords } from './use-as-of-words.ts';

/** Says that the page shows the past, and leads back to today. @source B4 */
export function AsOfBar({ asOf, onBack }: { asOf: string; onBack: () => void }) {
  const { t } = useMessages();
  const date = useAsOfWords(asOf);
  return (
    <div className={styles.bar}>
      <MessageBar
        tone="info"
        title={t('asOf.bar', { date })}
        actions={
          <Button size="small" onPress={onBack}>
            {t('asOf.back')}
          </Button>
        }
      >
        {t('asOf.bar.body')}
      </MessageBar>
    </div>
  );
}
