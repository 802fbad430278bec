import type { Translation } from '../translation.ts';

export const preferencesMessages: Translation = {
  'preferences.title': '個人設定',
  'preferences.edit': '個人設定を編集',
  'preferences.error': '個人設定を読み込めませんでした',

  'preferences.you': 'あなた',
  'preferences.name': '名前',
  'preferences.signInEmail': 'サインイン用メール',
  'preferences.businessEmail': '業務用メール',
  'preferences.you.about':
    'サインイン用メールはディレクトリでのみ変更されます。業務用メールは管理者が変更できます。',

  'preferences.inherit': '基本契約から継承する管理者ロール',
  'preferences.inherit.about':
    'この設定は、今後追加されるライセンス ID に適用されます。既存のライセンス ID には影響しません。継承済みのロールは、下で放棄するまで保持されます。',
  'preferences.inherit.switch': '{agreement} に追加されるすべてのライセンス ID で管理者になる',
  'preferences.inherit.switchAs':
    '{agreement} の{contact}として、追加されるすべてのライセンス ID で管理者になる',
  'preferences.inherit.as': 'この基本契約の{contact}です。',
  'preferences.inherit.contacts': '連絡先を変更できるのはパートナーだけです。',
  'preferences.contact.primary-contact': '主要連絡先',
  'preferences.contact.notices-correspondent': '通知の連絡先',
  'preferences.contact.online-access-contact': 'オンライン アクセスの連絡先',
  'preferences.saving': '保存中',
  'preferences.saved.on': '保存しました。今後 {agreement} に追加されるすべてのライセンス ID を管理します。',
  'preferences.saved.off':
    '保存しました。今後 {agreement} に追加されるライセンス ID では管理者になりません。',
  'preferences.notSaved': '何も保存されていません。',
  'preferences.notSaved.stale':
    '個人設定が別のウィンドウなどで変更されています。現在の内容が表示されているので、もう一度設定してください。',
  'preferences.notSaved.gone':
    '{agreement} のその連絡先ではなくなりました。連絡先を変更できるのはパートナーだけです。',
  'preferences.notAnswered': 'サーバーから応答がありませんでした。',
  'preferences.notAnswered.body':
    'スイッチには最後に確認できた状態が表示されています。接続を確認してから、もう一度設定してください。',

  'preferences.roles': 'ロール',
  'preferences.roles.count': '{count, plural, other {# 件のライセンス ID}}',
  'preferences.roles.none': '現在、ロールがありません。',
  'preferences.roles.list': 'ライセンス ID ごとのロール',
  'preferences.roles.search': '{count, number} 件のライセンス ID を検索',
  'preferences.roles.noMatch': '一致するライセンス ID はありません',
  'preferences.roles.inherited': '管理者ロールは {agreement} から継承されています。',
  'preferences.roles.until': '{role} ({date} まで)',
  'preferences.giveUp': '放棄',
  'preferences.giveUp.of': '{licenseId} の管理者ロールを放棄',
  'preferences.giveUp.title': '{licenseId} の管理者ロールを放棄しますか？',
  'preferences.giveUp.loses': '{name} へのアクセス権が直ちに失われます。ほかにロールはありません。',
  'preferences.giveUp.keeps': '{name} の管理者ではなくなり、{roles} だけが残ります。',
  'preferences.giveUp.back':
    '継承では元に戻りません。{agreement} から継承されるのは、今後追加されるライセンス ID だけです。別の管理者に割り当ててもらうことはできます。',
  'preferences.giveUp.confirm': '管理者ロールを放棄',
  'preferences.gaveUp': '{licenseId} の管理者ロールを放棄しました',
  'preferences.giveUp.failed': 'ロールはまだ保持されています。',
  'preferences.giveUp.last':
    'あなたは {licenseIds} の最後の登録済み管理者です。先に別の管理者を指定してください。',
  'preferences.giveUp.gone': '放棄できるロールはすでにありません。',

  'preferences.card.on': '{agreement} の管理者の継承はオンです',
  'preferences.card.off': '{agreement} の管理者の継承はオフです',
  'preferences.card.on.body': 'この基本契約に追加されるすべてのライセンス ID で管理者になります。',
  'preferences.card.off.body': '追加されるすべてのライセンス ID で管理者になることができます。',
  'preferences.card.more': '{count, plural, other {他 # 件の基本契約}}',

  'preferences.contactOnly':
    '{organization} の連絡先ですが、まだロールはありません。ご自身で設定できる項目は次のとおりです。',
};
