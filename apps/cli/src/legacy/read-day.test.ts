import { expect, test } from 'vitest';
import { readDay } from './read-day.ts';

test.each([
  '2023-09-15',
  '2023/9/15',
  '2023.09.15',
  '15.9.2023',
  '15. 9. 2023',
  '15-Sep-2023',
  '15 September 2023',
  '15 sept. 2023',
  'Sep 15, 2023',
  'September 15 2023',
  '15/09/2023',
  '09/15/2023',
  '9-15-2023',
  '2023-09-15T23:30:00-05:00',
  '2023-09-15 23:30',
  '9/15/2023 11:30:00 PM',
])('G2 "%s" is 15 September 2023', (text) => {
  expect(readDay(text)).toBe('2023-09-15');
});

test('G2 with dots the day comes first, and the same number twice is no question', () => {
  expect(readDay('04.05.2022')).toBe('2022-05-04');
  expect(readDay('05/05/2022')).toBe('2022-05-05');
});

test.each([
  '04/05/2022',
  '4-5-2022',
  '15/09/23',
  '45184',
  '2023-02-30',
  '31.02.2023',
  '32/01/2023',
  '15 Foo 2023',
  '1823-09-15',
  'yes',
  '',
])('G2 "%s" is no day, or could be two', (text) => {
  expect(readDay(text)).toBeNull();
});
