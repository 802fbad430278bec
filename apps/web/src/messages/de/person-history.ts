import type { Translation } from '../translation.ts';

export const personHistoryMessages: Translation = {
  'history.tabs': 'Was von {name} angezeigt wird',
  'history.tab.access': 'Zugriff',
  'history.tab': 'Verlauf',
  'history.none': 'Noch keine Änderungen',
  'history.none.then': 'Bis dahin keine Änderungen',
  'history.none.body': 'Änderungen der Rollen auf Lizenz-IDs, die Sie verwalten, erscheinen hier.',
  'history.error': 'Der Verlauf konnte nicht geladen werden',
  'history.more': 'Frühere Änderungen anzeigen',
  'history.licenses.more': 'Und {count, plural, one {# weitere Lizenz-ID} other {# weitere Lizenz-IDs}}.',
  'history.undone': 'Inzwischen rückgängig gemacht',
  'history.change': 'Änderung anzeigen',
  'history.change.of': 'Änderung vom {date} anzeigen',
};
