import type { Translation } from '../translation.ts';

export const roleAboutMessages: Translation = {
  'role.about.administrator': 'ロールの付与と削除、およびほかのロールで許可されるすべての操作。',
  'role.about.licensing-info-viewer': '契約、注文、契約キーの表示と、ライセンス概要の作成。',
  'role.about.product-download-manager': '契約の表示と、ソフトウェアのダウンロード。',
  'role.about.product-keys-reader':
    '契約とすべてのキーの表示と、オンライン サービスのライセンス認証および引き換え。',
  'role.about.benefits-reader': '契約の表示と、Home Use Program の特典の管理。',
  'role.about.online-services-manager':
    '契約と注文の表示、サービスの予約、ライセンス認証、引き換え、サブスクリプションの管理。',
  'role.about.invoice-reader': '契約の表示と、請求書の一覧表示およびダウンロード。',
};
