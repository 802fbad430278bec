import type { BulkChangeAnswer, SkippedRole } from '@muniment/contract/bulk-changes.ts';
import { messages } from './messages.ts';
import { showChange } from './show-change.ts';
import { printable } from './table.ts';
import type { Terminal } from './terminal.ts';

/** As many names as a person reads of each reason; `--json` has every row. */
const NAMES_MAX = 5;

/** Shows what a bulk change does, or would do, and what it leaves as it is, by reason. */
export function showBulkChange(
  terminal: Terminal,
  change: BulkChangeAnswer,
  print: (line: string) => void,
): void {
  showChange(terminal, change, print);
  for (const [reason, rows] of Map.groupBy(change.skipped, (row) => row.reason)) {
    const { names, more } = namesOf(rows);
    print(terminal.style('dim', printable(messages.skipped(reason, rows.length, names, more))));
  }
}

function namesOf(rows: readonly SkippedRole[]): { readonly names: string[]; readonly more: number } {
  const names = [...new Map(rows.map(({ vlUserId, displayName }) => [vlUserId, displayName])).values()];
  return { names: names.slice(0, NAMES_MAX), more: Math.max(0, names.length - NAMES_MAX) };
}
