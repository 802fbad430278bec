import { Mail, Undo2 } from 'lucide-react';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { PHONE, useMediaQuery } from '../../../ui/use-media-query.ts';
import styles from './pane-footer.module.css';

export interface PaneFooterProps {
  changes: number;
  /** null while that is not known. */
  emails: number | null;
  onDiscard: () => void;
  onVerify: () => void;
}

/** How much is edited and not saved, with the ways on. */
export function PaneFooter({ changes, emails, onDiscard, onVerify }: PaneFooterProps) {
  const { t } = useMessages();
  const isPhone = useMediaQuery(PHONE);
  return (
    <div className={styles.footer}>
      <div role="status" className={styles.summary}>
        <strong>{t('access.changes', { count: changes })}</strong>
        {emails !== null && (
          <span className={styles.emails}>
            <Mail size={14} strokeWidth={1.5} aria-hidden />
            {t('access.emails', { count: emails })}
          </span>
        )}
      </div>
      <Button variant="quiet" icon={<Undo2 size={18} strokeWidth={1.5} aria-hidden />} onPress={onDiscard}>
        {t('access.discard')}
      </Button>
      <Button variant="primary" onPress={onVerify}>
        {t(isPhone ? 'access.verify.short' : 'access.verify')}
      </Button>
    </div>
  );
}
