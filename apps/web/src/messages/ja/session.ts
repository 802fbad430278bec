import type { Translation } from '../translation.ts';

export const sessionMessages: Translation = {
  'session.ended': 'サインアウトしました',
  'session.ended.body':
    'セッションが終了しました。新しいウィンドウでもう一度サインインしてください。ここでの作業内容はそのまま残ります。',
  'session.again': 'もう一度サインイン',
  'session.leave': 'このページから移動',
  'session.other': '別のユーザーがサインインしました。',
  'session.other.body':
    'このページは {email} のものです。続けるには、このアカウントでサインインしてください。',
  'session.back': 'サインインしました',
  'session.back.body': '元のウィンドウに戻ってください。このウィンドウは閉じてかまいません。',
  'session.back.home': 'ここでボリューム ライセンスを開く',
};
