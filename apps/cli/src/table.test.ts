import { expect, test } from 'vitest';
import { formatTable, printable } from './table.ts';

const columns = [
  { heading: 'Name', text: (row: readonly string[]) => row[0] ?? '' },
  { heading: 'Place', text: (row: readonly string[]) => row[1] ?? '' },
];

test('columns line up by cells of a terminal: wide characters, accents and emoji included', () => {
  const table = formatTable(columns, [
    ['山田 花子', 'Kyoto'],
    ['Zoe\u0308 Ruiz', 'Lima'],
    ['👩‍💻', 'home'],
  ]);
  expect(table.split('\n')).toEqual([
    'Name       Place',
    '山田 花子  Kyoto',
    'Zoe\u0308 Ruiz   Lima',
    '👩‍💻         home',
  ]);
});

test('no line ends in blanks, and without rows the headings stand alone', () => {
  expect(formatTable(columns, [['Ana', '']])).toBe('Name  Place\nAna');
  expect(formatTable(columns, [])).toBe('Name  Place');
});

test('text from elsewhere cannot steer the terminal or break the line', () => {
  expect(printable('a\u001b[31mb\r\nc\u202ed\u2028e')).toBe('a\ufffd[31mb\ufffd\ufffdc\ufffdd\ufffde');
});
