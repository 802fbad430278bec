import type { Translation } from '../translation.ts';

export const personHistoryMessages: Translation = {
  'history.tabs': '{name} の表示内容',
  'history.tab.access': 'アクセス権',
  'history.tab': '履歴',
  'history.none': '変更はまだありません',
  'history.none.then': 'この時点までの変更はありません',
  'history.none.body': '管理対象のライセンス ID でのロールの変更がここに表示されます。',
  'history.error': '履歴を読み込めませんでした',
  'history.more': '以前の変更を表示',
  'history.licenses.more': 'ほか {count, plural, other {# 件のライセンス ID}}。',
  'history.undone': 'その後、元に戻されました',
  'history.change': '変更を表示',
  'history.change.of': '{date} の変更を表示',
};
