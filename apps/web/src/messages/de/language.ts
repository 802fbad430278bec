import type { Translation } from '../translation.ts';

export const languageMessages: Translation = {
  'language.choose': 'Sprache',
  'language.current': 'Sprache: {language}',
  'language.ofBrowser': 'Wie in diesem Browser',
  'language.notSaved': 'Ihre Sprache wurde nicht gespeichert',
  'language.notSaved.body':
    'Der Server hat nicht geantwortet. Prüfen Sie Ihre Verbindung und wählen Sie die Sprache dann erneut.',
  'language.notLoaded': 'Die Sprache konnte nicht geladen werden',

  'language.name.en': 'English',
  'language.name.de': 'Deutsch',
  'language.name.fr': 'Français',
  'language.name.ja': '日本語',
};
