import type { Translation } from '../translation.ts';

export const frameMessages: Translation = {
  'frame.product': 'Volumenlizenzierung',
  'frame.documentTitle': '{page} – Volumenlizenzierung',
  'frame.documentTitleWithOrganization': '{page} – {organization} – Volumenlizenzierung',
  'frame.skip': 'Zum Inhalt springen',
  'frame.switchOrganization': 'Organisation: {organization}',
  'frame.organizations': 'Organisationen',
  'frame.organizations.search': 'Organisation suchen',
  'frame.search': 'Personen, Lizenz-IDs, Aktionen suchen',
  'frame.search.held': 'Lizenz-IDs, Aktionen suchen',
  'frame.search.keys': 'Strg K',
  'frame.search.keys.apple': '⌘ K',
  'frame.notifications':
    '{count, plural, =0 {Benachrichtigungen} one {Benachrichtigungen: # Punkt erfordert Aufmerksamkeit} other {Benachrichtigungen: # Punkte erfordern Aufmerksamkeit}}',
  'frame.settings': 'Einstellungen',
  'frame.settings.documentation': 'API-Dokumentation',
  'frame.help': 'Hilfe',
  'frame.account': 'Konto von {name}',
  'frame.account.preferences': 'Voreinstellungen',
  'frame.account.tokens': 'API-Token',
  'frame.account.signOut': 'Abmelden',
  'frame.signOut.failed': 'Sie sind möglicherweise noch angemeldet',
  'frame.signOut.failed.body':
    'Der Server hat nicht geantwortet. Prüfen Sie Ihre Verbindung und melden Sie sich dann erneut ab.',
  'frame.openNavigation': 'Navigation öffnen',
  'frame.navigation': 'Hauptnavigation',
  'frame.nav.billing': 'Abrechnung',
  'frame.nav.products': 'Ihre Produkte',
  'frame.nav.roles': 'Rollen',
  'frame.nav.assignments': 'Zuweisungen verwalten',
  'frame.nav.assign': 'Benutzer zuweisen',
  'frame.nav.matrix': 'Zugriffsmatrix',
  'frame.nav.activity': 'Aktivität',
  'frame.footer.synced': 'Verzeichnis synchronisiert {when}.',
  'frame.footer.effect': 'Rollenänderungen gelten innerhalb von Sekunden.',
  'frame.footer.publisher': 'Bereitgestellt von {publisher}',
  'frame.offline':
    'Sie sind offline. Was geladen ist, können Sie lesen, und Entwürfe bleiben erhalten. Speichern geht wieder, sobald Sie zurück sind.',
  'frame.outdated':
    'Ein Teil der Konsole konnte nicht geladen werden: Sie wurde möglicherweise aktualisiert, seit Sie sie geöffnet haben. Entwürfe bleiben erhalten.',
  'frame.demo': 'Demodaten',
  'frame.noAccess.title': 'Sie haben noch keinen Zugriff auf die Volumenlizenzierung',
  'frame.noAccess.body':
    'Sie sind als {email} angemeldet. Wenn Sie eingeladen wurden, öffnen Sie den Link in der Einladungs-E-Mail. Fragen Sie andernfalls Ihren Lizenzpartner, an wen Sie sich wenden können.',
  'frame.noAccess.again': 'Mit einem anderen Konto anmelden',
  'frame.noAccess.failed': 'Sie sind noch angemeldet',
  'frame.noAccess.failed.body': 'Der Server hat nicht geantwortet. Versuchen Sie es gleich noch einmal.',
  'frame.role.needed': 'Kein Zugriff auf diese Seite',
  'frame.role.needed.title': 'Für diese Seite benötigen Sie die Rolle Administrator',
  'frame.role.needed.body':
    'Ihr Partner kann Ihnen sagen, wen Sie fragen können. Einkauf, Finanzabteilung oder IT wissen möglicherweise, wer der Partner ist.',
};
