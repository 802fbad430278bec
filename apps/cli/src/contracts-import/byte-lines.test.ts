import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLines } from './byte-lines.ts';

async function linesOf(pieces: readonly Uint8Array[], maxBytes: number) {
  const source = (async function* () {
    for (const piece of pieces) yield Buffer.from(piece);
  })();
  const lines: [number, string | null][] = [];
  for await (const { number, bytes } of byteLines(source, maxBytes)) {
    lines.push([number, bytes === null ? null : bytes.toString('latin1')]);
  }
  return lines;
}

test('a file is split into the same lines, however it comes in pieces; one that is too long is none', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', '\r', ' '), maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      fc.array(fc.nat(80), { maxLength: 6 }),
      async (lines, end, cuts) => {
        const text = lines.map((each) => each + end).join('');
        const bytes = Buffer.from(text, 'latin1');
        const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((place, index) => bytes.subarray(places[index], place));
        const expected = lines.map((each, index) => {
          const content = end === '\n' ? each.replace(/\r$/, '') : each;
          return [index + 1, content.length > 8 ? null : content];
        });
        expect(await linesOf(pieces, 8)).toEqual(expected);
      },
    ),
  );
});

test('a last line without an end is a line', async () => {
  expect(await linesOf([Buffer.from('a\nb')], 8)).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
});
