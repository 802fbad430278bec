import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGroup, KEY_CHARACTERS, readProductKey } from './product-key.ts';

const anyCharacter = fc.constantFrom(...KEY_CHARACTERS);
const anyGroups = fc.array(
  fc.array(anyCharacter, { minLength: 5, maxLength: 5 }).map((one) => one.join('')),
  { minLength: 4, maxLength: 4 },
);
const anyKey = anyGroups.map((groups) => [...groups, checkGroup(groups)].join('-'));

test('W6: a key is read whatever its case, with or without hyphens and spaces', () => {
  fc.assert(
    fc.property(anyKey, fc.constantFrom('', ' ', '-', ' - ', '–', '\n', '\u00a0'), (key, between) => {
      const typed = key.toLowerCase().replaceAll('-', between);
      expect(readProductKey(` ${typed} `)).toEqual({ kind: 'key', key });
    }),
  );
});

test('W6: every single wrong character is noticed, and its group is named', () => {
  fc.assert(
    fc.property(anyKey, fc.nat(24), anyCharacter, (key, place, wrong) => {
      const characters = [...key.replaceAll('-', '')];
      fc.pre(characters[place] !== wrong);
      characters[place] = wrong;
      expect(readProductKey(characters.join(''))).toEqual({
        kind: 'check',
        group: Math.floor(place / 5) + 1,
      });
    }),
    { numRuns: 2_000 },
  );
});

test('W6: two characters that changed places are noticed, and their group is named', () => {
  fc.assert(
    fc.property(anyKey, fc.nat(4), fc.nat(4), fc.nat(4), (key, group, one, other) => {
      const groups = key.split('-').map((text) => [...text]);
      const characters = groups[group] as string[];
      fc.pre(characters[one] !== characters[other]);
      [characters[one], characters[other]] = [characters[other] as string, characters[one] as string];
      expect(readProductKey(groups.flat().join(''))).toEqual({ kind: 'check', group: group + 1 });
    }),
    { numRuns: 2_000 },
  );
});

test('W6: two groups that changed places are noticed', () => {
  fc.assert(
    fc.property(anyKey, fc.nat(3), fc.nat(3), (key, one, other) => {
      const groups = key.split('-');
      fc.pre(groups[one] !== groups[other]);
      [groups[one], groups[other]] = [groups[other] as string, groups[one] as string];
      // Where both groups have the same check, both are whole in the other's place only by chance.
      const read = readProductKey(groups.join(''));
      if (read.kind === 'key') expect(groups[4]).toBe(checkGroup(groups.slice(0, 4)));
      else expect([one + 1, other + 1]).toContain(read.group);
    }),
  );
});

describe('W6: what is no key says which group is wrong', () => {
  const key = ['CDFGH', '23467', 'JKMNP', 'QRTVW'];
  const whole = [...key, checkGroup(key)].join('-');
  test.each([
    ['', { kind: 'length', group: 1 }],
    ['CDFG', { kind: 'length', group: 1 }],
    ['CDFGH-234', { kind: 'length', group: 2 }],
    [`${whole}C`, { kind: 'length', group: 5 }],
    [whole.replace('JKMNP', 'JKOMP'), { kind: 'character', group: 3, character: 'O' }],
    [whole.replace('QRTVW', 'QRT1W'), { kind: 'character', group: 4, character: '1' }],
    [whole.replace('CDFGH', 'CDFG😀'), { kind: 'character', group: 1, character: '😀' }],
  ])('%j: %j', (typed, fault) => {
    expect(readProductKey(typed)).toEqual(fault);
  });

  test('the documented example is as documented', () => {
    expect(readProductKey(whole)).toEqual({ kind: 'key', key: whole });
    expect(whole).toBe('CDFGH-23467-JKMNP-QRTVW-PX7W4');
  });

  test('whatever somebody types is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const read = readProductKey(typed);
        if (read.kind !== 'key') expect(read.group).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
