import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'how-to', 'push-contract-data.md');

export interface RecordExample {
  readonly type: string;
  readonly licenseId?: string;
  readonly reservationId?: string;
}

/** The records that the how-to on pushing contract data shows, in its order: at least one of each type. */
export async function readRecordExamples(): Promise<RecordExample[]> {
  const page = await readFile(PAGE, 'utf8');
  return page.split('\n').flatMap((line) => (line.startsWith('{"type":') ? [JSON.parse(line)] : []));
}
