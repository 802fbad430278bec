import type { Translation } from '../translation.ts';

export const matrixMessages: Translation = {
  'matrix.title': 'アクセス マトリックス',
  'matrix.grid': 'ユーザーとライセンス ID',
  'matrix.person': 'ユーザー',
  'matrix.search': 'マトリックス内を検索',
  'matrix.search.people': 'ユーザーを検索',
  'matrix.search.licenses': 'ライセンス ID を検索',
  'matrix.agreement': '基本契約',
  'matrix.legend': 'ロールを強調表示',
  'matrix.only': '{licenseId} のロールを持つユーザーのみ',
  'matrix.count': '{people, plural, other {# 人}}、{licenses, plural, other {# 件のライセンス ID}}。',
  'matrix.dot': '{dot} は管理者が 1 人のライセンス ID を示します。',
  'matrix.oneAdministrator': '(管理者が 1 人)',
  'matrix.error': 'マトリックスを読み込めませんでした',
  'matrix.empty': '一致するユーザーはいません',
  'matrix.empty.body': '名前の一部で検索するか、検索をクリアしてください。',
  'matrix.empty.licenses': '一致するライセンス ID はありません。',
  'matrix.empty.clear': 'フィルターをクリア',

  'matrix.letter.administrator': '管',
  'matrix.letter.licensing-info-viewer': '情',
  'matrix.letter.product-download-manager': 'ダ',
  'matrix.letter.product-keys-reader': 'キ',
  'matrix.letter.benefits-reader': '特',
  'matrix.letter.online-services-manager': 'オ',
  'matrix.letter.invoice-reader': '請',
};
