import type { Translation } from '../translation.ts';

export const inheritedMessages: Translation = {
  'inherited.locked': 'Geerbt von {agreement}. Nur diese Person kann sie in den Voreinstellungen abgeben.',
  'inherited.locked.you': 'Geerbt von {agreement}. Nur Sie können sie in den Voreinstellungen abgeben.',
  'inherited.locked.gone':
    'Geerbt von {agreement}. Entfernen Sie die Person, um die Rolle zu beenden: Sie selbst kann es nicht mehr.',
  'inherited.option': 'Geerbt, hier nicht änderbar',
};
