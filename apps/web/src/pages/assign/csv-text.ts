import Papa from 'papaparse';

/** What a spreadsheet would take for a formula, also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/**
 * Writes rows as a CSV file that spreadsheets open as it is: with the mark of UTF-8, and no cell that they would run.
 *
 * @param locale The separator follows it: where numbers have a decimal comma, spreadsheets want semicolons.
 */
export function csvText(rows: readonly (readonly (string | number)[])[], locale: string): string {
  const hasDecimalComma = new Intl.NumberFormat(locale).format(1.5).includes(',');
  const text = Papa.unparse(rows as (string | number)[][], {
    delimiter: hasDecimalComma ? ';' : ',',
    newline: '\r\n',
    escapeFormulae: FORMULA,
  });
  return `\uFEFF${text}\r\n`;
}

/** Hands a file to the person, as a download. */
export function downloadCsv(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
