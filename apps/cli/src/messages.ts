import type { Check, MailPlan } from '@muniment/contract/assignment-changes.ts';
import type { SkippedRole } from '@muniment/contract/bulk-changes.ts';
import type { ProblemId } from '@muniment/contract/problems.ts';

const counts = new Intl.NumberFormat('en');
const plurals = new Intl.PluralRules('en');

/** `1 role`, `2,000 roles`. */
function count(number: number, one: string, many = `${one}s`): string {
  return `${counts.format(number)} ${plurals.select(number) === 'one' ? one : many}`;
}

/** Every text that the command line prints, but for the help, which stands with its command in `help.ts`. */
export const messages = {
  // Signing in
  askToken: (server: string) => `API token for ${server}: `,
  input: 'The input',
  signedIn: (name: string, server: string) => `Signed in to ${server} as ${name}.`,
  keptIn: (file: string) => `The token is kept in ${file}, readable by you alone.`,
  openToListeners: (server: string) =>
    `Warning: ${server} is plain HTTP: whoever listens on the way can read the token. Use https.`,
  environmentWins: (names: readonly string[]) =>
    `Note: ${names.join(' and ')} in the environment ${names.length === 1 ? 'wins' : 'win'} over what was kept now.`,
  signedOut: 'Signed out here. The token itself stays good until it is revoked or expires.',
  wasNotSignedIn: 'Nobody was signed in here.',
  notSignedIn: 'You are not signed in',
  howToSignIn: 'Run `vl login`, or set VL_SERVER and VL_TOKEN.',
  credentialsUnreadable: (file: string) => `${file} cannot be read as credentials`,
  organizationNotFound: (number: string) => `You do not belong to organization ${number}`,
  yourOrganizations: (numbers: readonly string[]) =>
    numbers.length === 0 ? 'You belong to none.' : `Yours: ${numbers.join(', ')}.`,

  // The server
  serverUnreachable: (server: string) => `${server} does not answer`,
  whyUnreachable: (reason: string) => `${reason}. Is the server running, and is the address right?`,
  noAnswerFor: (seconds: number) => `There was no answer for ${seconds} seconds.`,
  serverUnknown: (server: string) => `${server} does not answer as this command expects`,
  checkServer: 'Check the address: another program may listen there.',

  // Wrong usage
  notAServer: (where: string) =>
    `${where} is no address of a server: give one such as https://licensing.example.`,
  notAToken: (where: string) => `${where} holds no API token.`,
  notAPositiveNumber: 'Give a whole number from 1.',
  notAnInstant: 'Give a time such as 2027-01-31T18:00:00Z, or a day such as 2027-01-31 (midnight UTC).',
  notADay: 'Give a day such as 2027-01-31.',
  notARole: (roles: readonly string[]) => `Give one of ${roles.join(', ')}.`,
  notAUser: (text: string) => `"${text}" names nobody: give a sign-in e-mail, or the id of a VL user.`,
  periodWithoutGiving: '--starts-at and --ends-at say when roles are held: they do not go with --take.',
  reasonWithoutLicense: '--reason goes with --license.',
  needsYes:
    'Nobody is here to confirm. Add --yes to save without asking, or --dry-run to see what would change.',
  moreHelp: (command: string) => `See \`${command} --help\`.`,

  // People
  userNotFound: (text: string) => `No VL user whom you can see signs in as ${text}`,
  businessEmailOf: (signInEmails: readonly string[]) =>
    `It is the business e-mail of ${signInEmails.join(', ')}: give that sign-in e-mail.`,
  whoIsThere: '`vl users` lists them.',
  userAmbiguous: (text: string) => `More than one VL user signs in as ${text}`,
  giveOneId: (ids: readonly string[]) => `Give the id of one: ${ids.join(', ')}.`,

  // Lists
  shownOf: (shown: number, total: number) => `${counts.format(shown)} of ${counts.format(total)} shown.`,
  noLicenses: 'There are no such license IDs.',
  noUsers: 'There are no such VL users.',
  noAccess: 'No roles on license IDs that you administer.',
  noOrganization: 'No organization: this token is for the partner or publisher API.',
  partner: 'Partner',
  publisher: 'Publisher',
  mayDo: (actions: readonly string[]) => (actions.length === 0 ? 'nothing yet' : actions.join(', ')),
  noEnd: '',
  administrators: (reachable: number, pending: number) =>
    pending === 0 ? `${reachable}` : `${reachable} (+${pending} pending)`,
  rolesCell: (roles: string, licenseIds: number) => `${roles} on ${count(licenseIds, 'license ID')}`,
  licenseStatus: { active: 'Active', expiring: 'Expiring', expired: 'Expired', terminated: 'Terminated' },
  origin: { assigned: 'Assigned', inherited: 'Inherited' },

  // Changes
  changes: {
    added: (roles: string) => `+ ${roles}`,
    removed: (roles: string) => `- ${roles}`,
    rescheduled: (roles: string) => `~ ${roles} (another period)`,
    kept: (roles: string) => `  ${roles} (stays)`,
    more: (number: number) => `and ${count(number, 'more license ID')}`,
  },
  mailHeading: (holdSeconds: number, saved: boolean) => {
    const when = holdSeconds === 0 ? 'at once' : `in ${count(holdSeconds, 'second')}`;
    return saved ? `E-mail goes out ${when}:` : `E-mail that would go out ${when}:`;
  },
  mail: ({ displayName, to, subject }: MailPlan) => `  ${displayName} <${to}>: ${subject}`,
  moreMails: (number: number) => `  and ${counts.format(number)} more`,
  check: ({ code, licenseIds, people }: Check): string => {
    const where =
      licenseIds.length > 10 ? `${licenseIds.slice(0, 10).join(', ')}, ...` : licenseIds.join(', ');
    switch (code) {
      case 'last-administrator':
        return `Refused: no administrator who has registered would be left on ${where}. Name another one first.`;
      case 'assignment-in-progress':
        return `Refused: a change of ${people.join(', ')} is being applied. Try again when it ends.`;
      case 'role-inherited':
        return `Refused: an inherited role cannot be assigned or removed here (${where}).`;
      case 'drops-to-one-administrator':
        return `Warning: only one administrator would be left on ${where}.`;
      case 'administrator-pending':
        return `Note: ${people.join(', ')} must register before they can administer ${where}.`;
      case 'gains-second-administrator':
        return `Good: ${where} gets an alternate administrator.`;
    }
  },
  askRemove: 'Remove them? [y/N] ',
  askSave: 'Save this? [y/N] ',
  saved: (added: number, removed: number, rescheduled: number, id: string) => {
    const parts = [
      added > 0 ? `${count(added, 'role')} added` : '',
      removed > 0 ? `${count(removed, 'role')} removed` : '',
      rescheduled > 0 ? `${count(rescheduled, 'role')} with another period` : '',
    ].filter((part) => part !== '');
    return `Saved: ${parts.join(', ')} (change ${id}).`;
  },
  nothingSaved: 'Nothing was saved.',
  nothingToChange: 'Nothing to change: it is so already.',
  dryRun: 'Dry run: nothing was saved.',
  removing: (person: string, roles: number, licenseIds: number) =>
    `${person} loses ${count(roles, 'role')} on ${count(licenseIds, 'license ID')} that you administer.`,
  leavesList: 'They leave your list of VL users. What others administer is not touched.',
  invitationShrinks: 'They have not registered: their invitation no longer offers these roles.',
  keepsInherited: (licenseIds: readonly string[]) =>
    `They stay in your list: roles inherited from an agreement remain on ${licenseIds.join(', ')}.`,
  removed: (person: string, roles: number, licenseIds: number) =>
    `Removed: ${person} lost ${count(roles, 'role')} on ${count(licenseIds, 'license ID')}.`,
  nothingAssigned: (person: string) => `${person} holds no role that you can remove.`,

  // Many people at once
  nobodyNamed:
    'Say who is meant: --user, a filter (--status, --with-role, --on-license, --q), or --everybody.',
  namedTwice: 'Name people by --user, or by a filter, or by --everybody: one of them.',
  rolesToRemove: 'Say what ends: --role with roles, or --all-roles.',
  sendNeedsYes: 'Nobody is here to confirm. Add --yes to send without asking.',
  chosen: (people: number) => `Chosen: ${count(people, 'person', 'people')}.`,
  skipped: (reason: SkippedRole['reason'], roles: number, names: readonly string[], more: number) => {
    const who = more > 0 ? `${names.join(', ')} and ${counts.format(more)} more` : names.join(', ');
    switch (reason) {
      case 'held-already':
        return `As it is: ${count(roles, 'role')} held already (${who}).`;
      case 'not-held':
        return `As it is: ${count(roles, 'role')} not held (${who}).`;
      case 'role-inherited':
        return `Stays: ${count(roles, 'role')} inherited from an agreement (${who}).`;
      case 'assignment-in-progress':
        return `Left out: ${count(roles, 'role')} of people whose last change is still being applied (${who}). Repeat the command later.`;
    }
  },
  askSend: (action: 'resend' | 'reset', people: number) =>
    action === 'resend'
      ? `Send the invitations of ${count(people, 'person', 'people')} again? [y/N] `
      : `Send new invitations to ${count(people, 'person', 'people')}; earlier links stop working? [y/N] `,
  nothingSent: 'Nothing was sent.',
  sentAgain: (sent: number, people: number) =>
    `Sent to ${counts.format(sent)} of ${count(people, 'person', 'people')}.`,
  sendOutcomes: {
    sent: 'sent',
    'no-open-invitation': 'has no invitation waiting',
    'too-soon': 'was mailed within the last minute',
    expired: 'has an invitation that expired: reset it',
  },

  // Export
  exported: (file: string, bytes: number) => `Exported to ${file} (${count(bytes, 'byte')}).`,
  unwritable: (file: string, reason: string) => `${file} cannot be written: ${reason}`,
  exportCut: 'The export broke off before its end',
  exportAgain: 'What came is not whole: repeat the command.',

  // Changes and undo
  noChanges: 'There are no such changes on the license IDs that you administer.',
  earlierChanges: (shown: number) =>
    `The newest ${counts.format(shown)}. There are earlier ones: --limit NUMBER.`,
  changedInAll: (change: {
    readonly added: number;
    readonly removed: number;
    readonly rescheduled: number;
    readonly people: number;
    readonly licenseIds: number;
  }) => {
    const { added, removed, rescheduled, people, licenseIds } = change;
    const parts = [
      added > 0 ? `+${counts.format(added)}` : '',
      removed > 0 ? `-${counts.format(removed)}` : '',
      rescheduled > 0 ? `~${counts.format(rescheduled)}` : '',
    ].filter((part) => part !== '');
    const where = `${count(people, 'person', 'people')}, ${count(licenseIds, 'license ID')}`;
    return parts.length === 0 ? 'no roles' : `${parts.join(' ')} for ${where}`;
  },
  undoable: (isPossible: boolean, isUndone: boolean) =>
    isUndone ? 'undone' : isPossible ? 'possible' : 'no',
  undoing: (at: string, actor: string) => `The change of ${at} by ${actor}:`,
  askUndo: 'Take this back? [y/N] ',
  undoNeedsYes: 'Nobody is here to confirm. Add --yes to undo without asking.',
  nothingUndone: 'Nothing was undone.',
  undone: (id: string, cancelled: number, planned: number) => {
    const mails =
      planned > 0
        ? cancelled > 0
          ? ` ${count(cancelled, 'other e-mail')} never went out.`
          : ''
        : cancelled > 0
          ? ' No e-mails were sent.'
          : ' No e-mails go out.';
    return `Undone (change ${id}).${mails}`;
  },

  // Ledger
  ledgerWhole: (head: string, disclosuresHead: string | null) =>
    disclosuresHead === null
      ? `The ledger is whole. Its head is ${head}.`
      : `The ledger is whole. Its head is ${head}, that of disclosures ${disclosuresHead}.`,
  noEntries: 'There are no entries.',
  ledgerBroken: 'The ledger is broken. Tell the publisher.',

  // Refusals
  licenseIds: (ids: readonly string[]) => `License IDs: ${ids.join(', ')}`,
  request: (id: string) => `Request: ${id}`,
  retryAfter: (seconds: number) => `Try again in ${count(seconds, 'second')}.`,
  unexpected: 'Something unexpected went wrong in vl itself',
} as const;

/** What to do about a refusal, where the command line knows more than the server. */
export const hints: Readonly<Partial<Record<ProblemId, string>>> = {
  'not-signed-in': 'Sign in again with `vl login`, or set VL_TOKEN to another token.',
  'organization-required': 'Add --organization NUMBER, or set VL_ORGANIZATION; `vl me` lists yours.',
  'stale-version': 'Somebody changed it in the meantime. Look again, then repeat the command.',
};

export const nameHint = 'Add --name "Full Name": the person is new.';
export const rolesHint = (roles: readonly string[]) => `Roles that you may give: ${roles.join(', ')}.`;
export const columns = {
  licenseId: 'License ID',
  name: 'Name',
  program: 'Program',
  ends: 'Ends',
  starts: 'Starts',
  status: 'Status',
  yourRoles: 'Your roles',
  administrators: 'Administrators',
  displayName: 'Display name',
  signInEmail: 'Sign-in email',
  businessEmail: 'Business email',
  roles: 'Volume licensing roles',
  role: 'Role',
  origin: 'Origin',
  event: 'Event',
  when: 'When',
  change: 'Change',
  kind: 'Kind',
  by: 'By',
  what: 'What',
  undo: 'Undo',
  resellerOrderNumber: 'Reseller order number',
  customerOrderNumber: 'Customer order number',
  orderedOn: 'Ordered on',
  usageStartDate: 'Usage start date',
  reseller: 'Reseller',
  lines: 'Lines',
  partNumber: 'Part number',
  product: 'Product',
  quantity: 'Quantity',
  country: 'Country',
  downloadNumber: 'Download number',
  version: 'Version',
  language: 'Language',
  architecture: 'Architecture',
  fileType: 'File type',
  size: 'Size',
  subscription: 'Subscription',
  assigned: 'Assigned',
  renewsOrEnds: 'Renews or ends on',
  autoRenew: 'Auto-renew',
  requested: 'Asked for',
  key: 'Key',
  keyNumber: 'Key number',
  keyType: 'Type',
  activations: 'Activations',
  keys: 'Keys',
  licenseIds: 'License IDs',
  seats: 'Seats',
  reservableFor: 'Can be reserved for',
  reservation: 'Reservation',
  usageDate: 'Usage date',
  cancelableUntil: 'Can be canceled until',
  lastFive: 'Last five',
  offerNumber: 'Offer number',
} as const;

/** @source M2 */
export const statusNames = {
  active: 'Active',
  'assignment-in-progress': 'Assignment in Progress',
  failed: 'Failed',
  'invitation-sent': 'Invitation sent',
  'invitation-expired': 'Invitation expired',
  'user-not-found': 'User not found',
} as const;
