import type { Translation } from '../translation.ts';

export const operatorMessages: Translation = {
  'operator.product': 'ボリューム ライセンス',
  'operator.pages': '運用',
  'operator.outbox': '送信トレイ',
  'operator.inbox': '受信トレイ',
  'operator.signOut': 'サインアウト',
  'operator.token.outbox.lead':
    'このインスタンスのすべてのメールを運用担当者が確認する画面です。記載されたリンクは有効なため、発行元の API トークンが必要です。',
  'operator.token.inbox.lead':
    'フィードバックとサポート チケットを運用担当者が確認し、回答する画面です。発行元の API トークンが必要です。',
  'operator.token.label': '発行元の API トークン',
  'operator.token.hint': 'mun_ で始まります。サインアウトするかタブを閉じるまで、このタブに保持されます。',
  'operator.token.where': 'デモ データで起動したサーバーは、トークンを含むアドレスを表示します。',
  'operator.token.outbox.open': '送信トレイを開く',
  'operator.token.inbox.open': '受信トレイを開く',
  'operator.token.missing': 'トークンを貼り付けてください。',
  'operator.token.form': 'トークンは mun_ で始まる 47 文字です。',
  'operator.token.unknown': 'このトークンは不明か、期限切れか、取り消されています。',
  'operator.token.foreign': 'このトークンは発行元のものではありません。',
};
