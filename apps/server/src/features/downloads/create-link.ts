import { DOWNLOADED_FILE_PATH, type DownloadLink } from '@muniment/contract/downloads.ts';
import { validate as isUuid, v4 } from 'uuid';
import type { Member } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { Problem } from '../../problem.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { downloadToken } from './download-link.ts';
import { selectDownload } from './download-repository.ts';

export interface LinkDeps {
  /** Signs links. */
  readonly linkKey: Buffer;
  readonly publicUrl: string;
}

const LINK_MINUTES = 15;

/**
 * Makes a link to a file. It gives nothing by itself: whenever it is used, the caller's permission is asked.
 *
 * @throws Problem license-id-not-found; not-found where the license ID offers no such file; download-not-available.
 * @source W5
 */
export async function createLink(
  trx: Trx,
  { linkKey, publicUrl }: LinkDeps,
  actor: Member,
  licenseId: string,
  downloadId: string,
): Promise<DownloadLink> {
  const license = await requireOpenedLicense(trx, actor, licenseId, 'product:download');
  const download = isUuid(downloadId) ? await selectDownload(trx, license, downloadId) : null;
  if (download === null) throw new Problem('not-found');
  const { available, fileName, sizeBytes, sha256 } = download;
  if (!available || fileName === null || sizeBytes === null || sha256 === null) {
    throw new Problem('download-not-available', {
      detail: `${download.product} ${download.version} is not available for download.`,
    });
  }
  const expiresAt = new Date((await currentTime(trx)).getTime() + LINK_MINUTES * 60_000);
  const token = downloadToken(linkKey, {
    linkId: v4(),
    organizationId: license.organizationId,
    vlUserId: actor.vlUserId,
    licenseId: license.id,
    downloadId: download.id,
    sha256: Buffer.from(sha256, 'hex'),
    expiresAt,
  });
  return {
    url: publicUrl + DOWNLOADED_FILE_PATH.replace(':token', token),
    expiresAt: expiresAt.toISOString(),
    fileName,
    sizeBytes,
    sha256,
  };
}
