import type { Translation } from '../translation.ts';

export const selectionMessages: Translation = {
  'toolbar.import': 'CSV importieren',
  'toolbar.columns': 'Spalten',
  'toolbar.select': 'Auswählen',
  'toolbar.exported': '{count, plural, one {# Person} other {# Personen}} exportiert',
  'toolbar.exported.body': '{file} enthält eine Zeile je Person, Lizenz-ID und Rolle.',
  'toolbar.export.file': 'personen',

  'filter.add': 'Filter hinzufügen',

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
