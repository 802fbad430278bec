import { type BulkInvitationAnswer, sendInvitationsInBulk } from '@muniment/contract/bulk-changes.ts';
import type { Command } from 'commander';
import { confirm } from '../change-roles.ts';
import { addPeopleOptions, choosePeople, type PeopleOptions, requirePeople } from '../choose-people.ts';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { WrongUsage } from '../failure.ts';
import { commands } from '../help.ts';
import { messages } from '../messages.ts';
import { printJson } from '../report.ts';
import { formatTable } from '../table.ts';

interface SendOptions extends CommonOptions, PeopleOptions {
  readonly yes?: true;
}

/** Adds the command that resends, or resets, the invitations of many people. @source M3, B8 */
export function addSendAgain(bulk: Command, context: Context, action: 'resend' | 'reset'): void {
  const text = commands.bulk;
  addPeopleOptions(addOrganizationCommand(bulk, action, text[action]))
    .option('--yes', text.options.yesSend)
    .action((options: SendOptions) => sendAgain(context, options, action));
}

async function sendAgain(context: Context, options: SendOptions, action: 'resend' | 'reset'): Promise<void> {
  const { terminal } = context;
  requirePeople(options);
  if (!options.yes && !terminal.isInteractive) throw new WrongUsage(messages.sendNeedsYes);
  const session = await sessionFor(context, options);
  const { people, count } = await choosePeople(session, options);
  if (!options.yes && !(await confirm(context, messages.askSend(action, count), messages.nothingSent)))
    return;
  // As many as were confirmed: whoever comes to match meanwhile is not mailed unseen.
  const request = { people, action, expectedPeople: count };
  const { body } = await session.call(sendInvitationsInBulk, { body: request });
  if (options.json) {
    printJson(terminal, body);
    return;
  }
  showUnsent(context, body);
  terminal.print(messages.sentAgain(body.sent, body.items.length));
}

/** Who was sent nothing, and why. */
function showUnsent({ terminal }: Context, { items }: BulkInvitationAnswer): void {
  const unsent = items.filter(({ outcome }) => outcome !== 'sent');
  if (unsent.length === 0) return;
  const table = formatTable(
    [
      { heading: '', text: ({ displayName }) => displayName },
      { heading: '', text: ({ outcome }) => messages.sendOutcomes[outcome] },
    ],
    unsent,
  );
  // The headings are empty: what became of somebody explains itself.
  for (const line of table.split('\n').slice(1)) terminal.print(line);
}
