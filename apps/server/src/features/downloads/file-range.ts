import { parse } from 'range-parser';

/** The first and the last byte, from 0; of an empty file the last is -1. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export type AnsweredRange =
  | { readonly status: 200 | 206; readonly range: ByteRange }
  | { readonly status: 416; readonly range: null };

/**
 * Which bytes of a file answer a request.
 *
 * One range is answered as such. A header that cannot be read, of another unit or of several ranges is as if there
 * were none, which the standard allows: download managers ask for their parts one by one.
 *
 * @param etag The strong ETag of the file as it is now, in its quotes.
 * @param ifRange Where it names another state of the file, the range is of that one: all is sent anew.
 * @returns 416 where the one range begins behind the end.
 * @source RFC 9110 section 14
 */
export function answeredRange(
  sizeBytes: number,
  etag: string,
  headers: { readonly range?: string | undefined; readonly ifRange?: string | undefined },
): AnsweredRange {
  const whole = { status: 200, range: { start: 0, end: sizeBytes - 1 } } as const;
  if (headers.range === undefined) return whole;
  // A weak ETag, or a date, which we never gave, proves nothing of single bytes.
  if (headers.ifRange !== undefined && headers.ifRange !== etag) return whole;
  const { code, type, ranges } = parse(sizeBytes, headers.range);
  // Bit 1: some of it cannot be read. Bit 2: some of it is not there.
  if (type !== 'bytes' || (code & 1) !== 0) return whole;
  const [range] = ranges;
  if (range === undefined) return code === 2 ? { status: 416, range: null } : whole;
  if (ranges.length > 1 || code !== 0 || headers.range.includes(',')) return whole;
  return { status: 206, range };
}
