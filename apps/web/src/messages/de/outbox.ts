import type { Translation } from '../translation.ts';

export const outboxMessages: Translation = {
  'outbox.title': 'Postausgang',

  'outbox.kept.title': 'E-Mails werden hier aufbewahrt und nicht gesendet.',
  'outbox.kept.body':
    'Es ist kein SMTP-Server eingestellt. Setzen Sie SMTP_URL, und was aufbewahrt wird, geht hinaus.',
  'outbox.search': 'Empfänger, Betreff oder Organisation suchen',
  'outbox.state': 'Zustand',
  'outbox.state.any': 'Jeder Zustand',
  'outbox.count':
    '{count, plural, =0 {Keine E-Mails} one {# E-Mail} other {# E-Mails}}{more, select, yes { geladen, weitere unten} other {}}',
  'outbox.list': 'E-Mails',
  'outbox.refresh': 'Aktualisieren',
  'outbox.column.to': 'An',
  'outbox.column.subject': 'Betreff',
  'outbox.column.state': 'Zustand',
  'outbox.column.organization': 'Organisation',
  'outbox.column.when': 'Zeit',
  'outbox.error': 'Die E-Mails konnten nicht geladen werden',
  'outbox.empty': 'Noch keine E-Mails',
  'outbox.empty.body':
    'Einladungen und geänderte Berechtigungen erscheinen hier, sobald sie geschrieben sind.',
  'outbox.noMatch': 'Keine E-Mail gefunden',
  'outbox.clear': 'Suche und Zustand löschen',

  'outbox.held': 'Wartet',
  'outbox.kept': 'Hier aufbewahrt',
  'outbox.sending': 'Wird gesendet',
  'outbox.sent': 'Gesendet',
  'outbox.failed': 'Fehlgeschlagen',
  'outbox.cancelled': 'Abgebrochen',

  'outbox.mail.title': 'E-Mail',
  'outbox.mail.to': 'An',
  'outbox.mail.from': 'Von',
  'outbox.mail.organization': 'Organisation',
  'outbox.mail.state': 'Zustand',
  'outbox.mail.created': 'Geschrieben',
  'outbox.mail.due': 'Wird um {at} gesendet',
  'outbox.mail.retry': 'Nächster Versuch um {at}',
  'outbox.mail.sentAt': 'Gesendet um {at}',
  'outbox.mail.attempts': '{count, plural, one {# Versuch} other {# Versuche}}',
  'outbox.mail.parts': 'Teile der E-Mail',
  'outbox.mail.html': 'Ansicht',
  'outbox.mail.text': 'Nur Text',
  'outbox.mail.frame': 'E-Mail: {subject}',
  'outbox.mail.link': 'Link darin öffnen',
  'outbox.mail.link.hint':
    'Öffnet sich in einem neuen Tab, in dem Sie vielleicht noch als jemand anderes angemeldet sind.',
  'outbox.mail.copyLink': 'Link darin kopieren',
  'outbox.mail.notFound.title': 'Diese E-Mail gibt es nicht',
  'outbox.mail.notFound.body': 'Sie wurde möglicherweise entfernt.',
  'outbox.mail.error': 'Die E-Mail konnte nicht geladen werden',
};
