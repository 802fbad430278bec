import { ProblemError } from '@muniment/contract/client.ts';
import { Command, CommanderError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { addAccess } from './commands/access.ts';
import { addAssign } from './commands/assign.ts';
import { addBenefits } from './commands/benefits.ts';
import { addBulk } from './commands/bulk.ts';
import { addChanges } from './commands/changes.ts';
import { addDownloads } from './commands/downloads.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addInvoices } from './commands/invoices.ts';
import { addKeys } from './commands/keys.ts';
import { addLedger } from './commands/ledger.ts';
import { addLicenses } from './commands/licenses.ts';
import { addLogin, addLogout } from './commands/login.ts';
import { addMe } from './commands/me.ts';
import { addOrders } from './commands/orders.ts';
import { addRemove } from './commands/remove.ts';
import { addServices } from './commands/services.ts';
import { addSubscriptions } from './commands/subscriptions.ts';
import { addSummaries } from './commands/summaries.ts';
import { addUndo } from './commands/undo.ts';
import { addUsers } from './commands/users.ts';
import { addWho } from './commands/who.ts';
import type { Context } from './context.ts';
import { Interrupted, Refused, WrongUsage } from './failure.ts';
import { program as help } from './help.ts';
import { reportFailure, reportProblem, reportWrongUsage } from './report.ts';
import type { Terminal } from './terminal.ts';

const DONE = 0;
const REFUSED_OR_FAILED = 1;
const WRONG_USAGE = 2;
const INTERRUPTED = 130;

/**
 * Runs one command line.
 *
 * @param args What was typed after `vl`.
 * @returns The exit status: 0 done, 1 refused or failed, 2 wrong usage, 130 interrupted at a question.
 */
export async function runVl(args: readonly string[], terminal: Terminal): Promise<number> {
  let status = DONE;
  let running = 'vl';
  const endWith = (exitStatus: 1) => {
    status = exitStatus;
  };
  const context: Context = { terminal, endWith };
  const program = buildProgram(context).hook('preAction', (_program, command) => {
    running = nameOf(command);
  });
  // Also where the options themselves are wrong.
  const json = args.includes('--json');
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help was asked for, or given because no command was.
      if (error.exitCode === 0) return DONE;
      if (error.code === 'commander.help') return WRONG_USAGE;
      const message = error.message.replace(/^error: /, '');
      reportWrongUsage(terminal, new WrongUsage(message), typedCommand(program, args), json);
      return WRONG_USAGE;
    }
    if (error instanceof WrongUsage) {
      reportWrongUsage(terminal, error, running, json);
      return WRONG_USAGE;
    }
    if (error instanceof Interrupted) return INTERRUPTED;
    if (error instanceof ProblemError) reportProblem(terminal, error, json);
    else if (error instanceof Refused) reportProblem(terminal, error.problem, json, error.hint);
    else reportFailure(terminal, error, json);
    return REFUSED_OR_FAILED;
  }
}

function buildProgram(context: Context): Command {
  const { terminal } = context;
  const program = new Command('vl')
    .description(help.about)
    .version(packageJson.version, '--version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand('help [command]', help.helpOf)
    .exitOverride()
    // `vl orders show NUMBER --license ID` is of show, though orders has such an option too.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
      // Reported once, in one form, by whoever catches it.
      outputError: () => {},
    })
    .addHelpText('after', help.after);
  addLogin(program, context);
  addLogout(program, context);
  addMe(program, context);
  addLicenses(program, context);
  addOrders(program, context);
  addKeys(program, context);
  addSubscriptions(program, context);
  addSummaries(program, context);
  addServices(program, context);
  addInvoices(program, context);
  addBenefits(program, context);
  addUsers(program, context);
  addAccess(program, context);
  addExplain(program, context);
  addWho(program, context);
  addAssign(program, context);
  addRemove(program, context);
  addBulk(program, context);
  addChanges(program, context);
  addUndo(program, context);
  addExport(program, context);
  addImport(program, context);
  addDownloads(program, context);
  addLedger(program, context);
  return program;
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}

/** The command whose arguments were wrong, for pointing to its help. */
function typedCommand(program: Command, args: readonly string[]): string {
  let command = program;
  for (const arg of args) {
    const next = command.commands.find((one) => one.name() === arg);
    if (next === undefined) break;
    command = next;
  }
  return nameOf(command);
}
