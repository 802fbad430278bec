import type { AssignmentChangeAnswer, Check, Difference } from '@muniment/contract/assignment-changes.ts';
import { messages } from './messages.ts';
import { namesOf } from './role-names.ts';
import { formatTable, printable } from './table.ts';
import type { Style, Terminal } from './terminal.ts';

/** As many lines of each part as a person reads; `--json` has them all. */
const SHOWN_MAX = 50;

/** Shows what a change does, or would do: the difference by person, the checks, and the e-mails. */
export function showChange(
  terminal: Terminal,
  change: AssignmentChangeAnswer,
  print: (line: string) => void,
): void {
  showDifference(terminal, change.difference, print);
  for (const check of change.checks) {
    print(terminal.style(STYLES[check.level], printable(messages.check(check))));
  }
  const { emails } = change;
  // What is refused sends nothing.
  if (emails.length === 0 || change.checks.some(({ level }) => level === 'blocking')) return;
  print(messages.mailHeading(change.mailHoldSeconds, change.saved));
  for (const mail of emails.slice(0, SHOWN_MAX)) print(printable(messages.mail(mail)));
  if (emails.length > SHOWN_MAX) print(messages.moreMails(emails.length - SHOWN_MAX));
}

const STYLES: Record<Check['level'], Style> = {
  blocking: 'red',
  warning: 'yellow',
  information: 'dim',
  good: 'green',
};

/** Shows a difference by person, each license ID with what was added, removed and moved in time. */
export function showDifference(
  terminal: Terminal,
  difference: readonly Difference[],
  print: (line: string) => void,
): void {
  const lines = difference
    .filter(isChange)
    .flatMap((one) => changesOf(one).map((change) => ({ one, ...change })));
  const shown = lines.slice(0, SHOWN_MAX);
  for (const group of Map.groupBy(shown, ({ one }) => one.signInEmail).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { displayName, signInEmail } = first.one;
    print(`${terminal.style('bold', printable(displayName))} <${printable(signInEmail)}>`);
    const table = formatTable(
      [
        { heading: '', text: ({ one }) => one.licenseId },
        { heading: '', text: ({ one }) => one.licenseName },
        { heading: '', text: ({ text }) => text },
      ],
      group,
    );
    // The headings are empty: a difference explains itself.
    for (const [index, line] of table.split('\n').slice(1).entries()) {
      print(`  ${terminal.style(group[index]?.style ?? 'dim', line)}`);
    }
  }
  if (lines.length > SHOWN_MAX) print(`  ${messages.changes.more(lines.length - SHOWN_MAX)}`);
}

function isChange({ added, removed, rescheduled }: Difference): boolean {
  return added.length + removed.length + rescheduled.length > 0;
}

function changesOf({ added, removed, rescheduled, kept }: Difference): { text: string; style: Style }[] {
  const { changes } = messages;
  return [
    ...(added.length > 0 ? [{ text: changes.added(namesOf(added)), style: 'green' as const }] : []),
    ...(removed.length > 0 ? [{ text: changes.removed(namesOf(removed)), style: 'red' as const }] : []),
    ...(rescheduled.length > 0
      ? [{ text: changes.rescheduled(namesOf(rescheduled)), style: 'yellow' as const }]
      : []),
    ...(kept.length > 0 ? [{ text: changes.kept(namesOf(kept)), style: 'dim' as const }] : []),
  ];
}
