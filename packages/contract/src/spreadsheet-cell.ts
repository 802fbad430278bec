// Full-width forms begin a formula too where the locale writes them.
const BEGINS_FORMULA = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/;

/**
 * Makes a cell of a CSV file safe to open: what a spreadsheet would take for a formula begins with an apostrophe and is
 * text. For every cell that holds what people typed, wherever the file is written.
 *
 * @source OWASP, CSV injection
 */
export function spreadsheetCell(text: string): string {
  return BEGINS_FORMULA.test(text) ? `'${text}` : text;
}
