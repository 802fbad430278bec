/** Texts about what was saved just now, and about taking changes back. */
export const undoMessages = {
  'undo.undo': 'Undo',
  'undo.undoOf': 'Undo the change of {date}',
  'undo.saved': 'Assignments saved',
  'undo.saved.nothing': 'Nothing to save: these roles are held already',
  'undo.saved.emails':
    '{count, plural, one {# email goes} other {# emails go}} out {seconds, plural, =0 {now} one {in # second} other {in # seconds}}.',
  'undo.saved.noEmails': 'No emails go out.',
  'undo.done': 'Undone',
  'undo.done.noEmails': 'No emails were sent.',
  'undo.done.someEmails':
    '{cancelled, plural, one {# email was} other {# emails were}} never sent; {count, plural, one {# other goes} other {# others go}} out {seconds, plural, =0 {now} one {in # second} other {in # seconds}}.',
  'undo.failed': 'Not undone',
  'undo.failed.already': 'Somebody undid it before.',
  'undo.failed.since': 'Something changed since on {licenseIds}. Look at what is there now, and change that.',
  'undo.failed.last': '{licenseIds} would have no administrator. Name another one first.',
  'undo.failed.inProgress': 'A change is being applied. Try again when it has ended, usually within seconds.',
  'undo.failed.notYours': 'It touches more than you administer now.',
  'undo.failed.noAnswer':
    'The server did not answer, so it may be undone or not. Trying again does nothing twice.',
  'undo.tryAgain': 'Try again',
  'undo.show': 'Show the change',
} as const;
