import type { CommonOptions } from './context.ts';
import { messages } from './messages.ts';
import { printJson } from './report.ts';
import { type Column, formatTable } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Prints a list as a table, or as `{ items }`. What is left out of it is said on standard error. */
export function printList<Row>(
  terminal: Terminal,
  { json }: CommonOptions,
  list: {
    readonly columns: readonly Column<Row>[];
    readonly items: readonly Row[];
    /** How many there are, also beyond a limit. */
    readonly total: number;
    /** Said where there are none. */
    readonly none: string;
  },
): void {
  const { columns, items, total, none } = list;
  if (json) {
    printJson(terminal, { items });
  } else if (items.length === 0) {
    terminal.note(none);
  } else {
    terminal.print(formatTable(columns, items, (line) => terminal.style('bold', line)));
    if (items.length < total) terminal.note(messages.shownOf(items.length, total));
  }
}
