/** Texts of choosing a language. Each language is called as it calls itself, in all catalogs. */
export const languageMessages = {
  'language.choose': 'Language',
  'language.current': 'Language: {language}',
  'language.ofBrowser': 'As in this browser',
  'language.notSaved': 'Your language was not saved',
  'language.notSaved.body': 'The server did not answer. Check your connection, then choose it again.',
  'language.notLoaded': 'The language could not be loaded',

  'language.name.en': 'English',
  'language.name.de': 'Deutsch',
  'language.name.fr': 'Français',
  'language.name.ja': '日本語',
} as const;
