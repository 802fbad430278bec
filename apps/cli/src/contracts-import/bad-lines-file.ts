import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { WrongUsage } from '../failure.ts';
import { contractsMessages as messages } from './messages.ts';
import type { RejectedLine } from './read-records.ts';

/** Where the lines that were not taken are told, for programs. */
export interface BadLinesFile {
  write(lines: readonly RejectedLine[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens an NDJSON file for the lines that are not taken: `line`, `pointer` and `detail` of each.
 *
 * @param goesOn The lines of an earlier part stay in it.
 * @throws WrongUsage where it cannot be written, or is the file that is read.
 */
export async function openBadLinesFile(file: string, source: string, goesOn: boolean): Promise<BadLinesFile> {
  const [here, there] = await Promise.all([file, source].map((path) => realpath(path).catch(() => null)));
  if (here !== null && here === there) throw new WrongUsage(messages.sameFile);
  const handle = await open(file, goesOn ? 'a' : 'w').catch((error: Error) => {
    throw new WrongUsage(messages.unwritable(file, error.message));
  });
  const stream = createWriteStream(file, { fd: handle });
  return {
    async write(lines) {
      const text = lines.map(({ line, pointer, detail }) => `${JSON.stringify({ line, pointer, detail })}\n`);
      if (text.length > 0 && !stream.write(text.join(''))) await once(stream, 'drain');
    },
    async close() {
      stream.end();
      await once(stream, 'close');
    },
  };
}
