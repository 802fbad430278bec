import type { DownloadRecord } from '@muniment/contract/downloads.ts';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { productsByPartNumber } from '../products/product-service.ts';
import type { RejectedRecord, Saved } from '../records/record-kind.ts';
import { type NewDownload, upsertDownloads } from './download-record-repository.ts';
import { namesOfKey } from './storage/file-storage.ts';

/** Saves downloads: what is sent again as it is changes nothing, of the same number twice the later counts. */
export async function saveDownloads(trx: Trx, records: readonly DownloadRecord[]): Promise<Saved[]> {
  const products = await productsByPartNumber(
    trx,
    records.map(({ partNumber }) => partNumber),
  );
  const read = records.map((record): NewDownload | RejectedRecord => {
    const product = products.get(record.partNumber);
    return product === undefined
      ? rejected('/partNumber', 'The catalog has no product of this part number.')
      : (refusalOf(record) ?? downloadOf(record, product.id));
  });
  const downloads = new Map(read.flatMap((one) => ('outcome' in one ? [] : [[one.downloadNumber, one]])));
  // Sorted, so that two imports cannot wait for each other.
  const sorted = [...downloads.values()].sort((a, b) => (a.downloadNumber < b.downloadNumber ? -1 : 1));
  const changed = new Map((await upsertDownloads(trx, sorted)).map((row) => [row.downloadNumber, row.isNew]));
  return read.map((one) => {
    if ('outcome' in one) return one;
    const isNew = changed.get(one.downloadNumber);
    const outcome = isNew === undefined ? 'unchanged' : isNew ? 'created' : 'updated';
    return { outcome, organizationId: null, licenseId: null };
  });
}

const FACTS_OF_A_FILE = ['fileName', 'sizeBytes', 'sha256', 'storageKey'] as const;

function refusalOf(record: DownloadRecord): RejectedRecord | null {
  const missing = FACTS_OF_A_FILE.find((name) => record[name] === undefined);
  if (missing !== undefined && (record.available ?? true)) {
    return rejected(`/${missing}`, 'Of a file that is available this must be told.');
  }
  if (record.storageKey !== undefined && namesOfKey(record.storageKey) === null) {
    return rejected('/storageKey', 'Give names with / between them, none of them empty, `.` or `..`.');
  }
  if (languageOf(record.language) === null) {
    return rejected('/language', 'This is no language tag (BCP 47), such as de or pt-BR.');
  }
  return null;
}

function downloadOf(record: DownloadRecord, productId: string): NewDownload {
  const { fileName, sizeBytes, sha256, storageKey } = record;
  return {
    id: v7(),
    downloadNumber: record.downloadNumber,
    productId,
    version: record.version.trim(),
    language: languageOf(record.language) ?? record.language,
    architecture: record.architecture.trim(),
    fileType: record.fileType.trim(),
    isAvailable: record.available ?? true,
    fileName: fileName ?? null,
    sizeBytes: sizeBytes ?? null,
    sha256: sha256 === undefined ? null : Buffer.from(sha256, 'hex'),
    storageKey: storageKey ?? null,
  };
}

/** In its one spelling: `pt-br` is pt-BR. */
function languageOf(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function rejected(pointer: string, detail: string): RejectedRecord {
  return { outcome: 'rejected', pointer, detail };
}
