import type { Translation } from '../translation.ts';

export const heldAccessMessages: Translation = {
  'overview.changes': 'Modifications récentes',
  'overview.changes.none': 'Aucune modification pour l’instant.',
  'overview.changes.undone': 'Annulée',
  'overview.changes.all': 'Toute l’activité',
  'overview.changes.error': 'Les modifications récentes n’ont pas pu être chargées.',
  'overview.held': 'Votre accès',
  'overview.held.count': '{count, plural, one {# ID de licence} other {# ID de licence}}',
  'overview.held.search': 'Rechercher des ID de licence',
  'overview.held.agreement': 'Contrat-cadre {number}',
  'overview.held.error': 'Votre accès n’a pas pu être chargé',
  'overview.held.until': 'jusqu’au {date}',
  'overview.held.expired': 'expiré le {date}',
  'overview.held.more': 'Afficher plus',
  'overview.held.noMatch': 'Aucun ID de licence trouvé',
  'overview.held.noMatch.body': 'Essayez une partie du nom, du numéro ou du programme.',
  'overview.none': 'Vous n’avez aucun rôle actuellement',
  'overview.none.body':
    'Vous êtes inscrit auprès de {organization}, mais rien ne vous est attribué pour l’instant. Votre partenaire de licences peut vous dire à qui vous adresser.',
  'overview.ask': 'Besoin de plus d’accès ?',
  'overview.ask.body':
    'Votre partenaire de licences peut vous dire à qui vous adresser. Les achats, la finance ou l’informatique savent peut-être qui est le partenaire.',
};
