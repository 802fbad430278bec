import type { Translation } from '../translation.ts';

export const assignCopyMessages: Translation = {
  'assign.copy.title': 'Zugriff von einer anderen Person kopieren',
  'assign.copy.description': 'Für eine Nachfolge oder Vertretung. Niemand verliert dabei eine Rolle.',
  'assign.copy.search': 'Person suchen, deren Zugriff kopiert wird',
  'assign.copy.results': 'Gefundene Personen',
  'assign.copy.nobodyFound': 'Niemand mit Rollen hier gefunden.',
  'assign.copy.searchFailed': 'Die Suche hat nicht geantwortet. Tippen Sie noch einmal.',
  'assign.copy.from': 'Zugriff von {name}',
  'assign.copy.other': 'Andere Person wählen',
  'assign.copy.loadFailed': 'Der Zugriff von {name} konnte nicht geladen werden',
  'assign.copy.nothing': '{name} hat keine zugewiesenen Rollen auf Lizenz-IDs, die Sie verwalten.',
  'assign.copy.all': 'Alle: {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}',
  'assign.copy.list': 'Lizenz-IDs von {name}',
  'assign.copy.pick': 'Rollen auf {licenseId} kopieren',
  'assign.copy.inherited': 'Administrator ist dort geerbt und wird nicht kopiert.',
  'assign.copy.to': 'Für wen',
  'assign.copy.toNobody': 'Fügen Sie dem Entwurf zuerst Personen hinzu. Kopieren Sie dann für sie.',
  'assign.copy.apply':
    '{count, plural, =0 {Noch für niemanden kopieren} one {Für # Person kopieren} other {Für # Personen kopieren}}',
  'assign.copy.noLicenses': 'Wählen Sie zuerst Lizenz-IDs.',
  'assign.copy.noPeople': 'Wählen Sie zuerst, für wen.',
  'assign.copy.failed': 'Was diese Personen heute haben, konnte nicht gelesen werden. Nichts wurde kopiert.',
  'assign.copy.done':
    '{count, plural, one {# Person hat} other {# Personen haben}} im Entwurf jetzt die Rollen von {name} auf {licenseIds, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}.',
  'assign.copy.leftOut': 'Sie können {roles} auf {licenseIds} nicht vergeben; dort wurde es ausgelassen.',
};
