import type { Translation } from '../translation.ts';

export const notificationMessages: Translation = {
  'notifications.title': 'Benachrichtigungen',
  'notifications.waiting': 'Es wird gesucht, was Aufmerksamkeit erfordert.',
  'notifications.none': 'Nichts erfordert Aufmerksamkeit',
  'notifications.failed':
    '{count, plural, one {# Zuweisung ist fehlgeschlagen} other {# Zuweisungen sind fehlgeschlagen}}',
  'notifications.failed.body':
    'Weisen Sie erneut zu. Wenn es weiterhin fehlschlägt, wenden Sie sich an den Support.',
  'notifications.user-not-found':
    '{count, plural, one {# Person ist nicht im Verzeichnis} other {# Personen sind nicht im Verzeichnis}}',
  'notifications.user-not-found.body':
    '{count, plural, one {Entfernen Sie die Person, oder stellen Sie das Konto wieder her.} other {Entfernen Sie die Personen, oder stellen Sie ihre Konten wieder her.}}',
  'notifications.invitation-expired':
    '{count, plural, one {# Einladung ist abgelaufen} other {# Einladungen sind abgelaufen}}',
  'notifications.invitation-expired.body':
    '{count, plural, one {Setzen Sie sie zurück, um eine neue zu senden.} other {Setzen Sie sie zurück, um neue zu senden.}}',
  'notifications.sole-administrator':
    '{count, plural, one {Sie sind der einzige Administrator auf # Lizenz-ID} other {Sie sind der einzige Administrator auf # Lizenz-IDs}}',
  'notifications.sole-administrator.body':
    '{count, plural, one {Benennen Sie jemanden neben sich.} other {Benennen Sie überall jemanden neben sich.}}',
};
