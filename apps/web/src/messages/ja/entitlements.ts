import type { Translation } from '../translation.ts';

export const entitlementMessages: Translation = {
  'entitlements.title': '契約と利用権',
  'entitlements.count': '{count, plural, other {# 件のライセンス ID}}',
  'entitlements.ending': '{count, plural, other {# 件が 90 日以内に終了}}',
  'entitlements.about.contracts': 'ロールを持つ契約',
  'entitlements.about.orders': '注文の内容と日付',
  'entitlements.about.keys': '契約のキー',
  'entitlements.about.productsAndServices': '製品別のキー',
  'entitlements.about.summaries': '利用できるライセンス',
  'entitlements.about.downloads': 'インストールするソフトウェア',
  'entitlements.about.services': '予約、ライセンス認証、引き換え',
  'entitlements.about.benefits': 'Home Use Program',
  'entitlements.about.subscriptions': '数量と更新',
  'entitlements.about.invoices': '請求書とクレジット メモ',
};
