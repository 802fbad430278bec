import type { Translation } from '../translation.ts';

export const matrixMessages: Translation = {
  'matrix.title': 'Matrice des accès',
  'matrix.grid': 'Personnes par ID de licence',
  'matrix.person': 'Personne',
  'matrix.search': 'Rechercher dans la matrice',
  'matrix.search.people': 'Rechercher des personnes',
  'matrix.search.licenses': 'Rechercher des ID de licence',
  'matrix.agreement': 'Contrat-cadre',
  'matrix.legend': 'Mettre un rôle en évidence',
  'matrix.only': 'Uniquement les personnes ayant un rôle sur {licenseId}',
  'matrix.count':
    '{people, plural, one {# personne} other {# personnes}} et {licenses, plural, one {# ID de licence} other {# ID de licence}}.',
  'matrix.dot': '{dot} signale un ID de licence avec un seul administrateur.',
  'matrix.oneAdministrator': '(un seul administrateur)',
  'matrix.error': 'La matrice n’a pas pu être chargée',
  'matrix.empty': 'Aucun résultat',
  'matrix.empty.body': 'Essayez une partie du nom, ou effacez votre recherche.',
  'matrix.empty.licenses': 'Aucun ID de licence trouvé.',
  'matrix.empty.clear': 'Effacer les filtres',

  'matrix.letter.administrator': 'A',
  'matrix.letter.licensing-info-viewer': 'I',
  'matrix.letter.product-download-manager': 'T',
  'matrix.letter.product-keys-reader': 'C',
  'matrix.letter.benefits-reader': 'V',
  'matrix.letter.online-services-manager': 'S',
  'matrix.letter.invoice-reader': 'F',
};
