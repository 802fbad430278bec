import type { Translation } from '../translation.ts';

export const whyMessages: Translation = {
  'why.open': '理由',
  'why.hide': '閉じる',
  'why.of': '{what} {name} {licenseId}',
  'why.error': '理由を表示できませんでした。',
  'why.assigned': '{count, plural, other {直接割り当てられています (# 段階)。}}',
  'why.inherited': '基本契約から継承されています。',
  'why.both': '割り当てと継承の両方です。',
  'why.nothing': '現在ここで有効なものはありません。',
  'why.nothing.past': '当時ここで有効なものはありませんでした。',
  'why.contact.primary-contact':
    '{isYou, select, yes {あなた} other {{name}}}は {agreement} の主要連絡先で、継承を有効にしています。',
  'why.contact.notices-correspondent':
    '{isYou, select, yes {あなた} other {{name}}}は {agreement} の通知担当者で、継承を有効にしています。',
  'why.contact.online-access-contact':
    '{isYou, select, yes {あなた} other {{name}}}は {agreement} のオンライン アクセス連絡先で、継承を有効にしています。',
  'why.contact.former':
    '{isYou, select, yes {あなた} other {{name}}}は {agreement} の連絡先として継承しました。',
  'why.optedIn': '{agreement} からの継承を有効化',
  'why.optedIn.by': '{isYou, select, yes {あなた} other {{name}}}、{date}',
  'why.by': '{who}、{date}',
  'why.by.set-up': '{who} が設定、{date}',
  'why.by.registration': '{who} が登録、{date}',
  'why.by.import': '{who} がインポート、{date}',
  'why.by.undo': '{who} が元に戻して付与、{date}',
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
  'why.because.provisioning-failed': '反映が必要なシステムが拒否しました',
  'why.because.provisioning': '反映が必要なシステムの応答を待っています',
  'why.because.not-registered': 'まだ登録されていません',
  'why.because.not-started': '{date} に開始',
  'why.if.keeps':
    '{role} を削除しても、{isYou, select, yes {あなた} other {{name}}}には {roles} が残ります{only, select, nobody {} you {。あなたが唯一の管理者になります} other {。{who} が唯一の管理者になります}}。',
  'why.if.loses':
    '{role} を削除すると、{isYou, select, yes {あなた} other {{name}}}はここへのアクセスがなくなります{only, select, nobody {} you {。あなたが唯一の管理者になります} other {。{who} が唯一の管理者になります}}。',
  'why.if.waiting': '{role} を削除しても、ここではほかに何も変わりません。',
  'why.if.refused': '{role} は削除できません。このライセンス ID を管理できる人がいなくなります。',
  'why.if.locked': '継承されたものは、{name} 本人だけが個人設定で放棄できます。',
  'why.if.locked.you': '継承されたものは、個人設定で放棄できます。',
};
