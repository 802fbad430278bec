import { describe, expect, test } from 'vitest';
import { findColumn } from './find-column.ts';

const COLUMNS = [
  { licenseId: '72041183', name: 'Group enterprise 2026' },
  { licenseId: '72041190', name: 'Group server and cloud' },
  { licenseId: 'AB-1200', name: 'Station retail 7204' },
];

describe('finding a column of the matrix', () => {
  test.each([
    ['7204 1190', 1],
    ['72041', 0],
    ['ab1200', 2],
    ['AB-12', 2],
    ['server', 1],
    ['  RETAIL ', 2],
  ])('%s is column %i', (text, index) => {
    expect(findColumn(COLUMNS, text)).toBe(index);
  });

  test.each(['9999', ' ', ''])('"%s" is none', (text) => {
    expect(findColumn(COLUMNS, text)).toBeNull();
  });
});
