import type { Translation } from '../translation.ts';

export const volumeLicensingMessages: Translation = {
  'overview.billing': '課金',
  'overview.sole.title': '{count, plural, other {# 件のライセンス ID}} で管理者があなただけです',
  'overview.sole.title.all': '管理者はあなただけです',
  'overview.sole.body':
    'あなたが不在の場合、ほかの誰もロールの割り当て、ライセンスの登録、アクセスの回復を行えません。それぞれに代理の管理者を追加してください。',
  'overview.sole.body.one':
    'あなたが不在の場合、ほかの誰もロールの割り当て、ライセンスの登録、アクセスの回復を行えません。代理の管理者は 1 分で追加できます。',
  'overview.sole.add': '{count, plural, other {2 人目の管理者を追加}}',
  'overview.sole.list': '管理者が 1 人のライセンス ID',
  'overview.sole.suggested': '候補: {name}',
  'overview.sole.noSuggestion': 'ほかにロールを持つユーザーがいません',
  'overview.sole.noneActive': '提案できる有効なユーザーがまだいません',
  'overview.sole.people': '{count, plural, other {利用者 # 人}}',
  'overview.sole.peopleOf': '{name}、ライセンス ID {licenseId} のユーザー',
  'overview.sole.more': '他 {count, number} 件を表示',
  'overview.clear': 'すべてのライセンス ID に 2 人以上の管理者がいます。',
  'overview.clear.one': 'ライセンス ID に 2 人以上の管理者がいます。',

  'overview.roles': 'ロールの割り当て',
  'overview.scope': '{licenseIds, plural, other {# 件のライセンス ID}} に {people, plural, other {# 人}}',
  'overview.assign': '契約へのユーザーの割り当て',
  'overview.assign.about': 'ユーザーを追加してロールを付与します',
  'overview.manage': 'ロールの割り当ての管理',
  'overview.manage.about': '誰が何を行えるかを確認、変更します',
  'overview.count.invitation-sent': '{count, plural, other {保留中の招待}}',
  'overview.count.invitation-expired': '{count, plural, other {期限切れの招待}}',
  'overview.count.assignment-in-progress': '{count, plural, other {割り当て中}}',
  'overview.count.failed': '{count, plural, other {失敗した割り当て}}',
  'overview.count.user-not-found': 'ディレクトリにないユーザー',

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
