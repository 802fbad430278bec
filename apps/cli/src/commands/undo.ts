import { getAssignmentChange, undoAssignmentChange } from '@muniment/contract/assignment-changes.ts';
import type { Command } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { WrongUsage } from '../failure.ts';
import { commands } from '../help.ts';
import { messages } from '../messages.ts';
import { printJson } from '../report.ts';
import { showChange, showDifference } from '../show-change.ts';

interface UndoOptions extends CommonOptions {
  readonly yes?: true;
}

export function addUndo(program: Command, context: Context): void {
  const { options: text, change, ...about } = commands.undo;
  addOrganizationCommand(program, 'undo', about)
    .argument('<change>', change)
    .option('--yes', text.yes)
    .action((changeId: string, options: UndoOptions) => undo(context, changeId, options));
}

/** Takes a change back: with `--yes` at once, otherwise after showing what it did, and a yes. @source B8 */
async function undo(context: Context, changeId: string, options: UndoOptions): Promise<void> {
  const { terminal } = context;
  if (!options.yes && !terminal.isInteractive) throw new WrongUsage(messages.undoNeedsYes);
  const session = await sessionFor(context, options);
  const params = { changeId };
  if (!options.yes) {
    const { body: change } = await session.call(getAssignmentChange, { params });
    // With --json the answer alone goes to standard output; the question stands beside it.
    const print = options.json ? terminal.note : terminal.print;
    print(messages.undoing(change.at, change.actor.displayName));
    showDifference(terminal, change.difference, print);
    const answer = (await terminal.ask(messages.askUndo)).trim().toLowerCase();
    if (answer !== 'y' && answer !== 'yes') {
      context.endWith(1);
      terminal.note(messages.nothingUndone);
      return;
    }
  }
  const { body: undone } = await session.call(undoAssignmentChange, { params });
  if (options.json) {
    printJson(terminal, undone);
    return;
  }
  showChange(terminal, undone, terminal.print);
  terminal.print(messages.undone(undone.id ?? '', undone.cancelledEmails, undone.emails.length));
}
