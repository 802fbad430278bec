export const activityMessages = {
  'activity.title': 'Aktivität',
  'activity.list': 'Änderungen',
  'activity.today': 'Heute',
  'activity.yesterday': 'Gestern',
  'activity.shown':
    '{count, plural, =0 {Keine Änderungen} one {# Änderung} other {# Änderungen}}{more, select, yes { bisher} other {}}',
  'activity.more': 'Frühere Änderungen anzeigen',
  'activity.error': 'Die Aktivität konnte nicht geladen werden',
  'activity.stale': 'Die Anzeige ist möglicherweise veraltet: Sie konnte nicht neu geladen werden.',
  'activity.empty': 'Noch keine Änderungen',
  'activity.empty.body': 'Jede Änderung von Rollen auf den Lizenz-IDs, die Sie verwalten, erscheint hier.',
  'activity.noMatch': 'Keine Änderung entspricht diesen Filtern',
  'activity.clear': 'Filter löschen',
  'activity.filters': 'Filter',
  'activity.filter.kind': 'Art',
  'activity.filter.somebody': 'Eine Person',
  'activity.kind.assignment': 'Zuweisung',
  'activity.kind.undo': 'Rückgängig',
  'activity.kind.set-up': 'Vertragseinrichtung',
  'activity.kind.registration': 'Registrierung',
  'activity.kind.contact-change': 'Kontaktänderung',
  'activity.kind.given-up': 'Abgegeben',
  'activity.kind.import': 'Import',
  'activity.undone': 'Rückgängig gemacht',
  'activity.inProgress': 'Wird angewendet',
  'activity.failed': '{count, plural, one {# Person} other {# Personen}} fehlgeschlagen',
  'activity.held':
    '{count, plural, one {# E-Mail ist} other {# E-Mails sind}} noch nicht versendet: Rechtzeitig rückgängig gemacht, geht keine hinaus',
  'activity.details': 'Details',
  'activity.detailsOf': 'Details der Änderung vom {date}',
  'activity.reason': 'Grund: {reason}',
  'activity.change': 'Änderung vom {date}',
  'activity.change.error': 'Die Änderung konnte nicht geladen werden',
  'activity.change.notFound': 'Diese Änderung gibt es nicht',
  'activity.change.notFound.body':
    'Sie existiert nicht oder betrifft keine Lizenz-ID, die Sie jetzt verwalten.',
  'activity.change.back': 'Zurück zur Aktivität',
  'activity.change.facts': 'Zu dieser Änderung',
  'activity.change.by': 'Von',
  'activity.change.when': 'Wann',
  'activity.change.kind': 'Art',
  'activity.change.reason': 'Grund',
  'activity.change.emails': 'E-Mails',
  'activity.change.emails.held':
    '{count, plural, one {# E-Mail wird} other {# E-Mails werden}} um {time} versendet',
  'activity.change.emails.kept':
    '{count, plural, one {# E-Mail ist} other {# E-Mails sind}} noch nicht versendet',
  'activity.change.undoes': 'Sie hat eine frühere Änderung rückgängig gemacht.',
  'activity.change.undoes.show': 'Diese Änderung anzeigen',
  'activity.change.undoneBy': 'Diese Änderung wurde rückgängig gemacht.',
  'activity.change.undoneBy.show': 'Anzeigen, wodurch',
  'activity.undo.title': 'Rückgängig machen',
  'activity.undo.button': 'Diese Änderung rückgängig machen',
  'activity.undo.ends':
    '{count, plural, one {# vergebene Rolle endet} other {# vergebene Rollen enden}} sofort.',
  'activity.undo.restores':
    '{count, plural, one {# entzogene Rolle wird} other {# entzogene Rollen werden}} mit dem früheren Zeitraum zurückgegeben.',
  'activity.undo.moves':
    '{count, plural, one {# Rolle erhält} other {# Rollen erhalten}} wieder den früheren Zeitraum.',
  'activity.undo.silent':
    '{count, plural, one {# noch nicht versendete E-Mail wird} other {# noch nicht versendete E-Mails werden}} nie versendet, und diese Personen erfahren nichts.',
  'activity.undo.tells':
    'Wer über die Änderung informiert wurde, wird per E-Mail auch über die Rücknahme informiert.',
  'activity.undo.no': 'Sie kann nicht rückgängig gemacht werden.',
  'activity.undo.no.kind': 'Nur Rollenänderungen eines Administrators können rückgängig gemacht werden.',
  'activity.undo.no.undone-already':
    'Das ist bereits geschehen. Um sie wiederherzustellen, machen Sie die Rücknahme rückgängig.',
  'activity.undo.no.changed-since':
    'Eine spätere Änderung betraf dieselben Rollen. Prüfen Sie den jetzigen Stand, und ändern Sie diesen.',
  'activity.undo.no.not-all-yours':
    'Sie betrifft mehr, als Sie verwalten. Ändern Sie Ihren Teil unter „Zuweisungen verwalten“.',
  'activity.progress': 'Anwendung in anderen Systemen',
  'activity.progress.failed':
    'Bei {failed, number} von {count, plural, one {# Person} other {# Personen}} ist die Anwendung fehlgeschlagen.',
  'activity.progress.waiting':
    'Für {count, plural, one {# Person} other {# Personen}} wird noch angewendet, meist nur einige Sekunden.',
  'activity.progress.done':
    '{count, plural, one {Für # Person angewendet.} other {Für alle # Personen angewendet.}}',
  'activity.progress.csv': 'Fehlgeschlagene Zeilen als CSV speichern',
  'activity.progress.file': 'fehlgeschlagene-zeilen',
  'activity.progress.again': 'Erneut zuweisen',
  'activity.progress.againOf': '{name} erneut zuweisen',
  'activity.progress.state.waiting': 'Wartet auf {systems}',
  'activity.progress.state.done': 'Angewendet',
  'activity.progress.state.failed': 'Fehlgeschlagen',
  'activity.progress.state.cancelled': 'Durch eine spätere Änderung abgebrochen',
  'activity.difference': 'Was sich geändert hat',
  'activity.difference.scope':
    '{people, plural, one {# Person} other {# Personen}} auf {licenseIds, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}',
  'activity.difference.none': 'Es wurden keine Rollen geändert, sondern zum Beispiel eine E-Mail-Adresse.',
  'activity.difference.rescheduled': 'Anderer Zeitraum: {role}',
} as const;
