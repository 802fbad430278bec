import { type AccessExplanation, explainAccess, type WhatCan, whatCan } from '@muniment/contract/explain.ts';
import { getMe } from '@muniment/contract/people.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { ACTIONS, type Action, ROLE_TABLE } from '@muniment/domain/roles.ts';
import { type Command, Option } from 'commander';
import { addOrganizationCommand, type CommonOptions, type Context, sessionFor } from '../context.ts';
import { explainMessages as messages } from '../explain-messages.ts';
import { WrongUsage } from '../failure.ts';
import { findVlUser, isVlUserId } from '../find-vl-user.ts';
import { commands } from '../help.ts';
import { printList } from '../list.ts';
import { listAll } from '../list-all.ts';
import { columns as commonColumns } from '../messages.ts';
import { instant } from '../option-values.ts';
import { printJson } from '../report.ts';
import { namesOf } from '../role-names.ts';
import type { Session } from '../session.ts';
import { type Column, formatTable, printable } from '../table.ts';
import type { Terminal } from '../terminal.ts';

interface ExplainOptions extends CommonOptions {
  readonly license?: string;
  readonly action?: Action;
  readonly at?: string;
}

export function addExplain(program: Command, context: Context): void {
  const text = commands.explain;
  addOrganizationCommand(program, 'explain', text)
    .argument('<user>', text.user)
    .option('--license <id>', text.options.license)
    .addOption(new Option('--action <action>', text.options.action).choices(ACTIONS))
    .option('--at <time>', text.options.at, instant)
    .action((user: string, options: ExplainOptions) => explain(context, user, options));
}

/** @source B3, B4 */
async function explain(context: Context, user: string, options: ExplainOptions): Promise<void> {
  const { terminal } = context;
  const session = await sessionFor(context, options);
  const vlUserId = await findAsked(session, user, options.organization);
  const { license: licenseId, action, at } = options;
  const asked = {
    vlUserId,
    ...(action === undefined ? {} : { action }),
    ...(at === undefined ? {} : { at }),
  };
  if (licenseId === undefined) {
    const items = await listAll(
      async (page) => (await session.call(whatCan, { query: { ...asked, ...page } })).body,
    );
    const list = { columns: whatColumns, items, total: items.length, none: messages.nothing };
    printList(terminal, options, list);
    return;
  }
  const { body } = await session.call(explainAccess, { query: { ...asked, licenseId } });
  if (options.json) printJson(terminal, body);
  else print(terminal, body, at !== undefined);
}

/** The id of who is meant: everybody may ask about themselves, also who lists nobody. */
async function findAsked(session: Session, text: string, organization: string | undefined): Promise<string> {
  if (isVlUserId(text)) return text;
  const { body: me } = await session.call(getMe, {});
  if (me.kind !== 'person') throw new WrongUsage(messages.idNeeded);
  const key = emailKey(text);
  if (key !== null && me.signInEmail !== null && key === emailKey(me.signInEmail)) {
    const of = me.organizations.filter(({ number }) => organization === undefined || number === organization);
    const own = of.length === 1 ? of[0]?.vlUserId : null;
    if (own != null) return own;
  }
  return (await findVlUser(session, text)).id;
}

function print(terminal: Terminal, explanation: AccessExplanation, isPast: boolean): void {
  const { person, path, notCounting, ifRemoved, roles } = explanation;
  const name = printable(`${person.displayName} <${person.signInEmail}>`);
  const bold = (line: string) => terminal.style('bold', line);
  terminal.print(bold(printable(messages.headline(explanation, name, namesOf(roles), isPast))));
  if (path.length > 0) terminal.print(`\n${formatTable(pathColumns, path, bold)}`);
  if (notCounting.length > 0) {
    terminal.print(`\n${messages.doesNotCount}\n${formatTable(notCountingColumns, notCounting, bold)}`);
  }
  const consequences = (ifRemoved ?? []).map((one) =>
    printable(messages.ifRemoved(ROLE_TABLE[one.role].name, namesOf(one.rolesKept), one)),
  );
  if (consequences.length > 0) terminal.print(`\n${consequences.join('\n')}`);
}

type InPath = AccessExplanation['path'][number];
type NotCounting = AccessExplanation['notCounting'][number];
type Act = InPath['given'];

const { columns } = messages;

const grantColumns: Column<InPath | NotCounting>[] = [
  { heading: columns.role, text: ({ role }) => ROLE_TABLE[role].name },
  {
    heading: columns.origin,
    text: ({ inheritedFrom }) =>
      inheritedFrom === null ? messages.assigned : messages.inheritedFrom(inheritedFrom.agreementNumber),
  },
  { heading: columns.by, text: ({ given }) => doer(given) },
  { heading: columns.given, text: ({ given }) => minute(given.at) },
];

const pathColumns: Column<InPath>[] = [
  ...grantColumns,
  { heading: columns.since, text: ({ countsSince }) => minute(countsSince) },
  { heading: columns.ends, text: ({ endsAt }) => minute(endsAt) },
  { heading: columns.reason, text: ({ given }) => given.reason ?? '' },
];

const notCountingColumns: Column<NotCounting>[] = [
  ...grantColumns,
  { heading: columns.why, text: ({ because }) => messages.because[because] },
  { heading: columns.taken, text: ({ taken }) => minute(taken?.at ?? null) },
  { heading: columns.takenBy, text: ({ taken }) => (taken === null ? '' : doer(taken)) },
];

const whatColumns: Column<WhatCan>[] = [
  { heading: commonColumns.licenseId, text: ({ licenseId }) => licenseId },
  { heading: commonColumns.name, text: ({ name }) => name },
  { heading: commonColumns.roles, text: ({ roles }) => namesOf(roles) },
  { heading: columns.mayDo, text: ({ actions }) => messages.actions(actions, ACTIONS.length) },
];

function doer({ by }: Act): string {
  return by.isYou ? messages.you : (by.displayName ?? messages.administrator);
}

/** RFC 3339 to the minute, in UTC, which says so itself. */
function minute(instantText: string | null): string {
  return instantText === null ? '' : instantText.replace(/^(.{16}).*$/, '$1Z');
}
