import type { Translation } from '../translation.ts';

export const assignCopyMessages: Translation = {
  'assign.copy.title': '別のユーザーのアクセスをコピー',
  'assign.copy.description': '後任や代理のために使います。これで誰かがロールを失うことはありません。',
  'assign.copy.search': 'アクセスをコピーするユーザーを検索',
  'assign.copy.results': '見つかったユーザー',
  'assign.copy.nobodyFound': 'ここでロールを持つユーザーは見つかりません。',
  'assign.copy.searchFailed': '検索の応答がありませんでした。もう一度入力してください。',
  'assign.copy.from': '{name} のアクセス',
  'assign.copy.other': '別のユーザーを選択',
  'assign.copy.loadFailed': '{name} のアクセスを読み込めませんでした',
  'assign.copy.nothing': '{name} には、管理しているライセンス ID で割り当てられたロールがありません。',
  'assign.copy.all': 'すべて ({count, plural, other {ライセンス ID # 件}})',
  'assign.copy.list': '{name} のライセンス ID',
  'assign.copy.pick': '{licenseId} のロールをコピー',
  'assign.copy.inherited': '管理者は継承されたもので、コピーされません。',
  'assign.copy.to': 'コピー先',
  'assign.copy.toNobody': '先に下書きにユーザーを追加してください。',
  'assign.copy.apply': '{count, plural, =0 {コピー先が未選択です} other {# 人にコピー}}',
  'assign.copy.noLicenses': '先にライセンス ID を選択してください。',
  'assign.copy.noPeople': '先にコピー先を選択してください。',
  'assign.copy.failed': 'これらのユーザーの現在のロールを読み込めませんでした。何もコピーされていません。',
  'assign.copy.done':
    '{count, plural, other {# 人}}の下書きに、{licenseIds, plural, other {# 件のライセンス ID}}での {name} のロールが入りました。',
  'assign.copy.leftOut': '{licenseIds} では{roles}を付与できないため、除外されました。',
};
