export const undoMessages = {
  'undo.undo': '元に戻す',
  'undo.undoOf': '{date} の変更を元に戻す',
  'undo.saved': '割り当てを保存しました',
  'undo.saved.nothing': '保存するものはありません。これらのロールはすでに割り当てられています',
  'undo.saved.emails':
    '{count, plural, other {# 通のメール}}が{seconds, plural, =0 {すぐに} other { # 秒後に}}送信されます。',
  'undo.saved.noEmails': 'メールは送信されません。',
  'undo.done': '元に戻しました',
  'undo.done.noEmails': 'メールは送信されていません。',
  'undo.done.someEmails':
    '{cancelled, plural, other {# 通}}は送信されませんでした。ほかの{count, plural, other { # 通}}は{seconds, plural, =0 {すぐに} other { # 秒後に}}送信されます。',
  'undo.failed': '元に戻せませんでした',
  'undo.failed.already': 'この変更はすでに元に戻されています。',
  'undo.failed.since':
    '{licenseIds} でその後に変更がありました。現在の状態を確認し、必要に応じて変更してください。',
  'undo.failed.last': '{licenseIds} に管理者がいなくなります。先に別の管理者を指定してください。',
  'undo.failed.inProgress': '変更を適用中です。通常は数秒で終わりますので、その後にもう一度お試しください。',
  'undo.failed.notYours': '現在管理していないものが含まれています。',
  'undo.failed.noAnswer':
    'サーバーから応答がありませんでした。もう一度試しても二重に実行されることはありません。',
  'undo.tryAgain': 'もう一度試す',
  'undo.show': '変更を表示',
} as const;
