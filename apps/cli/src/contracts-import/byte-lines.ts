/** One line of a file, as editors count them. */
export interface ByteLine {
  /** From 1. */
  readonly number: number;
  /** Without its end; null where it is longer than is held. */
  readonly bytes: Buffer | null;
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * Splits what comes in into lines, and holds no more of it than a piece and the longest line that is allowed: of a
 * longer one nothing is kept.
 *
 * @param maxBytes Of a line without its end.
 */
export async function* byteLines(pieces: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<ByteLine> {
  let number = 1;
  let held: Buffer[] = [];
  let heldBytes = 0;
  let isTooLong = false;

  const hold = (part: Buffer) => {
    if (isTooLong || part.length === 0) return;
    heldBytes += part.length;
    // One more for the CR of a line end.
    isTooLong = heldBytes > maxBytes + 1;
    if (isTooLong) held = [];
    else held.push(part);
  };
  const line = (): ByteLine => {
    const whole = isTooLong ? null : held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
    const bytes = whole?.at(-1) === CR ? whole.subarray(0, -1) : whole;
    held = [];
    heldBytes = 0;
    isTooLong = false;
    return { number: number++, bytes: bytes !== null && bytes.length > maxBytes ? null : bytes };
  };

  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, from)) {
      hold(piece.subarray(from, end));
      yield line();
      from = end + 1;
    }
    // Copied where it is small, so that the end of a piece does not keep all of it.
    const rest = piece.subarray(from);
    hold(rest.length < piece.length ? Buffer.from(rest) : rest);
  }
  if (heldBytes > 0) yield line();
}
