import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { PastedList as ReadList } from '../assign/pasted-license-ids.ts';
import styles from './summaries.module.css';

const UNKNOWN_NAMED = 5;

/** License IDs out of whatever is pasted, and which of it one cannot summarize. */
export function PastedList(props: { text: string; onChange: (text: string) => void; list: ReadList }) {
  const { t, formatList } = useMessages();
  const { text, onChange, list } = props;
  const { found, unknown } = list;
  return (
    <div className={styles.paste}>
      <TextArea
        label={t('summaries.pick.paste.label')}
        description={t('summaries.pick.paste.hint')}
        rows={12}
        value={text}
        onChange={onChange}
        spellCheck="false"
        autoFocus
      />
      {text.trim() !== '' && (
        <MessageBar tone={found.length > 0 && unknown.length === 0 ? 'success' : 'warning'}>
          {t('summaries.pick.found', { count: found.length })}
          {unknown.length > 0 && (
            <p>
              {t('summaries.pick.unknown', {
                count: unknown.length,
                licenseIds: formatList(unknown.slice(0, UNKNOWN_NAMED).map(formatLicenseId), 'unit'),
              })}
            </p>
          )}
        </MessageBar>
      )}
    </div>
  );
}
