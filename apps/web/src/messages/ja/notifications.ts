import type { Translation } from '../translation.ts';

export const notificationMessages: Translation = {
  'notifications.title': '通知',
  'notifications.waiting': '対応が必要な項目を確認しています。',
  'notifications.none': '対応が必要なものはありません',
  'notifications.failed': '{count, plural, other {# 件の割り当てが失敗しました}}',
  'notifications.failed.body':
    'もう一度割り当ててください。失敗が続く場合は、サポートにお問い合わせください。',
  'notifications.user-not-found': '{count, plural, other {# 人がディレクトリにいません}}',
  'notifications.user-not-found.body':
    '{count, plural, other {ユーザーを削除するか、アカウントを復元してください。}}',
  'notifications.invitation-expired': '{count, plural, other {# 件の招待が期限切れです}}',
  'notifications.invitation-expired.body':
    '{count, plural, other {リセットして新しい招待を送信してください。}}',
  'notifications.sole-administrator': '{count, plural, other {# 件のライセンス ID で管理者があなただけです}}',
  'notifications.sole-administrator.body': '{count, plural, other {ほかの管理者を指定してください。}}',
};
