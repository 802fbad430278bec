/** Texts of Verify and save. */
export const verifyMessages = {
  'verify.heading': 'What will change',
  'verify.list': 'Changes by person and license ID',
  'verify.showUnchanged': 'Show unchanged roles',
  'verify.checking': 'Checking {pairs, plural, one {# assignment} other {# assignments}}',
  'verify.failed': 'The changes could not be checked',
  'verify.back': 'Back',
  'verify.backToDraft': 'Back to the draft',
  'verify.edit': 'Edit',
  'verify.editPerson': 'Edit {name}',

  'verify.empty.title': 'There is no draft to verify',
  'verify.empty.body': 'Add people, contracts and roles first.',
  'verify.empty.action': 'Assign users to contracts',
  'verify.gap.title': 'This draft is not ready to verify',

  'verify.mail.invitation': 'Gets an invitation at {to}',
  'verify.mail.permission-change': 'Gets a permission-change email',
  'verify.mail.permission-changeAt': 'Gets a permission-change email at {to}',
  'verify.mail.none': 'Gets no email',
  'verify.mail.newBusinessEmail': 'Business email becomes {businessEmail}',
  'verify.noChange': 'No change',
  'verify.noChangeHere': 'No role changes',

  'verify.summary': 'Summary',
  'verify.summary.added': 'Roles added',
  'verify.summary.removed': 'Roles removed',
  'verify.summary.people': 'People',
  'verify.summary.emails': 'Emails',
  'verify.summary.when': 'Live as soon as you save, or when the person registers.',

  'verify.emails': 'Emails',
  'verify.emails.none': 'This change sends no email.',
  'verify.emails.invitation': 'Invitation to {to}',
  'verify.emails.permission-change': 'Permission change to {to}',
  'verify.emails.more': '{count, plural, one {# more email} other {# more emails}}, named beside each person',

  'verify.checks': 'Checks',
  'verify.checks.none': 'No problems found',
  'verify.level.blocking': 'Blocks saving',
  'verify.level.warning': 'Warning',
  'verify.level.information': 'Note',
  'verify.level.good': 'Good',
  'verify.check.last-administrator': '{licenseIds} would be left without an administrator',
  'verify.check.last-administrator.body':
    'Keep one, or name another who has registered. Who is only invited does not count.',
  'verify.check.role-inherited':
    '{people} {count, plural, one {inherits} other {inherit}} a role on {licenseIds}',
  'verify.check.role-inherited.body': 'Only they can give it up, in Preferences. Take it out of the draft.',
  'verify.check.assignment-in-progress': 'An earlier change for {people} is still being applied',
  'verify.check.assignment-in-progress.body':
    'It usually takes seconds. Check again then, or save only what takes roles away: that needs no wait.',
  'verify.check.drops-to-one-administrator':
    '{licenseIds} {count, plural, one {drops} other {drop}} to one administrator',
  'verify.check.drops-to-one-administrator.body': 'Name at least one alternate for each license ID.',
  'verify.check.administrator-pending':
    '{people} {count, plural, one {administers} other {administer}} {licenseIds} after registering',
  'verify.check.administrator-pending.body': 'Until then nobody may step down in their favor.',
  'verify.check.gains-second-administrator':
    '{licenseIds} {count, plural, one {gets} other {get}} a second administrator',
  'verify.check.gains-second-administrator.body':
    'This clears {count, plural, one {one single-administrator risk} other {# single-administrator risks}}.',
  'verify.check.keep': 'Keep {name} as administrator of {licenseId}',

  'verify.reason': 'Reason (optional)',
  'verify.reason.hint': 'Kept with the change, at most 500 characters. The people are not told.',

  'verify.bar.hold':
    '{count, plural, =0 {This change sends no email.} one {The email waits {seconds, plural, one {# second} other {# seconds}} after you save.} other {Emails wait {seconds, plural, one {# second} other {# seconds}} after you save.}}',
  'verify.bar.saving': 'Saving {count, plural, one {# role change} other {# role changes}}',
  'verify.save': 'Save {count, plural, one {# role change} other {# role changes}}',
  'verify.saveBusinessEmails': 'Save {count, plural, one {# business email} other {# business emails}}',
  'verify.save.again': 'Try again',
  'verify.nothing': 'Nothing would change: everybody has these roles already.',
  'verify.blocked': 'Saving is blocked: {check}.',
  'verify.checkingAgain': 'The changes are being checked.',

  'verify.stale.title': 'Somebody changed this while you were editing.',
  'verify.stale.by': '{actor} changed {licenseIds} for {name}.',
  'verify.stale.person': '{name} was changed.',
  'verify.stale.more': 'So {count, plural, one {was # other person} other {were # other people}}.',
  'verify.stale.body': 'Read again: your wishes are kept and checked against what is there now.',
  'verify.stale.first': 'Read again before you save.',
  'verify.stale.readAgain': 'Read again',
  'verify.stale.done':
    'Read again. Your wishes are kept; the list below compares them with what is there now.',
  'verify.stale.failed': 'What is there now could not be read. The draft is kept.',

  'verify.problem.kept': 'Nothing was saved. The draft is kept.',
  'verify.problem.unavailable': 'The server is not available for the moment.',
  'verify.problem.unknown':
    'No answer came, so it is not known whether it was saved. Trying again cannot save it twice.',
  'verify.problem.last-administrator':
    'Somebody else changed the administrators meanwhile: {licenseIds} would have none left.',
  'verify.problem.assignment-in-progress':
    'An earlier change is still being applied for somebody in it. That usually takes seconds.',
  'verify.problem.licenseIds': 'You no longer administer {licenseIds}.',
  'verify.problem.removeLicenseIds': 'Remove {count, plural, one {it} other {them}} from the draft',
} as const;
