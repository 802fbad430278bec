import type { Translation } from '../translation.ts';

export const frameMessages: Translation = {
  'frame.product': 'ボリューム ライセンス',
  'frame.documentTitle': '{page} - ボリューム ライセンス',
  'frame.documentTitleWithOrganization': '{page} - {organization} - ボリューム ライセンス',
  'frame.skip': '本文へ移動',
  'frame.switchOrganization': '組織: {organization}',
  'frame.organizations': '組織',
  'frame.organizations.search': '組織を検索',
  'frame.search': 'ユーザー、ライセンス ID、操作を検索',
  'frame.search.held': 'ライセンス ID、操作を検索',
  'frame.search.keys': 'Ctrl K',
  'frame.search.keys.apple': '⌘ K',
  'frame.notifications': '{count, plural, =0 {通知} other {通知: 対応が必要な項目が # 件あります}}',
  'frame.settings': '設定',
  'frame.settings.documentation': 'API ドキュメント',
  'frame.help': 'ヘルプ',
  'frame.account': '{name} のアカウント',
  'frame.account.preferences': '個人設定',
  'frame.account.tokens': 'API トークン',
  'frame.account.signOut': 'サインアウト',
  'frame.signOut.failed': 'まだサインインしている可能性があります',
  'frame.signOut.failed.body':
    'サーバーから応答がありませんでした。接続を確認してから、もう一度サインアウトしてください。',
  'frame.openNavigation': 'ナビゲーションを開く',
  'frame.navigation': 'メイン',
  'frame.nav.billing': '課金',
  'frame.nav.products': '製品',
  'frame.nav.roles': 'ロール',
  'frame.nav.assignments': '割り当ての管理',
  'frame.nav.assign': 'ユーザーの割り当て',
  'frame.nav.matrix': 'アクセス マトリックス',
  'frame.nav.activity': 'アクティビティ',
  'frame.footer.synced': 'ディレクトリの同期: {when}',
  'frame.footer.effect': 'ロールの変更は数秒以内に反映されます。',
  'frame.footer.publisher': '提供元: {publisher}',
  'frame.offline':
    'オフラインです。読み込み済みの内容は閲覧でき、下書きは保持されます。オンラインに戻ると保存できるようになります。',
  'frame.outdated':
    'コンソールの一部を読み込めませんでした。開いた後に更新された可能性があります。下書きは保持されます。',
  'frame.demo': 'デモ データ',
  'frame.noAccess.title': 'ボリューム ライセンスへのアクセス権がまだありません',
  'frame.noAccess.body':
    '{email} としてサインインしています。招待を受けている場合は、招待メールのリンクを開いてください。それ以外の場合は、誰に問い合わせればよいかをライセンス パートナーにお尋ねください。',
  'frame.noAccess.again': '別のアカウントでサインイン',
  'frame.noAccess.failed': 'まだサインインしています',
  'frame.noAccess.failed.body':
    'サーバーから応答がありませんでした。しばらくしてからもう一度お試しください。',
  'frame.role.needed': 'このページへのアクセス権がありません',
  'frame.role.needed.title': 'このページを表示するには管理者ロールが必要です',
  'frame.role.needed.body':
    '誰に問い合わせればよいかは、パートナーにお尋ねください。購買部門、経理部門、または IT 部門がパートナーを把握している場合があります。',
};
