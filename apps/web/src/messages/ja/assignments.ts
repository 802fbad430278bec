import type { Translation } from '../translation.ts';

export const assignmentMessages: Translation = {
  'assignments.assign': 'ユーザーを割り当てる',
  'assignments.assign.short': '割り当て',
  'assignments.list': 'ユーザー',
  'assignments.search': '名前またはメールを検索',
  'assignments.filter.status': '状態',
  'assignments.filter.role': 'ロール',
  'assignments.filter.license': 'ライセンス ID',
  'assignments.filter.license.search': 'ライセンス ID を検索',
  'assignments.filter.license.none': '該当する管理対象のライセンス ID はありません',
  'assignments.filters.title': 'ユーザーのフィルター',
  'assignments.filters.show': '{count, plural, other {# 人}}を表示',
  'assignments.count': '{count, plural, other {# 人}}',
  'assignments.count.of': '{total, plural, other {# 人}}中 {count, number} 人',
  'assignments.error': 'ユーザーの一覧を読み込めませんでした',
  'assignments.error.refresh': '一覧を更新できませんでした。',
  'assignments.empty.filtered': '条件に一致するユーザーはいません',
  'assignments.empty.filtered.body':
    '名前の一部で検索するか、フィルターをクリアして {total, plural, other {# 人}}全員を表示してください。',
  'assignments.empty.filtered.clear': 'フィルターをクリア',
  'assignments.empty.good': '対応が必要なものはありません',
  'assignments.empty.first': 'ロールを持つユーザーはまだいません',
  'assignments.empty.first.body': 'ユーザーを契約に割り当てると、状態とともにここに表示されます。',

  'assignments.column.name': '表示名',
  'assignments.column.status': '状態',
  'assignments.column.actions': '操作',
  'assignments.column.more': 'その他の操作',
  'assignments.column.signInEmail': 'サインイン用メール',
  'assignments.column.businessEmail': '業務用メール',
  'assignments.column.roles': 'ボリューム ライセンスのロール',
  'assignments.column.roles.short': 'ロール',
  'assignments.sameAsSignIn': 'サインイン用と同じ',
  'assignments.you': 'あなた',

  'assignments.viewAccess': 'アクセス権',
  'assignments.viewAccessOf': '{name} のアクセス権を表示',
  'assignments.moreFor': '{name} のその他の操作',
  'assignments.resend': '招待を再送信',
  'assignments.resend.about': 'リンクと有効期限は同じです',
  'assignments.reset': '招待をリセット',
  'assignments.reset.about': '新しいリンクを発行し、以前のリンクは無効になります',
  'assignments.assignAgain': 'もう一度割り当てる',
  'assignments.assignAgain.about': '同じロールを確認して保存します',
  'assignments.remove': 'ユーザーを削除',

  'assignments.resent': '{name} への招待を再送信しました',
  'assignments.resent.body': '現在のリンクは {date} まで有効です。',
  'assignments.wasReset': '{name} への招待をリセットしました',
  'assignments.wasReset.body': '新しいリンクは {date} まで有効です。以前のリンクは使用できません。',
  'assignments.heldMail': '{seconds, plural, =0 {} other {メールは # 秒後に送信されます。}}',
  'assignments.notSent': '{name} への招待は送信されませんでした',
  'assignments.notSent.tooSoon': '直前の送信から 1 分経っていません。届くまで待ってから再送信してください。',
  'assignments.notSent.none': '待機中の招待はありません。登録されたか、取り消されています。',
  'assignments.notSent.expired':
    '招待は期限内に承諾されませんでした。リセットして新しい招待を送信してください。',
  'assignments.notSent.gone': '{name} は、管理対象のライセンス ID のロールを持っていません。',
  'assignments.notAnswered':
    'サーバーから応答がありませんでした。接続を確認してから、もう一度お試しください。',

  'assignments.remove.title': '{name} を削除しますか？',
  'assignments.remove.title.you': '自分自身を削除しますか？',
  'assignments.remove.loses':
    '{count, plural, other {# 件のライセンス ID}} へのアクセス権を失い、この一覧から削除されます。',
  'assignments.remove.loses.you':
    '{count, plural, other {# 件のライセンス ID}} へのアクセス権を失い、この一覧から削除されます。',
  'assignments.remove.you.manage': '管理対象は、以後ほかの管理者が管理します。',
  'assignments.remove.inherits':
    '{count, plural, other {# 件のライセンス ID}} で割り当てられたロールを失い、継承したロールだけを持つユーザーとして一覧に残ります。',
  'assignments.remove.inherits.you':
    '{count, plural, other {# 件のライセンス ID}} で割り当てられたロールを失い、継承したロールだけを持つユーザーとして一覧に残ります。',
  'assignments.remove.gone':
    'このユーザーはディレクトリに存在しません。{count, plural, other {# 件のライセンス ID}} のロールは継承分も含めてすべて終了し、この一覧から削除されます。',
  'assignments.remove.told': '{email} にメールで通知されます。',
  'assignments.remove.pending': '招待は取り消され、リンクは使用できなくなります。',
  'assignments.remove.confirm': 'ユーザーを削除',
  'assignments.remove.confirm.you': '自分を削除',
  'assignments.removed': '{name} を削除しました',
  'assignments.removed.body': '管理対象のライセンス ID へのアクセス権はなくなりました。',
  'assignments.removed.you': 'あなたは削除されました',
  'assignments.removed.you.body': '管理していたライセンス ID へのアクセス権はなくなりました。',
  'assignments.remove.last':
    '{name} は {licenseIds} の最後の登録済み管理者です。先に別の管理者を指定してください。',
  'assignments.remove.last.you':
    'あなたは {licenseIds} の最後の登録済み管理者です。先に別の管理者を指定してください。',
  'assignments.remove.stale':
    '{name} はその間に変更されました。失われる内容をもう一度確認してから削除してください。',
  'assignments.remove.failed': '何も削除されていません。',
};
