import stringWidth from 'string-width';

/** One column: its heading, and what it says of a row. */
export interface Column<Row> {
  readonly heading: string;
  readonly text: (row: Row) => string;
}

const GAP = '  ';

/**
 * Lays rows out in aligned columns, one line each, without blanks at the ends of lines.
 *
 * Widths are those of a terminal's cells: a wide character takes two.
 *
 * @param styleHeading Applied to the padded line of headings.
 */
export function formatTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  styleHeading: (line: string) => string = (line) => line,
): string {
  const lines = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ text }) => printable(text(row)))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((cells) => stringWidth(cells[index] ?? ''))),
  );
  return lines
    .map((cells, line) => {
      const padded = cells.map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - stringWidth(cell)));
      const text = padded.join(GAP).trimEnd();
      return line === 0 ? styleHeading(text) : text;
    })
    .join('\n');
}

/**
 * Text from elsewhere, safe to print: a name cannot move the cursor, colour the terminal, turn the direction of
 * the line or begin a new one.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
