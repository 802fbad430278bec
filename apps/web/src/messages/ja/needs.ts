import type { Translation } from '../translation.ts';

export const needsMessages: Translation = {
  'needs.heading': 'このページへのアクセス権がありません',
  'needs.administrator': 'このページを表示するには管理者ロールが必要です',
  'needs.whomToAsk':
    '誰に問い合わせればよいかは、パートナーにお尋ねください。購買部門、経理部門、または IT 部門がパートナーを把握している場合があります。',
  'needs.roles':
    '{page, select, contracts {契約} orders {注文} keys {キー} productsAndServices {製品とサービス} summaries {ライセンス概要} downloads {ダウンロード} services {オンライン サービス} benefits {特典} subscriptions {サブスクリプション} invoices {請求書} other {このページ}}を表示するには{roles}が必要です',
  'needs.neutral':
    '{page, select, contracts {契約} orders {注文} keys {キー} productsAndServices {製品とサービス} summaries {ライセンス概要} downloads {ダウンロード} services {オンライン サービス} benefits {特典} subscriptions {サブスクリプション} invoices {請求書} other {このページ}}を開けるロールがありません',
};
