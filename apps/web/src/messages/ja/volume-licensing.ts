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
};
