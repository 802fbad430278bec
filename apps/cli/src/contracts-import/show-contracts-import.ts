import type { RECORD_OUTCOMES } from '@muniment/contract/records.ts';
import { type Column, formatTable, printable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { contractsMessages as messages } from './messages.ts';
import type { RejectedLine } from './read-records.ts';

export type Totals = Readonly<Record<(typeof RECORD_OUTCOMES)[number], number>>;

export interface ImportFacts {
  readonly file: string;
  readonly fromLine: number;
  /** The file in which lines that are not taken are told. */
  readonly report: string | undefined;
}

/** Tells how an import goes. */
export interface ShownImport {
  /** The server is not ready; the next try is that many seconds away. */
  waiting(seconds: number): void;
  /** Of one batch: what was not taken, and how far it is now. */
  batch(rejected: readonly RejectedLine[], totals: Totals, lastLine: number): void;
  /** @param isComplete false where it broke off; why is told elsewhere. */
  end(totals: Totals, nextLine: number, isComplete: boolean): void;
}

const PROGRESS_MS = 1_000;
const LINES_SHOWN = 20;

/** For people: progress beside the answer, then what became of the records, and the first that were not taken. */
export function showText(terminal: Terminal, facts: ImportFacts): ShownImport {
  const note = (text: string) => terminal.note(terminal.style('dim', printable(text), 'beside'));
  const shown: RejectedLine[] = [];
  const startedAt = performance.now();
  let toldAt = startedAt;
  return {
    waiting: (seconds) => note(messages.waiting(seconds)),
    batch(rejected, totals, lastLine) {
      shown.push(...rejected.slice(0, LINES_SHOWN - shown.length));
      if (performance.now() - toldAt < PROGRESS_MS) return;
      toldAt = performance.now();
      const records = sumOf(totals);
      note(messages.progress(records, lastLine, records / ((toldAt - startedAt) / 1_000)));
    },
    end(totals, nextLine, isComplete) {
      const bold = (line: string) => terminal.style('bold', line);
      if (sumOf(totals) === 0 && isComplete) terminal.print(messages.noRecords);
      else terminal.print(formatTable(totalColumns, Object.entries(totals), bold));
      if (shown.length > 0) {
        terminal.print('');
        terminal.print(messages.notTaken(shown.length, totals.rejected, facts.report));
        terminal.print(formatTable(lineColumns, shown, bold));
      }
      if (facts.report !== undefined) terminal.note(messages.reportWritten(printable(facts.report)));
      if (!isComplete) terminal.note(messages.stopped(printable(facts.file), nextLine));
    },
  };
}

/** For scripts: one JSON document, written as the records are answered, and whole also where the import broke off. */
export function showJson(terminal: Terminal, { file, fromLine }: ImportFacts): ShownImport {
  terminal.print(JSON.stringify({ file, fromLine }).replace(/\}$/, ',\n"rejected": ['));
  let held: string | null = null;
  return {
    waiting: () => {},
    batch(rejected) {
      for (const line of rejected) {
        if (held !== null) terminal.print(`${held},`);
        held = JSON.stringify(line);
      }
    },
    end(totals, nextLine, complete) {
      if (held !== null) terminal.print(held);
      const goesOn = complete ? null : nextLine;
      terminal.print(
        `],\n"totals": ${JSON.stringify(totals)},\n"complete": ${complete},\n"nextLine": ${goesOn}}`,
      );
    },
  };
}

function sumOf(totals: Totals): number {
  return Object.values(totals).reduce((sum, count) => sum + count, 0);
}

const totalColumns: Column<[outcome: string, records: number]>[] = [
  { heading: messages.headings.outcome, text: ([outcome]) => outcome },
  { heading: messages.headings.records, text: ([, records]) => records.toLocaleString('en') },
];

const lineColumns: Column<RejectedLine>[] = [
  { heading: messages.headings.line, text: ({ line }) => String(line) },
  { heading: messages.headings.field, text: ({ pointer }) => pointer || messages.all },
  { heading: messages.headings.detail, text: ({ detail }) => detail },
];
