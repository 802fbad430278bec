export const undoMessages = {
  'undo.undo': 'Rückgängig machen',
  'undo.undoOf': 'Änderung vom {date} rückgängig machen',
  'undo.saved': 'Zuweisungen gespeichert',
  'undo.saved.nothing': 'Nichts zu speichern: Diese Rollen bestehen bereits',
  'undo.saved.emails':
    '{count, plural, one {# E-Mail wird} other {# E-Mails werden}} {seconds, plural, =0 {jetzt} one {in # Sekunde} other {in # Sekunden}} versendet.',
  'undo.saved.noEmails': 'Es werden keine E-Mails versendet.',
  'undo.done': 'Rückgängig gemacht',
  'undo.done.noEmails': 'Es wurden keine E-Mails versendet.',
  'undo.done.someEmails':
    '{cancelled, plural, one {# E-Mail wurde} other {# E-Mails wurden}} nicht versendet; {count, plural, one {# weitere wird} other {# weitere werden}} {seconds, plural, =0 {jetzt} one {in # Sekunde} other {in # Sekunden}} versendet.',
  'undo.failed': 'Nicht rückgängig gemacht',
  'undo.failed.already': 'Die Änderung wurde bereits rückgängig gemacht.',
  'undo.failed.since':
    'Auf {licenseIds} hat sich seither etwas geändert. Prüfen Sie den jetzigen Stand, und ändern Sie diesen.',
  'undo.failed.last': '{licenseIds} hätte keinen Administrator mehr. Benennen Sie zuerst einen anderen.',
  'undo.failed.inProgress':
    'Eine Änderung wird gerade angewendet. Versuchen Sie es danach noch einmal, meist nach wenigen Sekunden.',
  'undo.failed.notYours': 'Die Änderung betrifft mehr, als Sie jetzt verwalten.',
  'undo.failed.noAnswer': 'Der Server hat nicht geantwortet. Ein weiterer Versuch führt nichts doppelt aus.',
  'undo.tryAgain': 'Noch einmal versuchen',
  'undo.show': 'Änderung anzeigen',
} as const;
