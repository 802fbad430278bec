import type { Translation } from '../translation.ts';

export const feedbackMessages: Translation = {
  'feedback.title': 'フィードバックを送る',
  'feedback.lead': 'この製品の提供元である {publisher} に送信されます。',
  'feedback.help': 'お困りのことがある場合は',
  'feedback.help.link': 'ヘルプとサポートへ移動',
  'feedback.sentiment': '満足度をお聞かせください (省略可能)',
  'feedback.satisfied': '満足',
  'feedback.neither': 'どちらでもない',
  'feedback.dissatisfied': '不満',
  'feedback.text': '良い点や改善してほしい点をお聞かせください',
  'feedback.text.missing': 'ご意見を入力してください。',
  'feedback.text.long': '{count} 文字超えています。短くしてください。',
  'feedback.organization': '組織',
  'feedback.organization.missing': '対象の組織を選択してください。',

  'feedback.screenshot': 'スクリーンショット (省略可能)',
  'feedback.screenshot.hint':
    'PNG、JPEG、WebP。貼り付けることもできます。{publisher} に見せるべきでない情報が含まれていないか確認してください。',
  'feedback.screenshot.choose': '画像を選択',
  'feedback.screenshot.take': 'スクリーンショットを撮る',
  'feedback.screenshot.preview': 'スクリーンショット',
  'feedback.screenshot.remove': 'スクリーンショットを削除',
  'feedback.screenshot.added': 'スクリーンショットを追加しました',
  'feedback.screenshot.noPicture': '表示できない画像です。PNG、JPEG、WebP のいずれかを選択してください。',
  'feedback.screenshot.tooLarge': '画像のサイズが大きすぎます。2 MB 以下の画像を選択してください。',
  'feedback.screenshot.notTaken': 'スクリーンショットを撮れませんでした。代わりに画像を選択できます。',

  'feedback.contact': 'この件について連絡を受け取る',
  'feedback.email': 'メール',
  'feedback.email.wrong': 'メール アドレスを 1 つ入力してください。',
  'feedback.sentWith': '名前、サインイン用メール、このページのアドレスも送信されます。',
  'feedback.send': 'フィードバックを送信',
  'feedback.failed': '送信できませんでした。入力内容は保持されます。',
  'feedback.failed.offline':
    'サーバーから応答がありませんでした。接続を確認してから、もう一度送信してください。',
  'feedback.sent': 'フィードバックを送信しました。ありがとうございます',
  'feedback.sent.body': '{publisher} がすべて確認します。',
  'feedback.sent.contact': '{publisher} がすべて確認し、{email} に連絡する場合があります。',
  'feedback.more': 'さらにフィードバックを送る',
  'feedback.close': '閉じる',
};
