import type { Translation } from '../translation.ts';

export const paletteMessages: Translation = {
  'palette.escape': 'Esc',
  'palette.results': 'Ergebnisse',
  'palette.count': '{count, plural, one {# Ergebnis} other {# Ergebnisse}}',
  'palette.searching': 'Suche läuft',
  'palette.none': 'Nichts gefunden zu „{text}“',
  'palette.none.body':
    'Versuchen Sie es mit einem Teil eines Namens, einer E-Mail-Adresse oder einer Lizenz-ID.',
  'palette.failed': 'Personen und Lizenz-IDs konnten nicht durchsucht werden.',
  'palette.failed.held': 'Lizenz-IDs konnten nicht durchsucht werden.',
  'palette.offline': 'Sie sind offline: Es werden nur Aktionen gefunden.',
  'palette.group.actions': 'Aktionen',
  'palette.group.pages': 'Seiten',
  'palette.group.people': 'Personen',
  'palette.group.licenses': 'Lizenz-IDs',
  'palette.group.recent': 'Zuletzt verwendet',
  'palette.group.organizations': 'Organisationen',
  'palette.who': 'Sehen, wer Zugriff auf {licenseId} hat',
  'palette.secondAdmins':
    '{count, plural, one {Zweiten Administrator hinzufügen} other {Zweite Administratoren hinzufügen}}',
  'palette.preferences': 'Voreinstellungen bearbeiten',
  'palette.tokens': 'API-Token',
  'palette.documentation': 'API-Dokumentation',
  'palette.help': 'Hilfe und Support',
  'palette.feedback': 'Feedback geben',
  'palette.whoIsMyAdmin': 'Wer ist mein VL-Administrator?',
  'palette.switch': 'Zu {organization} wechseln',
  'palette.signOut': 'Abmelden',
};
