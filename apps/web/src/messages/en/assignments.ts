/** Texts of Manage assignments: the list, what can be done about a row, and removing a person. */
export const assignmentMessages = {
  'assignments.assign': 'Assign users',
  'assignments.assign.short': 'Assign',
  'assignments.list': 'People',
  'assignments.search': 'Search name or email',
  'assignments.filter.status': 'Status',
  'assignments.filter.role': 'Role',
  'assignments.filter.license': 'License ID',
  'assignments.filter.license.search': 'Search license IDs',
  'assignments.filter.license.none': 'You administer no such license ID',
  'assignments.filters.title': 'Filter people',
  'assignments.filters.show': 'Show {count, plural, one {# person} other {# people}}',
  'assignments.count': '{count, plural, one {# person} other {# people}}',
  'assignments.count.of': '{count, number} of {total, plural, one {# person} other {# people}}',
  'assignments.error': 'The list of people could not be loaded',
  'assignments.error.refresh': 'The list could not be brought up to date.',
  'assignments.empty.filtered': 'No one matches these filters',
  'assignments.empty.filtered.body':
    'Try part of a name, or clear the filters to see {total, plural, one {the one person} other {all # people}}.',
  'assignments.empty.filtered.clear': 'Clear filters',
  'assignments.empty.good': 'Nothing needs attention',
  'assignments.empty.first': 'No one has a role yet',
  'assignments.empty.first.body': 'Assign users to contracts, and they appear here with their status.',

  'assignments.column.name': 'Display name',
  'assignments.column.status': 'Status',
  'assignments.column.actions': 'Actions',
  'assignments.column.more': 'More actions',
  'assignments.column.signInEmail': 'Sign-in email',
  'assignments.column.businessEmail': 'Business email',
  'assignments.column.roles': 'Volume licensing roles',
  'assignments.column.roles.short': 'Roles',
  'assignments.sameAsSignIn': 'Same as sign-in',
  'assignments.you': 'You',

  'assignments.viewAccess': 'View access',
  'assignments.viewAccessOf': 'View access of {name}',
  'assignments.moreFor': 'More actions for {name}',
  'assignments.resend': 'Resend invite',
  'assignments.resend.about': 'Same link, same expiry',
  'assignments.reset': 'Reset invite',
  'assignments.reset.about': 'New link, earlier links stop working',
  'assignments.assignAgain': 'Assign again',
  'assignments.assignAgain.about': 'The same roles, to verify and save',
  'assignments.remove': 'Remove person',

  'assignments.resent': 'Invitation to {name} sent again',
  'assignments.resent.body': 'The link they have stays good until {date}.',
  'assignments.wasReset': 'Invitation to {name} reset',
  'assignments.wasReset.body': 'A new link is good until {date}. Earlier links no longer work.',
  'assignments.heldMail':
    '{seconds, plural, =0 {} one {The email goes out in # second.} other {The email goes out in # seconds.}}',
  'assignments.notSent': 'The invitation to {name} was not sent',
  'assignments.notSent.tooSoon':
    'The last one went out within the last minute. Give it time to arrive, then resend.',
  'assignments.notSent.none': 'Nothing waits any more: it was registered or withdrawn.',
  'assignments.notSent.expired': 'The invitation was not accepted in time. Reset it to send a new one.',
  'assignments.notSent.gone': '{name} holds nothing on your license IDs any more.',
  'assignments.notAnswered': 'The server did not answer. Check your connection, then try again.',

  'assignments.remove.title': 'Remove {name}?',
  'assignments.remove.title.you': 'Remove yourself?',
  'assignments.remove.loses':
    'They lose access to {count, plural, one {# license ID} other {# license IDs}} and leave this list.',
  'assignments.remove.loses.you':
    'You lose access to {count, plural, one {# license ID} other {# license IDs}} and leave this list.',
  'assignments.remove.you.manage': 'What you administer is managed by its other administrators from then on.',
  'assignments.remove.inherits':
    'They lose what was assigned on {count, plural, one {# license ID} other {# license IDs}} and stay listed with what they inherit.',
  'assignments.remove.inherits.you':
    'You lose what was assigned on {count, plural, one {# license ID} other {# license IDs}} and stay listed with what you inherit.',
  'assignments.remove.gone':
    'They are not in your directory. What they hold on {count, plural, one {# license ID} other {# license IDs}} ends, inherited or not, and they leave this list.',
  'assignments.remove.told': 'An email to {email} says so.',
  'assignments.remove.pending': 'Their invitation is withdrawn, and its link stops working.',
  'assignments.remove.confirm': 'Remove person',
  'assignments.remove.confirm.you': 'Remove myself',
  'assignments.removed': '{name} removed',
  'assignments.removed.body': 'They no longer have access to your license IDs.',
  'assignments.removed.you': 'You are removed',
  'assignments.removed.you.body': 'You no longer have access to the license IDs that you administered.',
  'assignments.remove.last':
    '{name} is the last registered administrator of {licenseIds}. Name another administrator there first.',
  'assignments.remove.last.you':
    'You are the last registered administrator of {licenseIds}. Name another administrator there first.',
  'assignments.remove.stale': '{name} changed meanwhile. Look again at what they lose, then remove them.',
  'assignments.remove.failed': 'Nothing was removed.',
} as const;
