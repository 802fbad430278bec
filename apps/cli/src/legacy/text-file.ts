import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { WrongUsage } from '../failure.ts';
import { importMessages } from '../import-messages.ts';

/**
 * Finds out in which encoding a file is written: by its byte order mark; without one UTF-8 where all of it is, else
 * Windows-1252, which spreadsheets in Europe and America write. Reads the file through, a piece at a time.
 *
 * @returns A label of the Encoding Standard.
 * @throws WrongUsage where it cannot be read, or is a workbook and no text.
 */
export async function detectEncoding(file: string): Promise<string> {
  const start = await firstBytes(file);
  const marked = MARKS.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte));
  if (marked !== undefined) return marked.encoding;
  if (WORKBOOKS.some((bytes) => bytes.every((byte, index) => start[index] === byte)))
    throw new WrongUsage(importMessages.workbook(file));

  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    if (chunk.includes(0)) throw new WrongUsage(importMessages.unmarked(file));
    if (!isUtf8) continue;
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      isUtf8 = false;
    }
  }
  if (!isUtf8) return 'windows-1252';
  try {
    decoder.decode();
    return 'utf-8';
  } catch {
    // It ends in the middle of a character.
    return 'windows-1252';
  }
}

/** One line of a file, as editors count them. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its end. */
  readonly text: string;
  /** It went on: no row is that long. */
  readonly isCut: boolean;
}

/** As many characters of a line are kept. */
export const LINE_MAX = 64 * 1024;

/**
 * Reads a file line by line, whichever line ends it has, and holds no more of it than a piece.
 *
 * @param encoding A label of the Encoding Standard. Bytes that are none in it come as U+FFFD.
 */
export async function* readLines(file: string, encoding: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder(encoding);
  let number = 1;
  let rest = '';
  let isCut = false;
  let endsWithReturn = false;
  const line = (text: string): Line => ({
    number: number++,
    text: text.slice(0, LINE_MAX),
    isCut: isCut || text.length > LINE_MAX,
  });

  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let text = decoder.decode(chunk, { stream: true });
    if (text === '') continue;
    // CR and LF of one line end may come in different pieces.
    if (endsWithReturn && text.startsWith('\n')) text = text.slice(1);
    endsWithReturn = text.endsWith('\r');
    const parts = (rest + text).split(/\r\n|\n|\r/);
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield line(part);
      isCut = false;
    }
    if (rest.length > LINE_MAX) {
      rest = rest.slice(0, LINE_MAX);
      isCut = true;
    }
  }
  rest += decoder.decode();
  if (rest !== '') yield line(rest);
}

const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** How files of spreadsheet programs begin: a ZIP archive, and the older compound file. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

async function firstBytes(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new WrongUsage(importMessages.unreadable(file, (error as Error).message));
  }
}
