import type { Translation } from '../translation.ts';

export const languageMessages: Translation = {
  'language.choose': 'Langue',
  'language.current': 'Langue : {language}',
  'language.ofBrowser': 'Comme dans ce navigateur',
  'language.notSaved': 'Votre langue n’a pas été enregistrée',
  'language.notSaved.body':
    'Le serveur n’a pas répondu. Vérifiez votre connexion, puis choisissez à nouveau la langue.',
  'language.notLoaded': 'La langue n’a pas pu être chargée',

  'language.name.en': 'English',
  'language.name.de': 'Deutsch',
  'language.name.fr': 'Français',
  'language.name.ja': '日本語',
};
