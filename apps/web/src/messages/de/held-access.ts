import type { Translation } from '../translation.ts';

export const heldAccessMessages: Translation = {
  'overview.changes': 'Letzte Änderungen',
  'overview.changes.none': 'Noch keine Änderungen.',
  'overview.changes.undone': 'Rückgängig gemacht',
  'overview.changes.all': 'Alle Aktivitäten',
  'overview.changes.error': 'Die letzten Änderungen konnten nicht geladen werden.',
  'overview.held': 'Ihr Zugriff',
  'overview.held.count': '{count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}',
  'overview.held.search': 'Lizenz-IDs suchen',
  'overview.held.agreement': 'Rahmenvertrag {number}',
  'overview.held.error': 'Ihr Zugriff konnte nicht geladen werden',
  'overview.held.until': 'bis {date}',
  'overview.held.expired': 'abgelaufen am {date}',
  'overview.held.more': 'Mehr anzeigen',
  'overview.held.noMatch': 'Keine Lizenz-ID gefunden',
  'overview.held.noMatch.body': 'Versuchen Sie es mit einem Teil des Namens, der Nummer oder des Programms.',
  'overview.none': 'Sie haben derzeit keine Rolle',
  'overview.none.body':
    'Sie sind bei {organization} registriert, aber Ihnen ist derzeit nichts zugewiesen. Ihr Lizenzpartner kann Ihnen sagen, wen Sie fragen können.',
  'overview.ask': 'Benötigen Sie mehr Zugriff?',
  'overview.ask.body':
    'Ihr Lizenzpartner kann Ihnen sagen, wen Sie fragen können. Einkauf, Finanzabteilung oder IT wissen möglicherweise, wer der Partner ist.',
};
