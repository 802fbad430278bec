import type { Translation } from '../translation.ts';

export const whyMessages: Translation = {
  'why.open': '理由',
  'why.hide': '非表示',
  'why.of': '{what} {name} {licenseId}',
  'why.error': '説明を取得できませんでした。',

  'why.assigned':
    '{count, plural, =1 {直接割り当てられています。} other {# 回に分けて直接割り当てられています。}}',
  'why.inherited': '基本契約から継承されています。',
  'why.both': '割り当ておよび継承されています。',
  'why.nothing': '現在、有効なものはありません。',
  'why.nothing.past': 'その時点で有効なものはありませんでした。',
  'why.contact.primary-contact':
    '{isYou, select, yes {あなた} other {{name}}}は {agreement} の主要連絡先で、継承を選択しています。',
  'why.contact.notices-correspondent':
    '{isYou, select, yes {あなた} other {{name}}}は {agreement} の通知の連絡先で、継承を選択しています。',
  'why.contact.online-access-contact':
    '{isYou, select, yes {あなた} other {{name}}}は {agreement} のオンライン アクセスの連絡先で、継承を選択しています。',
  'why.contact.former':
    '{isYou, select, yes {あなた} other {{name}}}は {agreement} の連絡先として継承しました。',
  'why.optedIn': '{agreement} からの継承を選択',
  'why.optedIn.by': '{isYou, select, yes {あなた} other {{name}}}、{date}',

  'why.by': '{who}、{date}',
  'why.by.set-up': '{who} が設定、{date}',
  'why.by.registration': '{who} が登録、{date}',
  'why.by.import': '{who} がインポート、{date}',
  'why.by.undo': '{who} が復元、{date}',
  'why.by.contact-change': '連絡先の変更による、{who}、{date}',
  'why.you': 'あなた',
  'why.system': 'システム',
  'why.directory': 'ディレクトリ',
  'why.administrator': '管理者',
  'why.reason': '「{reason}」',
  'why.counts': '{date} から有効',
  'why.until': '{date} まで',
  'why.change': '{date} の変更を表示',

  'why.not': '有効でないもの',
  'why.not.past': '有効でなかったもの',
  'why.because.closed': '{who} が削除、{date}',
  'why.because.ended': '{date} に終了',
  'why.because.user-not-found': 'ディレクトリにありません',
  'why.because.provisioning-failed': '通知が必要なシステムに拒否されました',
  'why.because.provisioning': '通知が必要なシステムの応答を待っています',
  'why.because.not-registered': '未登録',
  'why.because.not-started': '{date} に開始',

  'why.if.keeps':
    '{role} を削除しても、{isYou, select, yes {あなた} other {{name}}}には {roles} が残ります{only, select, nobody {} you {が、管理者はあなただけになります} other {が、管理者は {who} だけになります}}。',
  'why.if.loses':
    '{role} を削除すると、{isYou, select, yes {あなた} other {{name}}}のアクセス権はなくなります{only, select, nobody {} you {。管理者はあなただけになります} other {。管理者は {who} だけになります}}。',
  'why.if.waiting': '{role} を削除しても、ほかに変わることはありません。',
  'why.if.refused': '{role} は削除できません。このライセンス ID を管理できるユーザーがほかにいません。',
  'why.if.locked': '継承を終了するには、{name} が個人設定で放棄します。',
  'why.if.locked.you': '継承を終了するには、個人設定で放棄します。',
};
