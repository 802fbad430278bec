import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test.each([
  ['Amara Nwosu', 'AN'],
  ['  noor   al  haddad ', 'NH'],
  ['Cher', 'C'],
  ['Øyvind Æsir', 'ØÆ'],
  ['𝔄mara Nwosu', '𝔄N'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
