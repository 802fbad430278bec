import {
  type AssignmentChange,
  CHANGE_KINDS,
  type Difference,
  listAssignmentChanges,
} from '@muniment/contract/assignment-changes.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { findVlUser, isVlUserId } from '../find-vl-user.ts';
import { commands } from '../help.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns, messages } from '../messages.ts';
import { positiveNumber } from '../option-values.ts';
import type { Column } from '../table.ts';

/** As many as are shown where no limit is named: a change may be long, and there may be many. */
const SHOWN = 50;

interface ChangesOptions extends CommonOptions {
  readonly user?: string;
  readonly license?: string;
  readonly kind?: AssignmentChange['kind'][];
  readonly limit?: number;
}

export function addChanges(program: Command, context: Context): void {
  const text = commands.changes;
  addOrganizationCommand(program, 'changes', text)
    .option('--user <user>', text.options.user)
    .option('--license <id>', text.options.license)
    .addOption(new Option('--kind <kind...>', text.options.kind).choices(CHANGE_KINDS))
    .option('--limit <number>', text.options.limit, positiveNumber)
    .action((options: ChangesOptions) => showChanges(context, options));
}

async function showChanges(context: Context, options: ChangesOptions): Promise<void> {
  const session = await sessionFor(context, options);
  const { user, license, kind, limit = SHOWN } = options;
  const filter = {
    // Whoever was removed is found by id alone.
    ...(user === undefined
      ? {}
      : { vlUserId: isVlUserId(user) ? user : (await findVlUser(session, user)).id }),
    ...(license === undefined ? {} : { licenseId: license }),
    ...(kind === undefined ? {} : { kind }),
  };
  let hasMore = false;
  const items = await listAll(async (page) => {
    const { body } = await session.call(listAssignmentChanges, { query: { ...filter, ...page } });
    hasMore = body.nextCursor !== null;
    return body;
  }, limit);
  const { terminal } = context;
  printList(terminal, options, {
    columns: changeColumns,
    items,
    total: items.length,
    none: messages.noChanges,
  });
  if (hasMore && !options.json) terminal.note(messages.earlierChanges(items.length));
}

const changeColumns: Column<AssignmentChange>[] = [
  { heading: columns.when, text: ({ at }) => at },
  { heading: columns.change, text: ({ id }) => id },
  { heading: columns.kind, text: ({ kind }) => kind },
  { heading: columns.by, text: ({ actor }) => actor.displayName },
  { heading: columns.what, text: ({ difference }) => messages.changedInAll(countsOf(difference)) },
  {
    heading: columns.undo,
    text: ({ undo, undoneBy }) => messages.undoable(undo.possible, undoneBy !== null),
  },
];

function countsOf(difference: readonly Difference[]) {
  const count = (roles: (one: Difference) => readonly unknown[]) =>
    difference.reduce((sum, one) => sum + roles(one).length, 0);
  return {
    added: count(({ added }) => added),
    removed: count(({ removed }) => removed),
    rescheduled: count(({ rescheduled }) => rescheduled),
    people: new Set(difference.map(({ signInEmail }) => signInEmail)).size,
    licenseIds: new Set(difference.map(({ licenseId }) => licenseId)).size,
  };
}
