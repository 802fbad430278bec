/** Texts of changing many people at once: what to change, what it does, and what came of it. */
export const bulkMessages = {
  'bulk.add.title': 'Add roles to {count, plural, one {# person} other {# people}}',
  'bulk.remove.title': 'Remove roles from {count, plural, one {# person} other {# people}}',
  'bulk.people.title': 'Remove {count, plural, one {# person} other {# people}}',
  'bulk.all': 'Everybody who matches the filters of the list.',

  'bulk.roles': 'Roles',
  'bulk.roles.failed': 'The roles could not be loaded',
  'bulk.role.where': '{about} Only on {licenseIds}.',

  'bulk.where': 'License IDs',
  'bulk.where.everywhere': 'On every license ID that you administer',
  'bulk.where.chosen': 'On chosen license IDs',
  'bulk.licenses.search': 'Search license IDs',
  'bulk.licenses.count':
    '{shown, plural, one {# license ID} other {# license IDs}}, {selected, number} selected',
  'bulk.licenses.clear': 'Clear selection',
  'bulk.licenses.none': 'No license ID matches',
  'bulk.licenses.failed': 'Your license IDs could not be loaded',
  'bulk.licenses.column': 'License ID',
  'bulk.licenses.contract': 'Contract',

  'bulk.review': 'Review changes',
  'bulk.review.roles': 'Choose a role first.',
  'bulk.review.licenses': 'Choose a license ID first.',
  'bulk.back': 'Back',
  'bulk.checking': 'Working out what would change for {count, plural, one {# person} other {# people}}',
  'bulk.failed': 'What would change could not be worked out',
  'bulk.safe': 'Nothing was changed.',

  'bulk.summary': 'Summary',
  'bulk.summary.added': 'Roles added',
  'bulk.summary.removed': 'Roles removed',
  'bulk.summary.people': 'People',
  'bulk.summary.licenses': 'License IDs',
  'bulk.summary.emails': 'Emails',
  'bulk.hold':
    '{count, plural, =0 {This change sends no email.} one {The email waits {seconds, plural, one {# second} other {# seconds}} after you save.} other {Emails wait {seconds, plural, one {# second} other {# seconds}} after you save.}}',
  'bulk.checks': 'Checks',
  'bulk.changes': 'What will change',
  'bulk.mail.invitation': 'Gets an invitation at {to}',
  'bulk.mail.permission-change': 'Gets a permission-change email at {to}',
  'bulk.mail.none': 'Gets no email',
  'bulk.morePeople': '{count, plural, one {# other} other {# others}}',
  'bulk.nothing': 'Nothing would change.',
  'bulk.blocked': 'Saving is blocked. See Checks.',

  'bulk.skipped': 'Left as they are',
  'bulk.skipped.role-inherited':
    '{count, plural, one {# role is} other {# roles are}} inherited. Only their holder can give them up, in Preferences.',
  'bulk.skipped.assignment-in-progress':
    '{count, plural, one {# role waits} other {# roles wait}} until an earlier change is applied. Add {count, plural, one {it} other {them}} then.',
  'bulk.skipped.not-held': '{count, plural, one {# role is} other {# roles are}} not held.',
  'bulk.skipped.held-already': '{count, plural, one {# role is} other {# roles are}} held already.',
  'bulk.skipped.row': '{name}: {role} on {licenseId}',

  'bulk.reason': 'Reason (optional)',
  'bulk.reason.hint': 'Kept with the change, at most 500 characters. The people are not told.',
  'bulk.add.confirm':
    'Add {roles, plural, one {# role} other {# roles}} to {people, plural, one {# person} other {# people}}',
  'bulk.remove.confirm':
    'Remove {roles, plural, one {# role} other {# roles}} from {people, plural, one {# person} other {# people}}',
  'bulk.people.confirm': 'Remove {people, plural, one {# person} other {# people}}',
  'bulk.saving': 'Saving {count, plural, one {# role change} other {# role changes}}',
  'bulk.saving.long': 'Large changes take some seconds. Leave this open.',

  'bulk.notSaved': 'Nothing was saved.',
  'bulk.notAnswered':
    'No answer came, so it is not known whether it was saved. Trying again cannot save it twice.',
  'bulk.problem.last-administrator': '{licenseIds} would be left without an administrator.',
  'bulk.problem.assignment-in-progress':
    'An earlier change is still being applied for somebody in it. That usually takes seconds.',
  'bulk.problem.gone': 'Somebody you selected is not on your license IDs any more.',
  'bulk.problem.licenseIds': 'You no longer administer {licenseIds}.',
  'bulk.number.changed': 'The number of people changed',
  'bulk.number.changed.body':
    '{before, number} matched when you selected them, {now, plural, one {# matches} other {# match}} now. Look at what changes for them before you save.',
  'bulk.number.changed.unknown':
    'It is no longer {before, number} who match. Read again, and look at what changes.',
  'bulk.number.again': 'Read again',

  'bulk.removed': '{count, plural, one {# person} other {# people}} removed',

  'bulk.resend.title': 'Resend invites to {count, plural, one {# person} other {# people}}',
  'bulk.resend.about':
    'Whoever waits for an invitation gets it again: same link, same expiry. Nobody else gets an email.',
  'bulk.resend.confirm': 'Resend to {count, plural, one {# person} other {# people}}',
  'bulk.reset.title': 'Reset invites of {count, plural, one {# person} other {# people}}',
  'bulk.reset.about':
    'Whoever waits for an invitation gets a new one: new link, new expiry. Earlier links stop working. Nobody else gets an email.',
  'bulk.reset.confirm': 'Reset for {count, plural, one {# person} other {# people}}',
  'bulk.sending': 'Sending',
  'bulk.sent':
    '{count, plural, =0 {No invitation was sent} one {# invitation sent} other {# invitations sent}}',
  'bulk.sent.hold':
    '{count, plural, one {It goes out} other {They go out}} in {seconds, plural, one {# second} other {# seconds}}.',
  'bulk.sent.of': 'To {sent, number} of {count, plural, one {# person} other {# people}}.',
  'bulk.outcomes': 'What became of each',
  'bulk.outcome.sent': 'Sent',
  'bulk.outcome.no-open-invitation': 'Waits for none',
  'bulk.outcome.too-soon': 'Sent within the last minute',
  'bulk.outcome.expired': 'Expired: reset it instead',
  'bulk.outcome.resetExpired':
    '{count, plural, one {Reset # expired invite} other {Reset # expired invites}}',
  'bulk.notSent': 'No invitation was sent.',
} as const;
