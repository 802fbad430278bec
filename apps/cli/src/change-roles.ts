import {
  type AssignmentChangeAnswer,
  type AssignmentChangeRequest,
  changeAssignments,
} from '@muniment/contract/assignment-changes.ts';
import { ProblemError } from '@muniment/contract/client.ts';
import { listRoles } from '@muniment/contract/people.ts';
import type { CommonOptions, Context } from './context.ts';
import { Refused, WrongUsage } from './failure.ts';
import { messages, rolesHint } from './messages.ts';
import { printJson } from './report.ts';
import type { Session } from './session.ts';
import { showChange } from './show-change.ts';
import type { Terminal } from './terminal.ts';

/** Options of every command that changes roles. */
export interface ChangeOptions extends CommonOptions {
  readonly yes?: true;
  readonly dryRun?: true;
}

/**
 * Refuses a change that nobody could confirm, before anything is asked of the server.
 *
 * @throws WrongUsage
 */
export function requireConfirmation({ terminal }: Context, { yes, dryRun }: ChangeOptions): void {
  if (!yes && !dryRun && !terminal.isInteractive) throw new WrongUsage(messages.needsYes);
}

/** Sends a change: to see what it would do, or to have it saved. */
export type Send<Answer extends AssignmentChangeAnswer> = (how: {
  readonly dryRun: boolean;
}) => Promise<Answer>;

/** How a change is shown before it is saved. */
interface Shown<Answer> {
  readonly question: string;
  /** What else to say of it before the question. */
  readonly lines: readonly string[];
  readonly show: (terminal: Terminal, change: Answer, print: (line: string) => void) => void;
}

/**
 * Changes roles: with `--yes` at once; with `--dry-run` not at all; otherwise after showing what would change,
 * and a yes. What is refused, or not confirmed, ends the command with 1.
 *
 * @throws ProblemError, Refused where the server refuses.
 * @source S4
 */
export async function changeRoles<Answer extends AssignmentChangeAnswer>(
  context: Context,
  options: ChangeOptions,
  send: Send<Answer>,
  show: Shown<Answer>['show'] = showChange,
): Promise<void> {
  const shown = { question: messages.askSave, lines: [], show };
  if (needsPreview(options) && !(await preview(context, options, send, shown))) return;
  const saved = await send({ dryRun: false });
  const { terminal } = context;
  if (options.json) {
    printJson(terminal, saved);
    return;
  }
  // After a question the difference stands there already.
  if (options.yes) show(terminal, saved, terminal.print);
  const { added, removed, rescheduled } = saved.summary;
  terminal.print(
    saved.id === null ? messages.nothingToChange : messages.saved(added, removed, rescheduled, saved.id),
  );
}

/** Whether a change is to be shown before it is saved, or instead. */
export function needsPreview({ yes, dryRun }: ChangeOptions): boolean {
  return !yes || dryRun === true;
}

/**
 * Shows what a change would do, and asks where there is something to ask.
 *
 * @returns Whether to save it.
 */
export async function preview<Answer extends AssignmentChangeAnswer>(
  context: Context,
  options: ChangeOptions,
  send: Send<Answer>,
  { question, lines, show }: Shown<Answer>,
): Promise<boolean> {
  const { terminal } = context;
  const change = await send({ dryRun: true });
  const isEmpty = isNothing(change);
  const isRefused = change.checks.some(({ level }) => level === 'blocking');
  const ends = options.dryRun === true || isEmpty || isRefused;
  if (isRefused) context.endWith(1);
  if (ends && options.json) {
    printJson(terminal, change);
    return false;
  }

  // With --json the answer alone goes to standard output; the question stands beside it.
  const print = options.json ? terminal.note : terminal.print;
  show(terminal, change, print);
  if (isRefused) terminal.note(messages.nothingSaved);
  else if (isEmpty) print(messages.nothingToChange);
  else for (const line of lines) print(line);
  if (options.dryRun && !isEmpty && !isRefused) print(messages.dryRun);
  return !ends && (await confirm(context, question));
}

/** Asks for a yes; anything else ends the command with 1. */
export async function confirm(
  context: Context,
  question: string,
  otherwise: string = messages.nothingSaved,
): Promise<boolean> {
  const answer = (await context.terminal.ask(question)).trim().toLowerCase();
  if (answer === 'y' || answer === 'yes') return true;
  context.endWith(1);
  context.terminal.note(otherwise);
  return false;
}

function isNothing({ summary: { added, removed, rescheduled } }: AssignmentChangeAnswer): boolean {
  return added + removed + rescheduled === 0;
}

/** Sends the wanted roles of pairs. */
export function wantedRolesSender(
  session: Session,
  request: AssignmentChangeRequest,
): Send<AssignmentChangeAnswer> {
  return ({ dryRun }) =>
    withRolesHint(
      session,
      async () =>
        (await session.call(changeAssignments, { body: dryRun ? { ...request, dryRun } : request })).body,
    );
}

/** Adds to the refusal of an unknown role which roles there are. @throws Refused */
export async function withRolesHint<T>(session: Session, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.id !== 'unknown-role') throw error;
    const { body: roles } = await session.call(listRoles, {});
    throw new Refused(error, rolesHint(roles.items.map(({ id }) => id)));
  }
}
