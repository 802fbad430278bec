import type { Translation } from '../translation.ts';

export const heldAccessMessages: Translation = {
  'overview.changes': '最近の変更',
  'overview.changes.none': '変更はまだありません。',
  'overview.changes.undone': '元に戻し済み',
  'overview.changes.all': 'すべてのアクティビティ',
  'overview.changes.error': '最近の変更を読み込めませんでした。',
  'overview.held': 'アクセス権',
  'overview.held.count': '{count, plural, other {# 件のライセンス ID}}',
  'overview.held.search': 'ライセンス ID を検索',
  'overview.held.agreement': '基本契約 {number}',
  'overview.held.error': 'アクセス権を読み込めませんでした',
  'overview.held.until': '{date} まで',
  'overview.held.expired': '{date} に期限切れ',
  'overview.held.more': 'さらに表示',
  'overview.held.noMatch': '一致するライセンス ID はありません',
  'overview.held.noMatch.body': '名前、番号、またはプログラムの一部で検索してください。',
  'overview.none': '現在、ロールがありません',
  'overview.none.body':
    '{organization} に登録されていますが、現在割り当てられているものはありません。誰に問い合わせればよいかは、ライセンス パートナーにお尋ねください。',
  'overview.ask': 'さらにアクセス権が必要な場合',
  'overview.ask.body':
    '誰に問い合わせればよいかは、ライセンス パートナーにお尋ねください。購買部門、経理部門、または IT 部門がパートナーを把握している場合があります。',
};
