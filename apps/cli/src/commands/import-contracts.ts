import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { RecordReport } from '@muniment/contract/records.ts';
import { type Command, InvalidArgumentError } from 'commander';
import { addCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { openBadLinesFile } from '../contracts-import/bad-lines-file.ts';
import { contractsMessages as messages } from '../contracts-import/messages.ts';
import { type RejectedLine, readRecords } from '../contracts-import/read-records.ts';
import { type Batch, batchesOf, oneAhead, sendRecords } from '../contracts-import/send-records.ts';
import { showJson, showText } from '../contracts-import/show-contracts-import.ts';
import { WrongUsage } from '../failure.ts';
import { commands } from '../help.ts';

interface ContractsOptions extends CommonOptions {
  readonly report?: string;
  readonly fromLine: number;
}

export function addImportContracts(parent: Command, context: Context): void {
  const { contracts } = commands.import;
  addCommand(parent, 'contracts', contracts)
    .argument('<file>', contracts.file)
    .option('--report <file>', contracts.options.report)
    .option('--from-line <number>', contracts.options.fromLine, lineNumber, 1)
    .action((file: string, options: ContractsOptions) => importContracts(context, file, options));
}

/** Pushes the records of a file, a batch after the other: no more of it is held, however long it is. @source P7 */
async function importContracts(context: Context, file: string, options: ContractsOptions): Promise<void> {
  const { terminal } = context;
  const { fromLine, report } = options;
  const input = file === '-' ? process.stdin : await readFileOf(file);
  const session = await sessionFor(context, options);
  const badLines = report === undefined ? null : await openBadLinesFile(report, file, fromLine > 1);
  const shown = (options.json ? showJson : showText)(terminal, { file, fromLine, report });
  const totals = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const patience = { hasAnswered: false, onWait: shown.waiting };
  const stop = stopOnInterrupt(() => terminal.note(messages.interrupted));
  let nextLine = fromLine;
  let isComplete = false;
  try {
    for await (const batch of oneAhead(batchesOf(readRecords(input as AsyncIterable<Buffer>, fromLine)))) {
      if (stop.isAsked()) break;
      const reports = await sendRecords(session, batch.records, patience);
      patience.hasAnswered ||= reports.length > 0;
      for (const { outcome } of reports) totals[outcome]++;
      totals.rejected += batch.rejected.length;
      const rejected = rejectedLines(batch, reports);
      await badLines?.write(rejected);
      nextLine = batch.lastLine + 1;
      shown.batch(rejected, totals, batch.lastLine);
    }
    isComplete = !stop.isAsked();
  } finally {
    stop.end();
    input.destroy();
    await badLines?.close();
    shown.end(totals, nextLine, isComplete);
  }
  if (totals.rejected > 0 || !isComplete) context.endWith(1);
}

async function readFileOf(file: string) {
  try {
    const handle = await open(file);
    return createReadStream(file, { fd: handle, highWaterMark: 256 * 1024 });
  } catch (error) {
    throw new WrongUsage(messages.unreadable(file, (error as Error).message));
  }
}

function rejectedLines({ rejected }: Batch, reports: readonly RecordReport[]): RejectedLine[] {
  const ofServer = reports.flatMap(({ line, outcome, pointer = '', detail = '' }) =>
    outcome === 'rejected' ? [{ line, pointer, detail }] : [],
  );
  return [...rejected, ...ofServer].sort((one, other) => one.line - other.line);
}

/** The first Ctrl-C lets the records under way be answered, so that it is known how far it came; the second ends at once. */
function stopOnInterrupt(onFirst: () => void) {
  let asked = false;
  const listener = () => {
    asked = true;
    process.off('SIGINT', listener);
    onFirst();
  };
  process.on('SIGINT', listener);
  return { isAsked: () => asked, end: () => void process.off('SIGINT', listener) };
}

function lineNumber(text: string): number {
  const line = Number(text);
  if (Number.isSafeInteger(line) && line >= 1) return line;
  throw new InvalidArgumentError(messages.notALine);
}
