import type { Translation } from '../translation.ts';

export const operatorMessages: Translation = {
  'operator.product': 'Licences en volume',
  'operator.pages': 'Exploitation',
  'operator.outbox': 'Boîte d’envoi',
  'operator.inbox': 'Boîte de réception',
  'operator.signOut': 'Se déconnecter',
  'operator.token.outbox.lead':
    'L’exploitant lit ici tous les e-mails de cette instance. Leurs liens sont valides : le jeton d’API de l’éditeur est donc demandé.',
  'operator.token.inbox.lead':
    'L’exploitant lit ici les avis et les tickets de support et y répond. Le jeton d’API de l’éditeur est demandé.',
  'operator.token.label': 'Jeton d’API de l’éditeur',
  'operator.token.hint':
    'Il commence par mun_. Cet onglet le conserve jusqu’à ce que vous vous déconnectiez ou fermiez l’onglet.',
  'operator.token.where':
    'Le serveur affiche une adresse contenant le jeton lorsqu’il démarre avec des données de démonstration.',
  'operator.token.outbox.open': 'Ouvrir la boîte d’envoi',
  'operator.token.inbox.open': 'Ouvrir la boîte de réception',
  'operator.token.missing': 'Collez le jeton.',
  'operator.token.form': 'Un jeton commence par mun_ et compte 47 caractères.',
  'operator.token.unknown': 'Ce jeton est inconnu, expiré ou révoqué.',
  'operator.token.foreign': 'Ce jeton n’est pas celui de l’éditeur.',
};
