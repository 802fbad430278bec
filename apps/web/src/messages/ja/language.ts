import type { Translation } from '../translation.ts';

export const languageMessages: Translation = {
  'language.choose': '言語',
  'language.current': '言語: {language}',
  'language.ofBrowser': 'ブラウザーの設定に従う',
  'language.notSaved': '言語を保存できませんでした',
  'language.notSaved.body':
    'サーバーから応答がありませんでした。接続を確認してから、もう一度選択してください。',
  'language.notLoaded': '言語を読み込めませんでした',

  'language.name.en': 'English',
  'language.name.de': 'Deutsch',
  'language.name.fr': 'Français',
  'language.name.ja': '日本語',
};
