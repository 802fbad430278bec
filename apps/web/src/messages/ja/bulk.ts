import type { Translation } from '../translation.ts';

export const bulkMessages: Translation = {
  'bulk.add.title': '{count, plural, other {# 人}}にロールを追加',
  'bulk.remove.title': '{count, plural, other {# 人}}からロールを削除',
  'bulk.people.title': '{count, plural, other {# 人}}を削除',
  'bulk.all': '一覧のフィルターに一致する全員が対象です。',

  'bulk.roles': 'ロール',
  'bulk.roles.failed': 'ロールを読み込めませんでした',
  'bulk.role.where': '{about} ({licenseIds} のみ)',

  'bulk.where': 'ライセンス ID',
  'bulk.where.everywhere': '管理対象のすべてのライセンス ID',
  'bulk.where.chosen': '選択したライセンス ID',
  'bulk.licenses.search': 'ライセンス ID を検索',
  'bulk.licenses.count': '{shown, plural, other {# 件のライセンス ID}}、{selected, number} 件を選択',
  'bulk.licenses.clear': '選択をクリア',
  'bulk.licenses.none': '一致するライセンス ID はありません',
  'bulk.licenses.failed': 'ライセンス ID を読み込めませんでした',
  'bulk.licenses.column': 'ライセンス ID',
  'bulk.licenses.contract': '契約',

  'bulk.review': '変更を確認',
  'bulk.review.roles': '先にロールを選択してください。',
  'bulk.review.licenses': '先にライセンス ID を選択してください。',
  'bulk.back': '戻る',
  'bulk.checking': '{count, plural, other {# 人}}の変更内容を確認中',
  'bulk.failed': '変更内容を確認できませんでした',
  'bulk.safe': '何も変更されていません。',

  'bulk.summary': '概要',
  'bulk.summary.added': '追加するロール',
  'bulk.summary.removed': '削除するロール',
  'bulk.summary.people': 'ユーザー',
  'bulk.summary.licenses': 'ライセンス ID',
  'bulk.summary.emails': 'メール',
  'bulk.hold':
    '{count, plural, =0 {この変更ではメールは送信されません。} other {メールは保存の {seconds, plural, other {# 秒}}後に送信されます。}}',
  'bulk.checks': 'チェック',
  'bulk.changes': '変更内容',
  'bulk.mail.invitation': '{to} に招待を送信',
  'bulk.mail.permission-change': '{to} に権限変更の通知メールを送信',
  'bulk.mail.none': 'メールなし',
  'bulk.morePeople': '{count, plural, other {他 # 人}}',
  'bulk.nothing': '変更はありません。',
  'bulk.blocked': '保存できません。チェックを確認してください。',

  'bulk.skipped': '変更しないロール',
  'bulk.skipped.role-inherited':
    '{count, plural, other {# 件のロール}}は継承されたもので、本人だけが個人設定で放棄できます。',
  'bulk.skipped.assignment-in-progress':
    '{count, plural, other {# 件のロール}}は以前の変更が適用されるのを待っています。完了後に{count, plural, other {追加してください。}}',
  'bulk.skipped.not-held': '{count, plural, other {# 件のロール}}は割り当てられていません。',
  'bulk.skipped.held-already': '{count, plural, other {# 件のロール}}はすでに割り当てられています。',
  'bulk.skipped.row': '{name}: {licenseId} の {role}',

  'bulk.reason': '理由 (省略可能)',
  'bulk.reason.hint': '変更とともに記録されます (500 文字以内)。対象のユーザーには通知されません。',
  'bulk.add.confirm': '{people, plural, other {# 人}}に {roles, plural, other {# 件のロール}}を追加',
  'bulk.remove.confirm': '{people, plural, other {# 人}}から {roles, plural, other {# 件のロール}}を削除',
  'bulk.people.confirm': '{people, plural, other {# 人}}を削除',
  'bulk.saving': '{count, plural, other {# 件のロール変更}}を保存中',
  'bulk.saving.long': '大きな変更には数秒かかります。開いたままにしてください。',

  'bulk.notSaved': '何も保存されていません。',
  'bulk.notAnswered':
    '応答がなく、保存されたかどうかわかりません。再試行しても二重に保存されることはありません。',
  'bulk.problem.last-administrator': '{licenseIds} の管理者がいなくなります。',
  'bulk.problem.assignment-in-progress':
    '含まれるユーザーに対する以前の変更を適用中です。通常は数秒で完了します。',
  'bulk.problem.gone': '選択したユーザーの中に、管理対象のライセンス ID からいなくなった人がいます。',
  'bulk.problem.licenseIds': '{licenseIds} を管理していません。',
  'bulk.number.changed': 'ユーザー数が変わりました',
  'bulk.number.changed.body':
    '選択時は {before, number} 人でしたが、現在は {now, plural, other {# 人}}です。保存する前に変更内容を確認してください。',
  'bulk.number.changed.unknown':
    '一致するのは {before, number} 人ではなくなりました。再読み込みして変更内容を確認してください。',
  'bulk.number.again': '再読み込み',

  'bulk.removed': '{count, plural, other {# 人}}を削除しました',

  'bulk.resend.title': '{count, plural, other {# 人}}に招待を再送信',
  'bulk.resend.about':
    '保留中の招待がある人にもう一度送信します。リンクと有効期限は同じです。ほかの人にメールは送信されません。',
  'bulk.resend.confirm': '{count, plural, other {# 人}}に再送信',
  'bulk.reset.title': '{count, plural, other {# 人}}の招待をリセット',
  'bulk.reset.about':
    '保留中の招待がある人に、新しいリンクと有効期限の招待を送信します。以前のリンクは無効になります。ほかの人にメールは送信されません。',
  'bulk.reset.confirm': '{count, plural, other {# 人}}をリセット',
  'bulk.sending': '送信中',
  'bulk.sent': '{count, plural, =0 {招待は送信されませんでした} other {# 件の招待を送信しました}}',
  'bulk.sent.hold': '{count, plural, other {}}{seconds, plural, other {# 秒}}後に送信されます。',
  'bulk.sent.of': '{count, plural, other {# 人}}中 {sent, number} 人。',
  'bulk.outcomes': '各ユーザーの結果',
  'bulk.outcome.sent': '送信済み',
  'bulk.outcome.no-open-invitation': '保留中の招待なし',
  'bulk.outcome.too-soon': '1 分以内に送信済み',
  'bulk.outcome.expired': '期限切れ (リセットが必要)',
  'bulk.outcome.resetExpired': '{count, plural, other {期限切れの招待 # 件をリセット}}',
  'bulk.notSent': '招待は送信されませんでした。',
};
