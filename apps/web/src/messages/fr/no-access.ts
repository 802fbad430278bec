import type { Translation } from '../translation.ts';

export const noAccessMessages: Translation = {
  'frame.noAccess.title': 'Vous n’avez pas encore accès aux licences en volume',
  'frame.noAccess.body':
    'Vous êtes connecté en tant que {email}. Si vous avez été invité, ouvrez le lien dans l’e-mail d’invitation. Sinon, demandez à votre partenaire de licences à qui vous adresser.',
  'frame.noAccess.again': 'Se connecter avec un autre compte',
  'frame.noAccess.failed': 'Vous êtes toujours connecté',
  'frame.noAccess.failed.body': 'Le serveur n’a pas répondu. Réessayez dans un instant.',
};
