import type { Translation } from '../translation.ts';

export const noAccessMessages: Translation = {
  'frame.noAccess.title': 'ボリューム ライセンスへのアクセス権がまだありません',
  'frame.noAccess.body':
    '{email} としてサインインしています。招待を受けている場合は、招待メールのリンクを開いてください。それ以外の場合は、誰に問い合わせればよいかをライセンス パートナーにお尋ねください。',
  'frame.noAccess.again': '別のアカウントでサインイン',
  'frame.noAccess.failed': 'まだサインインしています',
  'frame.noAccess.failed.body':
    'サーバーから応答がありませんでした。しばらくしてからもう一度お試しください。',
};
