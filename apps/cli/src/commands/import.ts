import { LEGACY_ROWS_MAX } from '@muniment/contract/legacy-import.ts';
import { isDay, LEGACY_CUT_OFF } from '@muniment/domain/legacy-row.ts';
import { type Command, InvalidArgumentError } from 'commander';
import { addCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { commands } from '../help.ts';
import { importMessages as messages } from '../import-messages.ts';
import { type Entry, openLegacyFile } from '../legacy/read-rows.ts';
import { openReportFile, type ReportedRow } from '../legacy/report-file.ts';
import { sendRows } from '../legacy/send-rows.ts';
import { showJson, showText } from '../legacy/show-import.ts';
import { Tally } from '../legacy/tally.ts';
import { detectEncoding } from '../legacy/text-file.ts';
import type { Session } from '../session.ts';
import { addImportContracts } from './import-contracts.ts';

interface ImportOptions extends CommonOptions {
  readonly dryRun?: true;
  readonly cutOff: string;
  readonly report?: string;
  readonly encoding?: string;
}

export function addImport(program: Command, context: Context): void {
  const { about, vlsc } = commands.import;
  const { options: text } = vlsc;
  const parent = program.command('import').description(about);
  addCommand(parent, 'vlsc', vlsc)
    .argument('<file>', vlsc.file)
    .option('--dry-run', text.dryRun)
    .option('--cut-off <day>', text.cutOff, day, LEGACY_CUT_OFF)
    .option('--report <file>', text.report)
    .option('--encoding <name>', text.encoding, encodingLabel)
    .action((file: string, options: ImportOptions) => importLegacyFile(context, file, options));
  addImportContracts(parent, context);
}

/** Takes the rows of a file over, a batch at a time: no more of it is held, however long it is. @source G2 */
async function importLegacyFile(context: Context, file: string, options: ImportOptions): Promise<void> {
  const { terminal } = context;
  const encoding = options.encoding ?? (await detectEncoding(file));
  const { delimiter, others, entries } = await openLegacyFile(file, encoding);
  const session = await sessionFor(context, options);
  const reportFile = options.report === undefined ? null : await openReportFile(options.report, file);

  const tally = new Tally();
  const facts = {
    file,
    encoding,
    delimiter,
    others,
    cutOff: options.cutOff,
    dryRun: options.dryRun ?? false,
  };
  const shown = (options.json ? showJson : showText)(terminal, { ...facts, report: options.report });
  let isComplete = false;
  try {
    for await (const rows of answersOf(session, entries, facts, tally, shown.waiting)) {
      for (const { report } of rows) tally.add(report);
      await reportFile?.write(rows);
      shown.rows(rows, tally);
    }
    isComplete = true;
  } finally {
    await reportFile?.close();
    shown.end(tally, isComplete);
  }
  if (tally.totals.rejected > 0) context.endWith(1);
}

/** Batches of rows, each with what became of it, in the order of the file. */
async function* answersOf(
  session: Session,
  entries: AsyncIterable<Entry>,
  { cutOff, dryRun }: { readonly cutOff: string; readonly dryRun: boolean },
  tally: Tally,
  onWait: (seconds: number) => void,
): AsyncGenerator<ReportedRow[]> {
  for await (const batch of batchesOf(entries)) {
    const rows = batch.flatMap(({ row }) => (row === null ? [] : [row]));
    const hasAnswered = tally.rows > 0;
    const answers =
      rows.length === 0 ? [] : await sendRows(session, { rows, cutOff, dryRun }, { hasAnswered, onWait });
    let answered = 0;
    yield batch.map((entry): ReportedRow => {
      if (entry.row === null) return entry;
      const { line, licenseId, signInEmail, roles } = entry.row;
      const report = answers[answered++] ?? missingAnswer(line);
      const cells = {
        licenseId: licenseId.trim(),
        signInEmail: signInEmail.trim(),
        roles: roles.map((role) => role.trim()).join('; '),
      };
      return { report, cells };
    });
  }
}

function missingAnswer(line: number): never {
  throw new Error(`The server did not answer for line ${line}`);
}

async function* batchesOf(entries: AsyncIterable<Entry>): AsyncGenerator<Entry[]> {
  let batch: Entry[] = [];
  for await (const entry of entries) {
    batch.push(entry);
    if (batch.length < LEGACY_ROWS_MAX) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function day(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError(messages.notADay);
}

function encodingLabel(text: string): string {
  try {
    return new TextDecoder(text).encoding;
  } catch {
    throw new InvalidArgumentError(messages.notAnEncoding);
  }
}
