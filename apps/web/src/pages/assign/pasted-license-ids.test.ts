import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPastedLicenseIds } from './pasted-license-ids.ts';

const ADMINISTERED = new Set(['72041190', '55120066', '90315520', '61483312', 'V-204A', '11', '2026']);
const NONE = new Set<string>();

function read(text: string, inDraft: ReadonlySet<string> = NONE) {
  return readPastedLicenseIds(text, ADMINISTERED, inDraft);
}

describe('S2: a pasted list of license IDs', () => {
  test('straight from a spreadsheet, in groups or not, with names around them', () => {
    const text = [
      'Group server and cloud\t72041190',
      'Ticketing\t5512 0066',
      'Signalling\t9031 5520',
      'Training\t61483312',
      'Old site\t1111 2222',
    ].join('\r\n');
    const { found, present, unknown, problems } = read(text, new Set(['72041190']));
    expect(found).toEqual(['55120066', '90315520', '61483312']);
    expect(present).toEqual(['72041190']);
    expect(unknown).toEqual(['11112222']);
    expect(problems).toEqual([
      {
        line: 1,
        text: 'Group server and cloud\t72041190',
        outcome: { kind: 'present', licenseIds: ['72041190'] },
      },
      { line: 5, text: 'Old site\t1111 2222', outcome: { kind: 'unknown', asked: ['11112222'] } },
    ]);
  });

  test.each([
    ['72041190, 55120066;90315520|61483312', 4],
    ['7204 1190 5512 0066 90315520', 3],
    ['7204-1190', 0],
    ['v-204a', 1],
    ['Rolling stock 2024 7204 1190', 1],
  ])('%s names %i', (text, count) => {
    expect(read(text).found).toHaveLength(count);
  });

  test('one named twice is added once', () => {
    const { found, repeated, problems } = read('72041190\n\n7204 1190');
    expect(found).toEqual(['72041190']);
    expect(repeated).toBe(1);
    expect(problems).toEqual([
      { line: 3, text: '7204 1190', outcome: { kind: 'repeated', licenseIds: ['72041190'] } },
    ]);
  });

  test('a line without one is reported, an empty line is not', () => {
    expect(read('License ID\n \n72041190').problems).toEqual([
      { line: 1, text: 'License ID', outcome: { kind: 'nothing' } },
    ]);
  });

  test('a line with a known and an unknown one adds the one and reports the other', () => {
    const { found, unknown, problems } = read('72041190 12345678');
    expect(found).toEqual(['72041190']);
    expect(unknown).toEqual(['12345678']);
    expect(problems).toHaveLength(1);
  });

  test('whatever is pasted, only administered ones come out, each once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('7', '2', '0', '4', '1', '9', ' ', '\t', '\n', 'V', '-', 'A') }),
        (text) => {
          const { found, present } = read(text, new Set(['72041190']));
          const all = [...found, ...present];
          expect(new Set(all).size).toBe(all.length);
          for (const licenseId of all) expect(ADMINISTERED.has(licenseId)).toBe(true);
        },
      ),
    );
  });
});
