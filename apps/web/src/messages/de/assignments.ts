import type { Translation } from '../translation.ts';

export const assignmentMessages: Translation = {
  'assignments.assign': 'Benutzer zuweisen',
  'assignments.assign.short': 'Zuweisen',
  'assignments.list': 'Personen',
  'assignments.search': 'Name oder E-Mail suchen',
  'assignments.filter.status': 'Status',
  'assignments.filter.role': 'Rolle',
  'assignments.filter.license': 'Lizenz-ID',
  'assignments.filter.license.search': 'Lizenz-IDs suchen',
  'assignments.filter.license.none': 'Sie verwalten keine solche Lizenz-ID',
  'assignments.filters.title': 'Personen filtern',
  'assignments.filters.show': '{count, plural, one {# Person} other {# Personen}} anzeigen',
  'assignments.count': '{count, plural, one {# Person} other {# Personen}}',
  'assignments.count.of': '{count, number} von {total, plural, one {# Person} other {# Personen}}',
  'assignments.error': 'Die Liste der Personen konnte nicht geladen werden',
  'assignments.error.refresh': 'Die Liste konnte nicht aktualisiert werden.',
  'assignments.empty.filtered': 'Niemand entspricht diesen Filtern',
  'assignments.empty.filtered.body':
    'Versuchen Sie es mit einem Teil des Namens, oder löschen Sie die Filter, um {total, plural, one {die eine Person} other {alle # Personen}} zu sehen.',
  'assignments.empty.filtered.clear': 'Filter löschen',
  'assignments.empty.good': 'Nichts erfordert Aufmerksamkeit',
  'assignments.empty.first': 'Noch hat niemand eine Rolle',
  'assignments.empty.first.body':
    'Weisen Sie Benutzer Verträgen zu, und sie erscheinen hier mit ihrem Status.',

  'assignments.column.name': 'Anzeigename',
  'assignments.column.status': 'Status',
  'assignments.column.actions': 'Aktionen',
  'assignments.column.more': 'Weitere Aktionen',
  'assignments.column.signInEmail': 'Anmelde-E-Mail',
  'assignments.column.businessEmail': 'Geschäftliche E-Mail',
  'assignments.column.roles': 'Rollen in der Volumenlizenzierung',
  'assignments.column.roles.short': 'Rollen',
  'assignments.sameAsSignIn': 'Wie Anmeldung',
  'assignments.you': 'Sie',

  'assignments.viewAccess': 'Zugriff',
  'assignments.viewAccessOf': 'Zugriff von {name} anzeigen',
  'assignments.moreFor': 'Weitere Aktionen für {name}',
  'assignments.resend': 'Einladung erneut senden',
  'assignments.resend.about': 'Gleicher Link, gleiche Gültigkeit',
  'assignments.reset': 'Einladung zurücksetzen',
  'assignments.reset.about': 'Neuer Link, frühere Links werden ungültig',
  'assignments.assignAgain': 'Erneut zuweisen',
  'assignments.assignAgain.about': 'Dieselben Rollen, zum Prüfen und Speichern',
  'assignments.remove': 'Person entfernen',

  'assignments.resent': 'Einladung an {name} erneut gesendet',
  'assignments.resent.body': 'Der vorhandene Link bleibt gültig bis {date}.',
  'assignments.wasReset': 'Einladung an {name} zurückgesetzt',
  'assignments.wasReset.body':
    'Ein neuer Link ist gültig bis {date}. Frühere Links funktionieren nicht mehr.',
  'assignments.heldMail':
    '{seconds, plural, =0 {} one {Die E-Mail wird in # Sekunde gesendet.} other {Die E-Mail wird in # Sekunden gesendet.}}',
  'assignments.notSent': 'Die Einladung an {name} wurde nicht gesendet',
  'assignments.notSent.tooSoon':
    'Die letzte wurde vor weniger als einer Minute gesendet. Warten Sie, bis sie ankommt, und senden Sie sie dann erneut.',
  'assignments.notSent.none': 'Es wartet nichts mehr: Sie wurde registriert oder zurückgezogen.',
  'assignments.notSent.expired':
    'Die Einladung wurde nicht rechtzeitig angenommen. Setzen Sie sie zurück, um eine neue zu senden.',
  'assignments.notSent.gone': '{name} hat nichts mehr auf Ihren Lizenz-IDs.',
  'assignments.notAnswered':
    'Der Server hat nicht geantwortet. Prüfen Sie Ihre Verbindung und versuchen Sie es dann erneut.',

  'assignments.remove.title': '{name} entfernen?',
  'assignments.remove.title.you': 'Sich selbst entfernen?',
  'assignments.remove.loses':
    'Die Person verliert den Zugriff auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} und verlässt diese Liste.',
  'assignments.remove.loses.you':
    'Sie verlieren den Zugriff auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} und verlassen diese Liste.',
  'assignments.remove.you.manage': 'Was Sie verwalten, verwalten ab dann die anderen Administratoren.',
  'assignments.remove.inherits':
    'Die Person verliert, was auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} zugewiesen war, und bleibt mit dem aufgeführt, was sie erbt.',
  'assignments.remove.inherits.you':
    'Sie verlieren, was auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} zugewiesen war, und bleiben mit dem aufgeführt, was Sie erben.',
  'assignments.remove.gone':
    'Die Person ist nicht in Ihrem Verzeichnis. Was sie auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} hat, endet, geerbt oder nicht, und sie verlässt diese Liste.',
  'assignments.remove.told': 'Eine E-Mail an {email} teilt es mit.',
  'assignments.remove.pending': 'Die Einladung wird zurückgezogen, und der Link darin wird ungültig.',
  'assignments.remove.confirm': 'Person entfernen',
  'assignments.remove.confirm.you': 'Mich entfernen',
  'assignments.removed': '{name} entfernt',
  'assignments.removed.body': 'Die Person hat keinen Zugriff mehr auf Ihre Lizenz-IDs.',
  'assignments.removed.you': 'Sie sind entfernt',
  'assignments.removed.you.body':
    'Sie haben keinen Zugriff mehr auf die Lizenz-IDs, die Sie verwaltet haben.',
  'assignments.remove.last':
    '{name} ist der letzte registrierte Administrator von {licenseIds}. Benennen Sie dort zuerst einen anderen Administrator.',
  'assignments.remove.last.you':
    'Sie sind der letzte registrierte Administrator von {licenseIds}. Benennen Sie dort zuerst einen anderen Administrator.',
  'assignments.remove.stale':
    '{name} wurde inzwischen geändert. Sehen Sie noch einmal nach, was verloren geht, und entfernen Sie die Person dann.',
  'assignments.remove.failed': 'Es wurde nichts entfernt.',
};
