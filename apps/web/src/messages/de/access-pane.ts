import type { Translation } from '../translation.ts';

export const accessPaneMessages: Translation = {
  'access.signIn': 'Anmeldung',
  'access.business': 'Geschäftlich',
  'access.edit': 'Angaben bearbeiten',
  'access.edit.name': 'Anzeigename',
  'access.edit.name.missing': 'Geben Sie den vollen Namen ein.',
  'access.edit.email': 'Geschäftliche E-Mail',
  'access.edit.email.about': 'Hierhin gehen Einladungen und Mitteilungen über geänderte Berechtigungen.',
  'access.edit.email.wrong': 'Geben Sie eine E-Mail-Adresse ein, etwa name@company.example.',
  'access.edit.save': 'Angaben speichern',
  'access.edit.saved': 'Angaben zu {name} gespeichert',
  'access.edit.stale':
    '{name} wurde geändert, während Sie bearbeitet haben. Felder, die Sie nicht bearbeitet haben, zeigen den jetzigen Stand: Prüfen Sie ihn und speichern Sie dann erneut.',
  'access.edit.failed': 'Die Angaben wurden nicht gespeichert.',

  'access.loading': 'Zugriff wird geladen',
  'access.error': 'Der Zugriff konnte nicht geladen werden',
  'access.gone': 'Nicht in Ihrer Liste',
  'access.gone.body':
    'Die Person hat nichts auf den Lizenz-IDs, die Sie verwalten, oder wurde inzwischen entfernt.',
  'access.gone.close': 'Schließen',

  'access.invitation': 'Einladung',
  'access.invitation.contact': 'Einladung, {licenseId} zu verwalten',
  'access.invitation.open': 'Gesendet {sent}, gültig bis {expires}.',
  'access.invitation.expired':
    'Die Einladung wurde nicht rechtzeitig angenommen. Setzen Sie sie zurück, um eine neue zu senden. Sie war gültig bis {expires}.',
  'access.invitation.more':
    'Und {count, plural, one {# weitere Einladung} other {# weitere Einladungen}} im selben Zustand.',
  'access.mail.held': 'Die E-Mail an {to} wird gesendet: {when}.',
  'access.mail.due': 'Die E-Mail an {to} wartet auf den Versand.',
  'access.mail.sending': 'Die E-Mail an {to} wird gerade gesendet.',
  'access.mail.sent': 'Die E-Mail an {to} wurde gesendet: {when}.',
  'access.mail.failed': 'Die E-Mail an {to} konnte nicht zugestellt werden.',
  'access.mail.failed.reason': 'Der Mailserver meldete: {error}.',
  'access.mail.failed.mend': 'Prüfen Sie die geschäftliche E-Mail und senden Sie dann erneut.',
  'access.mail.cancelled': 'Die E-Mail an {to} wurde nicht gesendet.',

  'access.search': '{count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} durchsuchen',
  'access.search.none': 'Keine Lizenz-ID gefunden',
  'access.search.none.body':
    'Versuchen Sie es mit einem Teil des Namens, der Lizenz-ID oder des Rahmenvertrags.',
  'access.noAgreement': 'Ohne Rahmenvertrag',
  'access.list': 'Lizenz-IDs',
  'access.add': 'Weitere Lizenz-IDs zuweisen',
  'access.roles': 'Rollen auf {name} {licenseId}',
  'access.noRoles': 'Keine Rollen',
  'access.edited': 'Bearbeitet',
  'access.sole': 'Nur 1 Administrator',
  'access.until': '{role} bis {date}',
  'access.from': '{role} ab {date}',
  'access.period': '{role} von {start} bis {end}',

  'access.gone.directory': 'Nicht in Ihrem Verzeichnis, daher ohne Zugriff.',
  'access.gone.directory.body': 'Entfernen Sie die Person, oder stellen Sie das Konto wieder her.',
  'access.failed':
    'Die letzte Änderung konnte auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} nicht angewendet werden.',
  'access.failed.body':
    'Weisen Sie erneut zu. Wenn es weiterhin fehlschlägt, wenden Sie sich an den Support.',
  'access.applying': 'Wird angewendet.',
  'access.applying.for': 'Warten auf {systems}.',
  'access.applying.body':
    'Bearbeiten geht wieder, wenn sie fertig ist, meist nach Sekunden. Rollen entziehen können Sie schon jetzt.',
  'access.applying.option': 'Kann hinzugefügt werden, wenn die vorige Änderung angewendet ist',
  'access.applying.wait': 'Eine frühere Änderung wird noch angewendet. Das dauert meist Sekunden.',
  'access.applied': 'Angewendet.',
  'access.applied.body': 'Bearbeiten geht wieder.',

  'access.changes': '{count, plural, one {# Änderung} other {# Änderungen}}',
  'access.emails': '{count, plural, =0 {keine E-Mail} one {# E-Mail} other {# E-Mails}}',
  'access.discard': 'Verwerfen',
  'access.verify': 'Prüfen und speichern',
  'access.verify.short': 'Prüfen',

  'access.stale': '{who} hat {licenseIds} geändert, während Sie bearbeitet haben.',
  'access.stale.unknown': 'Jemand hat {licenseIds} geändert, während Sie bearbeitet haben.',
  'access.stale.now': 'Jetzt',
  'access.stale.mine': 'Ihre Änderung',
  'access.stale.theirs': 'Neuen Stand laden',
  'access.stale.keep': 'Meine Änderung darauf anwenden',
  'access.stale.none': 'Keine Rollen',

  'access.leave': 'Ohne Speichern verlassen?',
  'access.leave.roles':
    'Sie verlieren {count, plural, one {# Rollenänderung} other {# Rollenänderungen}} für {name} auf {licenseIds}.',
  'access.leave.details': 'Sie verlieren, was Sie in die Angaben zu {name} eingegeben haben.',
  'access.leave.confirm': 'Verwerfen und verlassen',
  'access.leave.stay': 'Weiter bearbeiten',

  'access.verify.title': 'Änderungen für {name} prüfen',
  'access.verify.changes': 'Was sich ändert',
  'access.verify.checks': 'Prüfungen',
  'access.verify.checks.none': 'Nichts zu beachten.',
  'access.verify.emails': 'E-Mails',
  'access.verify.emails.none': 'Es wird keine E-Mail gesendet.',
  'access.verify.email.change': '{name} erhält eine E-Mail über geänderte Berechtigungen an {to}.',
  'access.verify.email.invitation': '{name} erhält eine Einladung an {to}.',
  'access.verify.email.hold':
    'E-Mails warten nach dem Speichern {seconds, plural, one {# Sekunde} other {# Sekunden}}.',
  'access.verify.save': '{count, plural, one {# Rollenänderung} other {# Rollenänderungen}} speichern',
  'access.verify.back': 'Zurück',
  'access.verify.blocked': 'Eine Prüfung verhindert das Speichern.',
  'access.verify.nothing': 'Diese Rollen sind bereits vergeben: Es würde sich nichts ändern.',
  'access.verify.failed': 'Die Prüfung war nicht möglich.',
  'access.verify.notSaved': 'Es wurde nichts gespeichert.',
  'access.verify.notAnswered':
    'Der Server hat nicht geantwortet, es kann also gespeichert sein oder nicht. Speichern Sie erneut: Nichts geschieht doppelt.',
  'access.verify.inProgress':
    'Eine frühere Änderung wird noch angewendet. Das dauert meist Sekunden: Speichern Sie dann erneut.',
  'access.verify.last': '{licenseIds} bliebe ohne Administrator. Benennen Sie dort zuerst einen anderen.',
};
