import { verifyLedger } from '@muniment/contract/ledger.ts';
import type { Command } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { commands } from '../help.ts';
import { messages } from '../messages.ts';
import { printJson } from '../report.ts';

export function addLedger(program: Command, context: Context): void {
  const text = commands.ledger;
  const ledger = program.command('ledger').description(text.about);
  addOrganizationCommand(ledger, 'verify', { about: text.verify, examples: text.examples }).action(
    (options: CommonOptions) => verify(context, options),
  );
}

/** A broken chain ends with 1, so that a scheduled check is heard. @source B5 */
async function verify(context: Context, options: CommonOptions): Promise<void> {
  const { terminal } = context;
  const session = await sessionFor(context, options);
  const { body } = await session.call(verifyLedger, {});
  if (!body.whole) context.endWith(1);
  if (options.json) printJson(terminal, body);
  else if (body.whole) terminal.print(messages.ledgerWhole(body.head));
  else terminal.print(terminal.style('red', messages.ledgerBroken));
}
