import type { Download } from '@muniment/contract/downloads.ts';
import { useMessages } from '../../messages/messages.tsx';
import styles from './downloads.module.css';
import { FileSize } from './file-size.tsx';
import { useFileTexts } from './use-file-texts.ts';

/** A file on phones. */
export function DownloadCard({ download }: { download: Download }) {
  const { t } = useMessages();
  const { languageName } = useFileTexts();
  const { product, version, language, architecture, fileType } = download;
  return (
    <div className={styles.card}>
      <strong>{t('downloads.name', { product, version })}</strong>
      <span className={styles.quiet}>
        {t('downloads.kind', { language: languageName(language), architecture, fileType })}
      </span>
      <FileSize download={download} />
    </div>
  );
}
