import type { Translation } from '../translation.ts';

export const inheritedMessages: Translation = {
  'inherited.locked': 'Hérité de {agreement}. Seule cette personne peut y renoncer, dans Préférences.',
  'inherited.locked.you': 'Hérité de {agreement}. Vous seul pouvez y renoncer, dans Préférences.',
  'inherited.locked.gone':
    'Hérité de {agreement}. Retirez la personne pour y mettre fin : elle-même ne le peut plus.',
  'inherited.option': 'Hérité, non modifiable ici',
};
