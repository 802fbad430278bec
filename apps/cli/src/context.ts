import type { Command } from 'commander';
import { credentialsInUse } from './credentials.ts';
import { program as help } from './help.ts';
import { openSession, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** What every command works with. */
export interface Context {
  readonly terminal: Terminal;
  /** Ends the command with this status instead of 0. */
  endWith(exitStatus: 1): void;
}

/** The options that every command takes. */
export interface CommonOptions {
  readonly json?: true;
  readonly organization?: string;
}

/** Adds a command with `--json` and its examples. */
export function addCommand(
  parent: Command,
  nameAndArguments: string,
  text: { readonly about: string; readonly summary?: string; readonly examples: readonly string[] },
): Command {
  const examples = text.examples.map((example) => `  $ ${example}`).join('\n');
  return parent
    .command(nameAndArguments)
    .description(text.about)
    .summary(text.summary ?? text.about)
    .option('--json', help.json)
    .addHelpText('after', `\nExamples:\n${examples}`);
}

/** Adds a command about one organization. */
export function addOrganizationCommand(...of: Parameters<typeof addCommand>): Command {
  return addCommand(...of).option('--organization <number>', help.organization);
}

/** Opens a session as whoever is signed in. @throws Failure not-signed-in. */
export async function sessionFor({ terminal }: Context, options: CommonOptions): Promise<Session> {
  const credentials = await credentialsInUse(terminal.env);
  return openSession({ ...credentials, organization: options.organization ?? credentials.organization });
}
