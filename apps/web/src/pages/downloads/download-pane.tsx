import { type Download, getDownload } from '@muniment/contract/downloads.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { DetailPane } from '../../listing/detail-pane.tsx';
import { Facts } from '../../listing/facts.tsx';
import { StateBadge } from '../../listing/state-badge.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import styles from './downloads.module.css';
import { LicenseChoice } from './license-choice.tsx';
import { useDownload } from './use-download.ts';
import { useFileTexts } from './use-file-texts.ts';

export interface DownloadPaneProps {
  licenseId: string;
  downloadId: string;
  /** As the list has it, where it is loaded. */
  row: Download | undefined;
  onClose: () => void;
}

/** One file: what it is, its checksum, and the way to have it. @source W5 */
export default function DownloadPane({ licenseId, downloadId, row, onClose }: DownloadPaneProps) {
  const { t } = useMessages();
  const { languageName } = useFileTexts();
  const api = useApi();
  const { number } = useOrganization();
  const [chosen, setChosen] = useState(licenseId);
  const query = useQuery({
    queryKey: [number, 'download', licenseId, downloadId],
    queryFn: ({ signal }) => api.call(getDownload, { params: { licenseId, downloadId }, signal }),
  });
  const file = query.data ?? row;
  return (
    <DetailPane
      title={file && t('downloads.name', { product: file.product, version: file.version })}
      subtitle={
        file &&
        (file.available ? (
          t('downloads.kind', {
            language: languageName(file.language),
            architecture: file.architecture,
            fileType: file.fileType,
          })
        ) : (
          <StateBadge tone="over">{t('downloads.notAvailable')}</StateBadge>
        ))
      }
      query={query}
      onClose={onClose}
      footer={query.data?.available && <FetchFile file={query.data} licenseId={chosen} />}
    >
      {(details) => (
        <>
          {!details.available && (
            <MessageBar tone="info" title={t('downloads.notAvailable')}>
              {t('downloads.notAvailable.body')}
            </MessageBar>
          )}
          <FileFacts file={details} />
          {details.available && details.sha256 !== null && <Checksum sha256={details.sha256} />}
          {details.available && details.licenseCount > 1 && (
            <LicenseChoice
              downloadId={downloadId}
              count={details.licenseCount}
              chosen={chosen}
              onChoose={setChosen}
            />
          )}
        </>
      )}
    </DetailPane>
  );
}

function FileFacts({ file }: { file: Download }) {
  const { t } = useMessages();
  const { sizeText, languageName } = useFileTexts();
  const { fileName, sizeBytes, licenseCount, licenseId } = file;
  return (
    <Facts
      facts={[
        [t('downloads.fact.fileName'), fileName],
        [
          t('downloads.column.size'),
          sizeBytes === null
            ? null
            : t('downloads.fact.size', { size: sizeText(sizeBytes), bytes: sizeBytes }),
        ],
        [t('downloads.column.language'), languageName(file.language)],
        [t('downloads.column.architecture'), file.architecture],
        [t('downloads.column.fileType'), file.fileType],
        [t('downloads.fact.partNumber'), file.partNumber],
        [t('downloads.fact.number'), file.downloadNumber],
        [t('downloads.fact.license'), licenseCount > 1 ? null : <LicenseId key="license" id={licenseId} />],
      ]}
    />
  );
}

function Checksum({ sha256 }: { sha256: string }) {
  const { t } = useMessages();
  return (
    <section className={styles.checksum}>
      <h3>{t('downloads.column.sha256')}</h3>
      <code className={styles.hash}>{sha256}</code>
      <CopyButton label={t('downloads.sha256.copy')} text={sha256} size="small" />
      <p className={styles.quiet}>{t('downloads.sha256.about')}</p>
    </section>
  );
}

function FetchFile({ file, licenseId }: { file: Download; licenseId: string }) {
  const { t } = useMessages();
  const download = useDownload(file, licenseId);
  return (
    <Button variant="primary" isPending={download.isPending} onPress={() => download.mutate()}>
      {t('downloads.download')}
    </Button>
  );
}
