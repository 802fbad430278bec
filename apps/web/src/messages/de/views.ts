import type { Translation } from '../translation.ts';

export const viewMessages: Translation = {
  'views.title': 'Ansichten',
  'views.everyone': 'Alle',
  'views.needsAttention': 'Erfordert Aufmerksamkeit',
  'views.pendingInvitations': 'Offene Einladungen',
  'views.administrators': 'Administratoren',

  'views.save': 'Ansicht speichern',
  'views.menu': 'Ansicht',
  'views.menuOf': 'Ansicht {name}',
  'views.update': 'Änderungen an {name} speichern',
  'views.saveAs': 'Als neue Ansicht speichern',
  'views.rename': 'Ansicht umbenennen',
  'views.delete': 'Ansicht löschen',
  'views.name': 'Name',
  'views.name.hint': 'Nur Sie sehen sie. Sie behält die Suche, die Filter und die Sortierung.',
  'views.name.missing': 'Geben Sie der Ansicht einen Namen.',
  'views.name.taken': 'Sie haben eine Ansicht dieses Namens. Wählen Sie einen anderen.',
  'views.tooMany': 'Mehr Ansichten sind nicht möglich. Löschen Sie zuerst eine.',
  'views.save.title': 'Diese Ansicht speichern',
  'views.rename.title': '{name} umbenennen',
  'views.rename.confirm': 'Ansicht umbenennen',
  'views.saved': 'Ansicht {name} gespeichert',
  'views.updated': 'Ansicht {name} geändert',
  'views.renamed': 'Ansicht umbenannt in {name}',
  'views.deleted': 'Ansicht {name} gelöscht',
  'views.undo': 'Rückgängig',
  'views.failed': 'Die Ansicht wurde nicht gespeichert.',
  'views.delete.failed': 'Die Ansicht wurde nicht gelöscht.',
  'views.notAnswered':
    'Der Server hat nicht geantwortet. Prüfen Sie Ihre Verbindung und versuchen Sie es dann erneut.',
};
