import type { Translation } from '../translation.ts';

export const problemMessages: Translation = {
  'problem.invalid-request': 'Le serveur n’a pas pu accepter l’envoi. Vérifiez votre saisie.',
  'problem.organization-required':
    'On ne sait pas de quelle organisation il s’agit. Ouvrez-la depuis la page d’accueil.',
  'problem.not-signed-in': 'Vous êtes déconnecté. Connectez-vous à nouveau.',
  'problem.not-found': 'L’élément n’existe pas ou ne vous est pas visible.',
  'problem.license-id-not-found': 'Vous n’avez pas accès à l’un des ID de licence concernés.',
  'problem.vl-user-not-found': 'Cette personne n’est plus dans votre liste.',
  'problem.stale-version': 'L’élément a changé entre-temps. Vérifiez, puis réessayez.',
  'problem.payload-too-large': 'C’est trop volumineux pour être envoyé.',
  'problem.too-many-requests': 'Trop de requêtes en peu de temps. Attendez une minute, puis réessayez.',
  'problem.internal-error': 'Une erreur s’est produite sur le serveur.',
  'problem.unavailable': 'Le serveur n’est pas disponible pour le moment.',
  'problem.other': 'Le serveur a refusé.',
};
