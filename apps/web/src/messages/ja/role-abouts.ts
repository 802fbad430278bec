import type { Translation } from '../translation.ts';

export const roleAboutMessages: Translation = {
  'role.about.administrator': 'ロールの付与と削除、およびほかのロールのすべての操作ができます。',
  'role.about.licensing-info-viewer': '契約、注文、契約キーを表示し、ライセンス概要を作成できます。',
  'role.about.product-download-manager': '契約を表示し、ソフトウェアをダウンロードできます。',
  'role.about.product-keys-reader':
    '契約とすべてのキーを表示し、オンライン サービスのライセンス認証と引き換えができます。',
  'role.about.benefits-reader': '契約を表示し、Home Use Program の特典を管理できます。',
  'role.about.online-services-manager':
    '契約と注文を表示し、サービスの予約、ライセンス認証、引き換え、サブスクリプションの管理ができます。',
  'role.about.invoice-reader': '契約を表示し、請求書の一覧表示とダウンロードができます。',
};
