import { getMe } from '@muniment/contract/people.ts';
import type { Command } from 'commander';
import { addCommand, type CommonOptions, type Context } from '../context.ts';
import {
  DEFAULT_SERVER,
  forgetCredentials,
  isOpenToListeners,
  keepCredentials,
  readToken,
  serverOrigin,
} from '../credentials.ts';
import { Failure } from '../failure.ts';
import { commands } from '../help.ts';
import { messages } from '../messages.ts';
import { printJson } from '../report.ts';
import { openSession } from '../session.ts';
import { printable } from '../table.ts';
import type { Terminal } from '../terminal.ts';

interface LoginOptions extends CommonOptions {
  readonly server?: string;
  readonly token?: string;
}

export function addLogin(program: Command, context: Context): void {
  const text = commands.login;
  addCommand(program, 'login', text)
    .option('--server <url>', `${text.options.server} (default: VL_SERVER, or ${DEFAULT_SERVER})`)
    .option('--token <token>', text.options.token)
    .option('--organization <number>', text.options.organization)
    .action((options: LoginOptions) => login(context, options));
}

export function addLogout(program: Command, context: Context): void {
  addCommand(program, 'logout', commands.logout).action((options: CommonOptions) => logout(context, options));
}

async function login({ terminal }: Context, options: LoginOptions): Promise<void> {
  const { env } = terminal;
  const server = serverOrigin(options.server ?? (env.VL_SERVER || DEFAULT_SERVER), '--server');
  if (isOpenToListeners(server)) terminal.note(messages.openToListeners(server));
  const token = await wantedToken(terminal, options.token, server);
  const organization = options.organization ?? null;

  const { body: me } = await openSession({ server, token, organization }).call(getMe, {});
  if (organization !== null && !me.organizations.some(({ number }) => number === organization)) {
    const numbers = me.organizations.map(({ number }) => number);
    const detail = messages.yourOrganizations(numbers);
    throw new Failure('organization-not-found', messages.organizationNotFound(organization), detail);
  }
  const file = await keepCredentials(env, { server, token, organization });
  if (options.json) printJson(terminal, me);
  else {
    terminal.print(messages.signedIn(printable(me.displayName), server));
    terminal.print(messages.keptIn(file));
  }
  const winning = ['VL_SERVER', 'VL_TOKEN', 'VL_ORGANIZATION'].filter((name) => env[name]);
  if (winning.length > 0) terminal.note(messages.environmentWins(winning));
}

async function wantedToken(terminal: Terminal, option: string | undefined, server: string): Promise<string> {
  if (option !== undefined) return readToken(option, '--token');
  if (terminal.env.VL_TOKEN) return readToken(terminal.env.VL_TOKEN, 'VL_TOKEN');
  const typed = terminal.isInteractive
    ? await terminal.askSecret(messages.askToken(server))
    : await terminal.readInput();
  return readToken(typed, messages.input);
}

async function logout({ terminal }: Context, options: CommonOptions): Promise<void> {
  const wasSignedIn = await forgetCredentials(terminal.env);
  if (options.json) printJson(terminal, { signedOut: wasSignedIn });
  else terminal.print(wasSignedIn ? messages.signedOut : messages.wasNotSignedIn);
}
