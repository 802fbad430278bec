import { createDownloadLink, type Download } from '@muniment/contract/downloads.ts';
import { useMutation } from '@tanstack/react-query';
import { isProblem } from '../../api/client.ts';
import { useApi } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { showToast } from '../../ui/toasts.tsx';

/** The storage does not hand the file out. */
class FileUnavailable extends Error {}

/** Asks for a link, looks whether its file is there, and hands it to the browser, which saves it. @source W5 */
export function useDownload({ id }: Download, licenseId: string) {
  const { t } = useMessages();
  const api = useApi();
  return useMutation({
    mutationFn: async () => {
      const link = await api.call(createDownloadLink, { params: { licenseId, downloadId: id } });
      // Else the browser would leave the page for a problem in JSON.
      const { ok } = await fetch(link.url, { method: 'HEAD' });
      if (!ok) throw new FileUnavailable();
      return link;
    },
    onSuccess: ({ url, fileName: name }) => {
      window.location.assign(url);
      showToast({
        tone: 'success',
        title: t('downloads.begun'),
        message: t('downloads.begun.body', { file: name }),
      });
    },
    onError: (error) =>
      showToast({
        tone: 'danger',
        title: t('downloads.failed'),
        message: t(
          error instanceof FileUnavailable
            ? 'downloads.failed.storage'
            : isProblem(error, 'not-found') || isProblem(error, 'license-id-not-found')
              ? 'downloads.failed.gone'
              : isProblem(error, 'download-not-available')
                ? 'downloads.notAvailable.body'
                : problemText(error),
        ),
      }),
  });
}
