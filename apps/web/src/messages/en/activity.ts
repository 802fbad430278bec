/** Texts of Activity: what was changed by whom, one change in full, and taking it back. */
export const activityMessages = {
  'activity.title': 'Activity',
  'activity.list': 'Changes',
  'activity.today': 'Today',
  'activity.yesterday': 'Yesterday',
  'activity.shown':
    '{count, plural, =0 {No changes} one {# change} other {# changes}}{more, select, yes { so far} other {}}',
  'activity.more': 'Show earlier changes',
  'activity.error': 'Activity could not be loaded',
  'activity.stale': 'What is shown may be out of date: it could not be read anew.',
  'activity.empty': 'No changes yet',
  'activity.empty.body': 'Each change of roles on the license IDs that you administer appears here.',
  'activity.noMatch': 'No change matches these filters',
  'activity.clear': 'Clear filters',
  'activity.filters': 'Filters',
  'activity.filter.kind': 'Kind',
  'activity.filter.somebody': 'One person',
  'activity.kind.assignment': 'Assignment',
  'activity.kind.undo': 'Undo',
  'activity.kind.set-up': 'Contract set-up',
  'activity.kind.registration': 'Registration',
  'activity.kind.contact-change': 'Contact change',
  'activity.kind.given-up': 'Given up',
  'activity.kind.import': 'Import',
  'activity.undone': 'Undone',
  'activity.inProgress': 'Being applied',
  'activity.failed': '{count, plural, one {# person} other {# people}} failed',
  'activity.held':
    '{count, plural, one {# email has} other {# emails have}} not gone out: Undo in time sends none',
  'activity.details': 'Details',
  'activity.detailsOf': 'Details of the change of {date}',
  'activity.reason': 'Reason: {reason}',

  'activity.change': 'Change of {date}',
  'activity.change.error': 'The change could not be loaded',
  'activity.change.notFound': 'There is no such change',
  'activity.change.notFound.body': 'It does not exist, or it touches no license ID that you administer now.',
  'activity.change.back': 'Back to Activity',
  'activity.change.facts': 'About this change',
  'activity.change.by': 'By',
  'activity.change.when': 'When',
  'activity.change.kind': 'Kind',
  'activity.change.reason': 'Reason',
  'activity.change.emails': 'Emails',
  'activity.change.emails.held': '{count, plural, one {# email goes} other {# emails go}} out at {time}',
  'activity.change.emails.kept': '{count, plural, one {# email has} other {# emails have}} not gone out',
  'activity.change.undoes': 'It undid an earlier change.',
  'activity.change.undoes.show': 'Show that change',
  'activity.change.undoneBy': 'This change was undone.',
  'activity.change.undoneBy.show': 'Show what undid it',

  'activity.undo.title': 'Undo',
  'activity.undo.button': 'Undo this change',
  'activity.undo.ends':
    '{count, plural, one {# role that it gave ends} other {# roles that it gave end}}, at once.',
  'activity.undo.restores':
    '{count, plural, one {# role that it took is given back} other {# roles that it took are given back}}, with the dates that it had.',
  'activity.undo.moves':
    '{count, plural, one {# role has} other {# roles have}} the dates again that it had before.',
  'activity.undo.silent':
    '{count, plural, one {# email that has} other {# emails that have}} not gone out never will, and those people hear nothing.',
  'activity.undo.tells': 'Whoever was told of the change is told of the undo by email.',
  'activity.undo.no': 'It cannot be undone.',
  'activity.undo.no.kind': 'Only changes of roles that an administrator made can be undone.',
  'activity.undo.no.undone-already':
    'It was undone already. To have it again, undo the change that undid it.',
  'activity.undo.no.changed-since':
    'A later change touched the same roles. Look at what people hold now, and change that.',
  'activity.undo.no.not-all-yours':
    'It touches more than you administer. Change your own part under Manage assignments.',

  'activity.progress': 'Being applied at other systems',
  'activity.progress.failed':
    '{failed, number} of {count, plural, one {# person} other {# people}} could not be applied.',
  'activity.progress.waiting':
    '{count, plural, one {# person is} other {# people are}} being applied, usually within seconds.',
  'activity.progress.done': '{count, plural, one {Applied for # person.} other {Applied for all # people.}}',
  'activity.progress.csv': 'Save failed rows as CSV',
  'activity.progress.file': 'failed-rows',
  'activity.progress.again': 'Assign again',
  'activity.progress.againOf': 'Assign again for {name}',
  'activity.progress.state.waiting': 'Waiting for {systems}',
  'activity.progress.state.done': 'Applied',
  'activity.progress.state.failed': 'Failed',
  'activity.progress.state.cancelled': 'Cancelled by a later change',

  'activity.difference': 'What changed',
  'activity.difference.scope':
    '{people, plural, one {# person} other {# people}} on {licenseIds, plural, one {# license ID} other {# license IDs}}',
  'activity.difference.none': 'It changed no roles: an email address, for instance.',
  'activity.difference.rescheduled': 'Other dates: {role}',
} as const;
