import type { Translation } from '../translation.ts';

export const selectionMessages: Translation = {
  'toolbar.export': 'CSV exportieren',
  'toolbar.import': 'CSV importieren',
  'toolbar.columns': 'Spalten',
  'toolbar.select': 'Auswählen',
  'toolbar.exported': '{count, plural, one {# Person} other {# Personen}} exportiert',
  'toolbar.exported.body': '{file} enthält eine Zeile je Person, Lizenz-ID und Rolle.',
  'toolbar.export.failed': 'Der Export ist fehlgeschlagen.',
  'toolbar.export.failed.body':
    'Es wurde keine Datei geschrieben. Prüfen Sie Ihre Verbindung und exportieren Sie dann erneut.',
  'toolbar.export.file': 'personen',

  'filter.chips': 'Verwendete Filter',
  'filter.remove': 'Filter {filter} entfernen',
  'filter.add': 'Filter hinzufügen',
  'filter.chip': '{label}: {value}',

  'selection.label': 'Ausgewählte Personen',
  'selection.count': '{count, number} ausgewählt',
  'selection.countAll': 'Alle {count, number} ausgewählt',
  'selection.all': 'Alle {count, number} passenden auswählen',
  'selection.clear': 'Auswahl löschen',
  'selection.done': 'Fertig',
  'selection.act': 'Aktionen',
  'selection.more': 'Weitere Aktionen',
  'selection.addRoles': 'Rollen hinzufügen',
  'selection.removeRoles': 'Rollen entziehen',
  'selection.resend': 'Erneut senden',
  'selection.resend.long': 'Einladungen erneut senden',
  'selection.reset': 'Einladungen zurücksetzen',
  'selection.reset.about': 'Neue Links, frühere Links werden ungültig',
  'selection.removePeople': 'Personen entfernen',
  'selection.none': 'Wählen Sie zuerst Personen aus.',
  'selection.cleared': 'Auswahl gelöscht',
  'selection.cleared.body': 'Die Liste zeigt jetzt andere Personen.',
};
