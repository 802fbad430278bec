import { expect, test } from 'vitest';
import { instant, instantOrNever, positiveNumber } from './option-values.ts';

test.for([
  ['2027-01-31', '2027-01-31T00:00:00.000Z'],
  ['2027-01-31T18:00:00Z', '2027-01-31T18:00:00.000Z'],
  ['2027-01-31T18:00:00+02:00', '2027-01-31T16:00:00.000Z'],
  ['2028-02-29', '2028-02-29T00:00:00.000Z'],
] as const)('%s is read as %s', ([typed, read]) => {
  expect(instant(typed)).toBe(read);
});

test.for([
  '',
  'tomorrow',
  '2027',
  '31.01.2027',
  '2027-02-29',
  '2027-13-01',
  '2027-01-31T18:00:00',
  '2027-01-31 18:00',
])('a time that could be taken for another is refused: "%s"', (typed) => {
  expect(() => instant(typed)).toThrow('Give a time such as');
});

test('only an end may be never', () => {
  expect(instantOrNever('never')).toBe('never');
  expect(() => instant('never')).toThrow();
});

test.for(['0', '-1', '1.5', '1e3', 'all', ''])('"%s" is no number of rows', (typed) => {
  expect(() => positiveNumber(typed)).toThrow('whole number');
});
