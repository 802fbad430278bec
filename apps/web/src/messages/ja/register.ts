import type { Translation } from '../translation.ts';

export const registerMessages: Translation = {
  'register.lead':
    '<b>{organization}</b> と {publisher} とのボリューム ライセンス契約のうち {count, plural, other {# 件のライセンス ID}} について、ロールが用意されています。登録すると有効になります。',
  'register.contact.lead':
    '<b>{organization}</b> と {publisher} とのボリューム ライセンス契約の連絡先に指定されています。登録すると、そのライセンス ID を管理し、誰が使用できるかを決められるようになります。',
  'register.contact.forward': 'ほかの方が管理する場合',
  'register.contact.forward.body':
    'ご自身では登録せず、招待メールをその方に転送してください。リンクからサインインして登録した方が、代わりに管理者になります。招待はライセンス ID ごとに分かれています。',
  'register.instead.lead':
    '<b>{organization}</b> の {publisher} ライセンス ID の管理者となり、誰が使用できるかを決めます。',
  'register.instead': '連絡先の代わりに登録しようとしています。',
  'register.instead.body':
    'この招待は契約の連絡先に送信されたもので、転送が認められています。登録すると、連絡先ではなくあなたがライセンス ID を管理します。登録されたことと日時は、連絡先にメールで通知されます。',
  'register.list': '登録する内容',
  'register.list.more': '{count, plural, other {他 # 件のライセンス ID}} を表示',
  'register.period.from': '{role} ({start} から)',
  'register.period.until': '{role} ({end} まで)',
  'register.period.fromUntil': '{role} ({start} から {end} まで)',
  'register.as': '登録するアカウント',
  'register.notYou': '別のアカウントでサインインする',
  'register.notYou.failed': 'まだサインインしている可能性があります。',
  'register.notYou.failed.body':
    'サーバーから応答がありませんでした。接続を確認してから、もう一度お試しください。',
  'register.act': '{count, plural, other {# 件のライセンス ID を登録}}',
  'register.expires': '招待の有効期限は {date} です。',
  'register.changed': '閲覧中に招待の内容が変更されました。',
  'register.changed.body': '現在の内容は次のとおりです。まだ何も登録されていません。',
  'register.noAnswer': 'サーバーから応答がありませんでした。',
  'register.noAnswer.body': '接続を確認してから、もう一度お試しください。二重に登録されることはありません。',
  'register.unavailable': '現在、登録を利用できません。',
  'register.unavailable.body': '何も登録されていません。しばらくしてからもう一度お試しください。',
  'register.failed': '登録できませんでした。',

  'register.done.title': '登録が完了しました',
  'register.done.lead': '<b>{organization}</b> でのロールが登録されました。',
  'register.done.may': '行えるようになったこと',
  'register.done.list': '対象',
  'register.done.go': 'ボリューム ライセンスを開く',

  'register.may.administrator':
    'ほかのユーザーの権限の割り当て、編集、削除、およびその他のロールで許可されるすべての操作。',
  'register.may.licensing-info-viewer': '契約の詳細、注文、契約キーの表示と、ライセンス概要の作成。',
  'register.may.product-download-manager': '契約の表示と、ライセンス対象ソフトウェアのダウンロード。',
  'register.may.product-keys-reader':
    '契約とキーの表示と、オンライン サービスのライセンス認証および引き換えの管理。',
  'register.may.benefits-reader': '契約の表示と、Home Use Program の利用資格の管理。',
  'register.may.online-services-manager':
    '契約と注文の表示、オンライン サービスの予約とライセンス認証、サブスクリプションの管理。',
  'register.may.invoice-reader': '契約の表示と、請求書の一覧表示およびダウンロード。',

  'register.invitation-expired.title': 'この招待は期限切れです',
  'register.invitation-expired.body':
    '期限内に登録されませんでした。送信者に招待のリセットを依頼してください。新しいリンクを記載したメールが届きます。',
  'register.invitation-used.title': 'この招待はすでに登録されています',
  'register.invitation-used.body':
    'ご自身で登録した場合は、何もする必要はありません。それ以外の場合は、送信者にお問い合わせください。',
  'register.invitation-reset.title': 'この招待は新しい招待に置き換えられました',
  'register.invitation-reset.body': '最新の招待メールのリンクを開いてください。このリンクは使用できません。',
  'register.invitation-not-found.title': 'この招待は見つかりません',
  'register.invitation-not-found.body':
    'リンクが途中で切れている可能性があります。メールから開くか、全体をコピーしてください。それでも開けない場合、招待は取り消されています。送信者にお問い合わせください。',
  'register.wrong-account.title': 'この招待は別のアカウント宛てです',
  'register.wrong-account.body':
    '<b>{email}</b> としてサインインしています。招待メールに記載されているアカウントでサインインしてください。',
  'register.wrong-account.again': '別のアカウントでサインイン',
  'register.too-many-requests.title': 'リンクを開いた回数が多すぎます',
  'register.too-many-requests.body':
    '{minutes, plural, other {# 分}}待ってから、もう一度お試しください。招待はそのまま残ります。',
  'register.offline.title': '招待を読み込めませんでした',
  'register.go': 'ボリューム ライセンスへ移動',
};
