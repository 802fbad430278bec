import type { Translation } from '../translation.ts';

export const verifyMessages: Translation = {
  'verify.heading': '変更内容',
  'verify.list': 'ユーザーとライセンス ID ごとの変更',
  'verify.showUnchanged': '変更のないロールを表示',
  'verify.checking': '{pairs, plural, other {# 件の割り当て}}をチェック中',
  'verify.failed': '変更をチェックできませんでした',
  'verify.back': '戻る',
  'verify.backToDraft': '下書きに戻る',
  'verify.edit': '編集',
  'verify.editPerson': '{name} を編集',

  'verify.empty.title': '確認する下書きがありません',
  'verify.empty.body': '先にユーザー、契約、ロールを追加してください。',
  'verify.empty.action': 'ユーザーを契約に割り当てる',
  'verify.gap.title': 'この下書きはまだ確認できません',

  'verify.mail.invitation': '{to} に招待を送信',
  'verify.mail.permission-change': '権限変更の通知メールを送信',
  'verify.mail.permission-changeAt': '{to} に権限変更の通知メールを送信',
  'verify.mail.none': 'メールなし',
  'verify.mail.newBusinessEmail': '新しい業務用メール: {businessEmail}',
  'verify.noChange': '変更なし',
  'verify.noChangeHere': 'ロールの変更なし',

  'verify.summary': '概要',
  'verify.summary.added': '追加するロール',
  'verify.summary.removed': '削除するロール',
  'verify.summary.people': 'ユーザー',
  'verify.summary.emails': 'メール',
  'verify.summary.when': '保存した時点、またはユーザーが登録した時点で有効になります。',

  'verify.emails': 'メール',
  'verify.emails.none': 'この変更ではメールは送信されません。',
  'verify.emails.invitation': '{to} への招待',
  'verify.emails.permission-change': '{to} への権限変更の通知',
  'verify.emails.more': '{count, plural, other {他 # 通のメール (各ユーザーの横に表示)}}',

  'verify.checks': 'チェック',
  'verify.checks.none': '問題は見つかりませんでした',
  'verify.level.blocking': '保存できません',
  'verify.level.warning': '警告',
  'verify.level.information': '情報',
  'verify.level.good': '良好',
  'verify.check.last-administrator': '{licenseIds} の管理者がいなくなります',
  'verify.check.last-administrator.body':
    '1 人を残すか、登録済みの別の管理者を指定してください。招待されただけのユーザーは含まれません。',
  'verify.check.role-inherited': '{count, plural, other {{people} は {licenseIds} のロールを継承しています}}',
  'verify.check.role-inherited.body': '本人だけが個人設定で放棄できます。下書きから取り除いてください。',
  'verify.check.assignment-in-progress': '{people} に対する以前の変更を適用中です',
  'verify.check.assignment-in-progress.body':
    '通常は数秒で完了します。その後もう一度チェックするか、待つ必要のないロールの削除だけを保存してください。',
  'verify.check.drops-to-one-administrator':
    '{count, plural, other {{licenseIds} の管理者が 1 人だけになります}}',
  'verify.check.drops-to-one-administrator.body':
    'ライセンス ID ごとに、1 人以上の代理の管理者を指定してください。',
  'verify.check.administrator-pending':
    '{count, plural, other {{people} は登録後に {licenseIds} を管理します}}',
  'verify.check.administrator-pending.body': 'それまでは、ほかの管理者が交代することはできません。',
  'verify.check.gains-second-administrator':
    '{count, plural, other {{licenseIds} に 2 人目の管理者が加わります}}',
  'verify.check.gains-second-administrator.body':
    '管理者が 1 人だけという {count, plural, other {# 件のリスク}}が解消されます。',
  'verify.check.keep': '{name} を {licenseId} の管理者として残す',

  'verify.reason': '理由 (省略可能)',
  'verify.reason.hint': '変更とともに記録されます (500 文字以内)。対象のユーザーには通知されません。',

  'verify.bar.hold':
    '{count, plural, =0 {この変更ではメールは送信されません。} other {メールは保存の {seconds, plural, other {# 秒}}後に送信されるため、すべて元に戻せます。}}',
  'verify.bar.saving': '{count, plural, other {# 件のロール変更}}を保存中',
  'verify.save': '{count, plural, other {# 件のロール変更}}を保存',
  'verify.saveBusinessEmails': '{count, plural, other {# 件の業務用メール}}を保存',
  'verify.save.again': '再試行',
  'verify.nothing': '変更はありません。全員がすでにこれらのロールを持っています。',
  'verify.blocked': '保存できません: {check}。',
  'verify.checkingAgain': '変更をチェック中です。',

  'verify.stale.title': '編集中に、ほかのユーザーが変更しました。',
  'verify.stale.by': '{actor} が {name} の {licenseIds} を変更しました。',
  'verify.stale.person': '{name} が変更されました。',
  'verify.stale.more': '{count, plural, other {他 # 人も変更されました。}}',
  'verify.stale.body': '自分の内容を残して現在の状態と照合するか、相手の内容を残してください。',
  'verify.stale.first': '保存する前に、どちらの内容を残すか選んでください。',
  'verify.stale.done': '下の一覧は、下書きと現在の状態を比べたものです。',
  'verify.stale.failed': '現在の内容を読み込めませんでした。下書きは保持されます。',

  'verify.problem.kept': '何も保存されていません。下書きは保持されます。',
  'verify.problem.unavailable': '現在、サーバーを利用できません。',
  'verify.problem.unknown':
    '応答がなく、保存されたかどうかわかりません。再試行しても二重に保存されることはありません。',
  'verify.problem.last-administrator':
    'その間にほかのユーザーが管理者を変更したため、{licenseIds} の管理者がいなくなります。',
  'verify.problem.assignment-in-progress':
    '含まれるユーザーに対する以前の変更を適用中です。通常は数秒で完了します。',
  'verify.problem.licenseIds': '{licenseIds} を管理していません。',
  'verify.problem.removeLicenseIds': '{count, plural, other {下書きから取り除く}}',

  'verify.filter': '表示',
  'verify.filter.all': 'すべて',
  'verify.filter.added': '追加',
  'verify.filter.removed': '削除',
  'verify.filter.unchanged': '変更なし',
  'verify.filter.none.all': 'ロールの変更はありません',
  'verify.filter.none.added': '追加されるロールはありません',
  'verify.filter.none.removed': '削除されるロールはありません',
  'verify.filter.none.unchanged': '下書きのすべてのライセンス ID が変更されます',
  'verify.removalsFirst': 'ロールを失うユーザーが先に表示されます。',
  'verify.rescheduled': '{role} {now} (変更前: {before})',
  'verify.staysInherited': '管理者は {agreement} から継承されたまま残ります',
  'verify.plan': '変更計画をダウンロード (CSV)',
  'verify.plan.person': 'ユーザー',
  'verify.plan.signInEmail': 'サインイン用メール',
  'verify.plan.licenseId': 'ライセンス ID',
  'verify.plan.contract': '契約',
  'verify.plan.added': '追加するロール',
  'verify.plan.removed': '削除するロール',
  'verify.plan.rescheduled': '期間を変えるロール',
  'verify.plan.kept': '変更しないロール',
  'verify.plan.email': 'メールの宛先',
  'verify.check.outside': '{people}は{count, plural, other {ディレクトリに登録されていません}}',
  'verify.check.outside.body':
    'ディレクトリのアカウントとともにアクセスが終わることはありません。不要になったらここで削除してください。',
  'verify.stale.keepMine': '自分の内容を残す',
  'verify.stale.keepTheirs': '相手の内容を残す',
  'verify.stale.clash': '{licenseId} の {name}: 現在は{theirs}、自分の変更では{mine}',
  'verify.stale.noRoles': 'ロールなし',
};
