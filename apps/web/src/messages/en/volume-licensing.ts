/** Texts of Your products, Volume licensing: what needs the person today, or what they hold. */
export const volumeLicensingMessages = {
  'overview.billing': 'Billing',
  'overview.sole.title':
    'You are the only administrator on {count, plural, one {# license ID} other {# license IDs}}',
  'overview.sole.title.all': 'You are the only administrator',
  'overview.sole.body':
    'If you are away, nobody else can assign roles, register licenses or recover access. Add an alternate to each one.',
  'overview.sole.body.one':
    'If you are away, nobody else can assign roles, register licenses or recover access. Adding an alternate takes a minute.',
  'overview.sole.add': '{count, plural, one {Add a second admin} other {Add second admins}}',
  'overview.sole.list': 'License IDs with one administrator',
  'overview.sole.suggested': 'Suggested: {name}',
  'overview.sole.noSuggestion': 'Nobody else holds a role yet',
  'overview.sole.noneActive': 'Nobody active to suggest yet',
  'overview.sole.people': '{count, plural, one {# person relies on it} other {# people rely on it}}',
  'overview.sole.peopleOf': 'People on {name}, license ID {licenseId}',
  'overview.sole.more': 'Show {count, number} more',
  'overview.clear': 'Every license ID has at least two administrators.',
  'overview.clear.one': 'Your license ID has at least two administrators.',

  'overview.roles': 'Role assignments',
  'overview.scope':
    '{people, plural, one {# person} other {# people}} across {licenseIds, plural, one {# license ID} other {# license IDs}}',
  'overview.assign': 'Assign users to contracts',
  'overview.assign.about': 'Add people and give them roles',
  'overview.manage': 'Manage role assignments',
  'overview.manage.about': 'See or change who can do what',
  'overview.count.invitation-sent': '{count, plural, one {Invitation pending} other {Invitations pending}}',
  'overview.count.invitation-expired':
    '{count, plural, one {Invitation expired} other {Invitations expired}}',
  'overview.count.assignment-in-progress':
    '{count, plural, one {Assignment in progress} other {Assignments in progress}}',
  'overview.count.failed': '{count, plural, one {Assignment failed} other {Assignments failed}}',
  'overview.count.user-not-found': 'Not in directory',
} as const;
