import { getMe, type Me } from '@muniment/contract/people.ts';
import type { Command } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { commands } from '../help.ts';
import { messages } from '../messages.ts';
import { printJson } from '../report.ts';
import { printable } from '../table.ts';

export function addMe(program: Command, context: Context): void {
  addOrganizationCommand(program, 'me', commands.me).action((options: CommonOptions) =>
    showMe(context, options),
  );
}

async function showMe(context: Context, options: CommonOptions): Promise<void> {
  const { terminal } = context;
  const session = await sessionFor(context, options);
  const { body: me } = await session.call(getMe, {});
  if (options.json) {
    printJson(terminal, me);
    return;
  }
  terminal.print(`${terminal.style('bold', printable(me.displayName))} ${printable(`<${aboutCaller(me)}>`)}`);
  terminal.print(session.server);
  if (me.organizations.length === 0) terminal.note(messages.noOrganization);
  for (const { name, number, actions } of me.organizations) {
    terminal.print(`\n${printable(name)} (${printable(number)})`);
    terminal.print(`  ${messages.mayDo(actions)}`);
  }
}

function aboutCaller({ kind, signInEmail }: Me): string {
  if (signInEmail !== null) return signInEmail;
  return kind === 'partner' ? messages.partner : messages.publisher;
}
