import type { CommonOptions, Context } from './context.ts';
import { WrongUsage } from './failure.ts';
import { messages } from './messages.ts';

/**
 * Asks whether to do what a command is about to do; with `--yes` nobody is asked. A no ends the command with 1.
 *
 * @param needsYes What is said where nobody is there to answer.
 * @throws WrongUsage there.
 */
export async function isConfirmed(
  context: Context,
  { yes }: CommonOptions & { readonly yes?: true },
  question: string,
  needsYes: string,
): Promise<boolean> {
  const { terminal } = context;
  if (yes) return true;
  if (!terminal.isInteractive) throw new WrongUsage(needsYes);
  const answer = (await terminal.ask(question)).trim().toLowerCase();
  if (answer === 'y' || answer === 'yes') return true;
  context.endWith(1);
  terminal.note(messages.nothingSaved);
  return false;
}
