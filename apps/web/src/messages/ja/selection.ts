import type { Translation } from '../translation.ts';

export const selectionMessages: Translation = {
  'toolbar.import': 'CSV をインポート',
  'toolbar.columns': '列',
  'toolbar.select': '選択',
  'toolbar.exported': '{count, plural, other {# 人}}をエクスポートしました',
  'toolbar.exported.body': '{file} には、ユーザー、ライセンス ID、ロールごとに 1 行が含まれます。',
  'toolbar.export.file': 'users',

  'filter.add': 'フィルターを追加',

  'selection.label': '選択したユーザー',
  'selection.count': '{count, number} 人を選択',
  'selection.countAll': '{count, number} 人すべてを選択',
  'selection.all': '一致する {count, number} 人をすべて選択',
  'selection.clear': 'クリア',
  'selection.done': '完了',
  'selection.act': '操作',
  'selection.more': 'その他の操作',
  'selection.addRoles': 'ロールを追加',
  'selection.removeRoles': 'ロールを削除',
  'selection.resend': '再送信',
  'selection.resend.long': '招待を再送信',
  'selection.reset': '招待をリセット',
  'selection.reset.about': '新しいリンクを発行し、以前のリンクは無効になります',
  'selection.removePeople': 'ユーザーを削除',
  'selection.none': '先にユーザーを選択してください。',
  'selection.cleared': '選択をクリアしました',
  'selection.cleared.body': '一覧に別のユーザーが表示されています。',
};
