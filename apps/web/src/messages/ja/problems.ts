import type { Translation } from '../translation.ts';

export const problemMessages: Translation = {
  'problem.invalid-request': '送信内容がサーバーで受け付けられませんでした。入力内容を確認してください。',
  'problem.organization-required': '対象の組織を特定できません。スタート ページから開いてください。',
  'problem.not-signed-in': 'サインアウトしています。もう一度サインインしてください。',
  'problem.not-found': '存在しないか、表示する権限がありません。',
  'problem.license-id-not-found': '対象のライセンス ID へのアクセス権がありません。',
  'problem.vl-user-not-found': 'このユーザーはもう一覧にありません。',
  'problem.stale-version': 'その間に変更されました。内容を確認してから、もう一度お試しください。',
  'problem.payload-too-large': 'サイズが大きすぎるため送信できません。',
  'problem.too-many-requests': '短時間に要求が多すぎます。1 分ほど待ってから、もう一度お試しください。',
  'problem.internal-error': 'サーバーでエラーが発生しました。',
  'problem.unavailable': '現在、サーバーを利用できません。',
  'problem.other': 'サーバーに拒否されました。',
};
