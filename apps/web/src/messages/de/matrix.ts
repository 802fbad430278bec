import type { Translation } from '../translation.ts';

export const matrixMessages: Translation = {
  'matrix.title': 'Zugriffsmatrix',
  'matrix.grid': 'Personen nach Lizenz-ID',
  'matrix.person': 'Person',
  'matrix.search': 'In der Matrix suchen',
  'matrix.search.people': 'Personen suchen',
  'matrix.search.licenses': 'Lizenz-IDs suchen',
  'matrix.agreement': 'Rahmenvertrag',
  'matrix.legend': 'Rolle hervorheben',
  'matrix.only': 'Nur Personen mit einer Rolle für {licenseId}',
  'matrix.count':
    '{people, plural, one {# Person} other {# Personen}} und {licenses, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}.',
  'matrix.dot': '{dot} kennzeichnet eine Lizenz-ID mit einem Administrator.',
  'matrix.oneAdministrator': '(ein Administrator)',
  'matrix.error': 'Die Matrix konnte nicht geladen werden',
  'matrix.empty': 'Niemand gefunden',
  'matrix.empty.body': 'Versuchen Sie es mit einem Teil des Namens, oder löschen Sie die Suche.',
  'matrix.empty.licenses': 'Keine Lizenz-ID gefunden.',
  'matrix.empty.clear': 'Filter löschen',

  'matrix.letter.administrator': 'A',
  'matrix.letter.licensing-info-viewer': 'L',
  'matrix.letter.product-download-manager': 'D',
  'matrix.letter.product-keys-reader': 'S',
  'matrix.letter.benefits-reader': 'V',
  'matrix.letter.online-services-manager': 'O',
  'matrix.letter.invoice-reader': 'R',
};
