import type { Download } from '@muniment/contract/downloads.ts';
import { StateBadge } from '../../listing/state-badge.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useFileTexts } from './use-file-texts.ts';

/** How long a file is, or that it is not to be had. */
export function FileSize({ download, isShort = false }: { download: Download; isShort?: boolean }) {
  const { t } = useMessages();
  const { sizeText } = useFileTexts();
  const { available, sizeBytes } = download;
  if (!available) {
    return (
      <StateBadge tone="over">
        {t(isShort ? 'downloads.notAvailable.short' : 'downloads.notAvailable')}
      </StateBadge>
    );
  }
  return <>{sizeBytes === null ? null : sizeText(sizeBytes)}</>;
}
