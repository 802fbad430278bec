import type { LegacyRowReport } from '@muniment/contract/legacy-import.ts';
import { importMessages as messages } from '../import-messages.ts';
import { type Column, formatTable, printable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import type { ReportedRow } from './report-file.ts';
import type { Tally } from './tally.ts';

export interface ImportFacts {
  readonly file: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly others: readonly string[];
  readonly cutOff: string;
  readonly dryRun: boolean;
  /** The file in which every row is reported. */
  readonly report: string | undefined;
}

/** Tells how an import goes. */
export interface ShownImport {
  /** The server is not ready; the next try is that many seconds away. */
  waiting(seconds: number): void;
  rows(rows: readonly ReportedRow[], tally: Tally): void;
  /** @param isComplete false where it broke off; why is told elsewhere. */
  end(tally: Tally, isComplete: boolean): void;
}

const PROGRESS_ROWS = 10_000;

/** For people: progress beside the answer, then how many rows had which outcome, and those that were not taken. */
export function showText(terminal: Terminal, facts: ImportFacts): ShownImport {
  const note = (text: string) => terminal.note(terminal.style('dim', printable(text), 'beside'));
  note(messages.reading(facts.file, facts.encoding, facts.delimiter));
  if (facts.others.length > 0) note(messages.othersNotRead(facts.others));
  let nextProgress = PROGRESS_ROWS;
  let lastLine = 0;
  return {
    waiting: (seconds) => note(messages.waiting(seconds)),
    rows(rows, tally) {
      lastLine = rows.at(-1)?.report.line ?? lastLine;
      if (tally.rows < nextProgress) return;
      nextProgress = tally.rows + PROGRESS_ROWS;
      note(messages.progress(tally.rows, lastLine));
    },
    end(tally, isComplete) {
      const bold = (line: string) => terminal.style('bold', line);
      if (tally.rows === 0) {
        if (isComplete) terminal.print(messages.noRows);
      } else terminal.print(formatTable(reasonColumns, tally.reasons(), bold));
      const { notTaken, totals } = tally;
      if (notTaken.length > 0) {
        terminal.print('');
        terminal.print(messages.notTaken(notTaken.length, totals.skipped + totals.rejected, facts.report));
        terminal.print(formatTable(rowColumns, notTaken, bold));
      }
      if (facts.report !== undefined) terminal.note(messages.reportWritten(printable(facts.report)));
      if (!isComplete) terminal.note(messages.stopped(lastLine));
      else if (facts.dryRun) terminal.print(messages.dryRun);
    },
  };
}

/** For scripts: one JSON document, written as the rows are answered, and whole also where the import broke off. */
export function showJson(terminal: Terminal, { file, report, others, ...facts }: ImportFacts): ShownImport {
  terminal.print(JSON.stringify(facts).replace(/\}$/, ',\n"rows": ['));
  let held: string | null = null;
  return {
    waiting: () => {},
    rows(rows) {
      for (const row of rows) {
        if (held !== null) terminal.print(`${held},`);
        held = JSON.stringify(row.report);
      }
    },
    end({ totals }, complete) {
      if (held !== null) terminal.print(held);
      terminal.print(`],\n"totals": ${JSON.stringify(totals)},\n"complete": ${complete}}`);
    },
  };
}

const reasonColumns: Column<{ outcome: LegacyRowReport['outcome']; code: string; rows: number }>[] = [
  { heading: messages.headings.outcome, text: ({ outcome }) => outcome },
  { heading: messages.headings.rows, text: ({ rows }) => rows.toLocaleString('en') },
  { heading: messages.headings.why, text: ({ code }) => code.replaceAll('-', ' ') },
];

const rowColumns: Column<LegacyRowReport>[] = [
  { heading: messages.headings.line, text: ({ line }) => String(line) },
  { heading: messages.headings.outcome, text: ({ outcome }) => outcome },
  { heading: messages.headings.reason, text: ({ reason }) => reason },
];
