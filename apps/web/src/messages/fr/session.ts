import type { Translation } from '../translation.ts';

export const sessionMessages: Translation = {
  'session.ended': 'Vous êtes déconnecté',
  'session.ended.body':
    'Votre session est terminée. Reconnectez-vous dans une nouvelle fenêtre : ce que vous faisiez ici reste tel quel.',
  'session.again': 'Se reconnecter',
  'session.leave': 'Quitter cette page',
  'session.other': 'Quelqu’un d’autre s’est connecté.',
  'session.other.body': 'Cette page appartient à {email}. Connectez-vous avec ce compte pour continuer.',
  'session.back': 'Vous êtes connecté',
  'session.back.body': 'Revenez à la fenêtre d’où vous venez. Vous pouvez fermer celle-ci.',
  'session.back.home': 'Aller ici aux licences en volume',
};
