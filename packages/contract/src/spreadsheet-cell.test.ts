import { describe, expect, test } from 'vitest';
import { spreadsheetCell } from './spreadsheet-cell.ts';

describe('B8 what a spreadsheet would take for a formula is text', () => {
  test.each([
    '=1+1',
    '+31 20 555 0101',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\tplain',
    '\r=1',
    '  =1',
    '\n@x',
    '\u00a0+1',
    '\ufeff=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
  ])('%j', (text) => {
    expect(spreadsheetCell(text)).toBe(`'${text}`);
  });

  test.each([
    '',
    ' ',
    'Ingrid Solheim',
    'a=b',
    "O'Hara",
    'jonas-petrov@fennimore.example',
    '7204-1183',
    "'=1",
  ])('%j stays as it is', (text) => {
    expect(spreadsheetCell(text)).toBe(text);
  });
});
