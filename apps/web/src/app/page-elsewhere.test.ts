import { expect, test } from 'vitest';
import { pageElsewhere } from './page-elsewhere.ts';

const administered = {
  number: '10482',
  name: 'Bramblewick Bakery',
  vlUserId: '01',
  actions: ['assignment:manage' as const],
};
const read = { ...administered, actions: ['contract:view' as const] };
const contactOf = { ...administered, vlUserId: null, actions: [] };

test.each([
  ['/o/30042/vl/assignments', '/o/10482/vl/assignments'],
  ['/o/30042/vl/assign/verify', '/o/10482/vl/assign'],
  ['/o/30042/vl/activity/0193-7f', '/o/10482/vl/activity'],
  ['/o/30042/tokens', '/o/10482/tokens'],
  ['/o/30042/products/volume-licensing', '/o/10482/home'],
  ['/o/30042/something-new', '/o/10482/home'],
])('switching the organization on %s leads to %s, without what only the first one has', (from, to) => {
  expect(pageElsewhere(from, administered)).toBe(to);
});

test('a page that the person may not open in the other organization gives way to its start', () => {
  expect(pageElsewhere('/o/30042/vl/assignments', read)).toBe('/o/10482/home');
  expect(pageElsewhere('/o/30042/tokens', read)).toBe('/o/10482/tokens');
  expect(pageElsewhere('/o/30042/tokens', contactOf)).toBe('/o/10482/home');
});
