import type { Translation } from '../translation.ts';

export const bulkMessages: Translation = {
  'bulk.add.title': '{count, plural, one {# Person} other {# Personen}} Rollen hinzufügen',
  'bulk.remove.title': '{count, plural, one {# Person} other {# Personen}} Rollen entziehen',
  'bulk.people.title': '{count, plural, one {# Person} other {# Personen}} entfernen',
  'bulk.all': 'Alle, die den Filtern der Liste entsprechen.',

  'bulk.roles': 'Rollen',
  'bulk.roles.failed': 'Die Rollen konnten nicht geladen werden',
  'bulk.role.where': '{about} Nur auf {licenseIds}.',

  'bulk.where': 'Lizenz-IDs',
  'bulk.where.everywhere': 'Auf jeder Lizenz-ID, die Sie verwalten',
  'bulk.where.chosen': 'Auf ausgewählten Lizenz-IDs',
  'bulk.licenses.search': 'Lizenz-IDs suchen',
  'bulk.licenses.count':
    '{shown, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}, {selected, number} ausgewählt',
  'bulk.licenses.clear': 'Auswahl löschen',
  'bulk.licenses.none': 'Keine Lizenz-ID gefunden',
  'bulk.licenses.failed': 'Ihre Lizenz-IDs konnten nicht geladen werden',
  'bulk.licenses.column': 'Lizenz-ID',
  'bulk.licenses.contract': 'Vertrag',

  'bulk.review': 'Änderungen prüfen',
  'bulk.review.roles': 'Wählen Sie zuerst eine Rolle.',
  'bulk.review.licenses': 'Wählen Sie zuerst eine Lizenz-ID.',
  'bulk.back': 'Zurück',
  'bulk.checking':
    'Es wird ermittelt, was sich für {count, plural, one {# Person} other {# Personen}} ändern würde',
  'bulk.failed': 'Es konnte nicht ermittelt werden, was sich ändern würde',
  'bulk.safe': 'Es wurde nichts geändert.',

  'bulk.summary': 'Zusammenfassung',
  'bulk.summary.added': 'Hinzugefügte Rollen',
  'bulk.summary.removed': 'Entzogene Rollen',
  'bulk.summary.people': 'Personen',
  'bulk.summary.licenses': 'Lizenz-IDs',
  'bulk.summary.emails': 'E-Mails',
  'bulk.hold':
    '{count, plural, =0 {Diese Änderung sendet keine E-Mail.} one {Die E-Mail wartet nach dem Speichern {seconds, plural, one {# Sekunde} other {# Sekunden}}.} other {E-Mails warten nach dem Speichern {seconds, plural, one {# Sekunde} other {# Sekunden}}.}}',
  'bulk.checks': 'Prüfungen',
  'bulk.changes': 'Was sich ändert',
  'bulk.mail.invitation': 'Erhält eine Einladung an {to}',
  'bulk.mail.permission-change': 'Erhält eine E-Mail über geänderte Berechtigungen an {to}',
  'bulk.mail.none': 'Erhält keine E-Mail',
  'bulk.morePeople': '{count, plural, one {# weitere} other {# weitere}}',
  'bulk.nothing': 'Es würde sich nichts ändern.',
  'bulk.blocked': 'Speichern ist nicht möglich. Siehe Prüfungen.',

  'bulk.skipped': 'Bleiben, wie sie sind',
  'bulk.skipped.role-inherited':
    '{count, plural, one {# Rolle ist} other {# Rollen sind}} geerbt. Nur die Person selbst kann sie in den Voreinstellungen abgeben.',
  'bulk.skipped.assignment-in-progress':
    '{count, plural, one {# Rolle wartet} other {# Rollen warten}}, bis eine frühere Änderung angewendet ist. Fügen Sie {count, plural, one {sie} other {sie}} dann hinzu.',
  'bulk.skipped.not-held': '{count, plural, one {# Rolle ist} other {# Rollen sind}} nicht vergeben.',
  'bulk.skipped.held-already': '{count, plural, one {# Rolle ist} other {# Rollen sind}} bereits vergeben.',
  'bulk.skipped.row': '{name}: {role} auf {licenseId}',

  'bulk.reason': 'Grund (optional)',
  'bulk.reason.hint':
    'Wird mit der Änderung aufbewahrt, höchstens 500 Zeichen. Die Personen erfahren ihn nicht.',
  'bulk.add.confirm':
    '{people, plural, one {# Person} other {# Personen}} {roles, plural, one {# Rolle} other {# Rollen}} hinzufügen',
  'bulk.remove.confirm':
    '{people, plural, one {# Person} other {# Personen}} {roles, plural, one {# Rolle} other {# Rollen}} entziehen',
  'bulk.people.confirm': '{people, plural, one {# Person} other {# Personen}} entfernen',
  'bulk.saving': '{count, plural, one {# Rollenänderung wird} other {# Rollenänderungen werden}} gespeichert',
  'bulk.saving.long': 'Große Änderungen dauern einige Sekunden. Lassen Sie dies geöffnet.',

  'bulk.notSaved': 'Es wurde nichts gespeichert.',
  'bulk.notAnswered':
    'Es kam keine Antwort, daher ist unbekannt, ob gespeichert wurde. Ein erneuter Versuch kann nicht doppelt speichern.',
  'bulk.problem.last-administrator': '{licenseIds} bliebe ohne Administrator.',
  'bulk.problem.assignment-in-progress':
    'Für eine Person darin wird noch eine frühere Änderung angewendet. Das dauert meist Sekunden.',
  'bulk.problem.gone': 'Jemand, den Sie ausgewählt haben, ist nicht mehr auf Ihren Lizenz-IDs.',
  'bulk.problem.licenseIds': 'Sie verwalten {licenseIds} nicht mehr.',
  'bulk.number.changed': 'Die Zahl der Personen hat sich geändert',
  'bulk.number.changed.body':
    'Bei der Auswahl waren es {before, number}, jetzt {now, plural, one {ist es #} other {sind es #}}. Sehen Sie sich vor dem Speichern an, was sich für sie ändert.',
  'bulk.number.changed.unknown':
    'Es sind nicht mehr {before, number}. Lesen Sie neu und sehen Sie sich an, was sich ändert.',
  'bulk.number.again': 'Neu lesen',

  'bulk.removed': '{count, plural, one {# Person} other {# Personen}} entfernt',

  'bulk.resend.title': 'Einladungen an {count, plural, one {# Person} other {# Personen}} erneut senden',
  'bulk.resend.about':
    'Wer eine offene Einladung hat, erhält sie noch einmal: gleicher Link, gleiche Gültigkeit. Niemand sonst erhält eine E-Mail.',
  'bulk.resend.confirm': 'An {count, plural, one {# Person} other {# Personen}} erneut senden',
  'bulk.reset.title': 'Einladungen von {count, plural, one {# Person} other {# Personen}} zurücksetzen',
  'bulk.reset.about':
    'Wer eine offene Einladung hat, erhält eine neue: neuer Link, neue Gültigkeit. Frühere Links werden ungültig. Niemand sonst erhält eine E-Mail.',
  'bulk.reset.confirm': 'Für {count, plural, one {# Person} other {# Personen}} zurücksetzen',
  'bulk.sending': 'Wird gesendet',
  'bulk.sent':
    '{count, plural, =0 {Es wurde keine Einladung gesendet} one {# Einladung gesendet} other {# Einladungen gesendet}}',
  'bulk.sent.hold':
    '{count, plural, one {Sie geht} other {Sie gehen}} in {seconds, plural, one {# Sekunde} other {# Sekunden}} hinaus.',
  'bulk.sent.of': 'An {sent, number} von {count, plural, one {# Person} other {# Personen}}.',
  'bulk.outcomes': 'Was daraus wurde',
  'bulk.outcome.sent': 'Gesendet',
  'bulk.outcome.no-open-invitation': 'Hat keine offene Einladung',
  'bulk.outcome.too-soon': 'In der letzten Minute gesendet',
  'bulk.outcome.expired': 'Abgelaufen: stattdessen zurücksetzen',
  'bulk.outcome.resetExpired':
    '{count, plural, one {# abgelaufene Einladung zurücksetzen} other {# abgelaufene Einladungen zurücksetzen}}',
  'bulk.notSent': 'Es wurde keine Einladung gesendet.',
};
