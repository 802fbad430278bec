/** Every text of the mails in Japanese, by the ids of `en.ts`. */
export const ja: Readonly<Record<string, string>> = {
  'subject.invitation': '要対応: サインインしてボリューム ライセンス資産を管理してください',
  'subject.permissionChange': '{publisher} ボリューム ライセンス契約の権限の変更',
  'subject.contactRegistered': 'ボリューム ライセンスの招待が登録されました',
  'subject.contactChanged': '{publisher} ボリューム ライセンス契約の連絡先の変更',
  'subject.ticketAnswer': '{publisher} ボリューム ライセンスのチケット {reference} への回答',
  'subject.feedbackAnswer': '{publisher} ボリューム ライセンスへのフィードバックに対する回答',

  masthead: '{publisher} ボリューム ライセンス',
  greeting: '{name} 様',
  'footer.automatic':
    'これは、{organization} と {publisher} とのボリューム ライセンス契約に関する自動送信メッセージです。返信いただいても確認できません。',
  'footer.answer':
    '{organization} の一員として {publisher} にお問い合わせいただきました。このメッセージに返信いただいても確認できません。',
  'link.lead': '{label}:',
  'link.instead': 'ボタンが機能しない場合は、次のアドレスをブラウザーにコピーしてください。',
  roles: 'ロール: {roles}',

  'invitation.preheader':
    '{organization} から {count, plural, other {# 件のライセンス ID}} のロールが用意されています。{expiresAt} までに登録してください。',
  'invitation.heading': 'ボリューム ライセンスのロールを登録してください',
  'invitation.lead':
    '{organization} と {publisher} との契約のうち {count, plural, other {# 件のライセンス ID}} について、ロールが用意されています。サインインして登録すると有効になります。',
  'invitation.button': 'サインインして登録',
  'invitation.account':
    '{signInEmail} としてサインインしてください。ほかのアカウントではこの招待を登録できません。有効期限は {expiresAt} です。',
  'invitation.list': '登録する内容',
  'invitation.unexpected':
    'このメッセージに心当たりがない場合は、無視してください。登録しない限り、何も有効になりません。',

  'contactInvitation.preheader':
    '{organization} のライセンス ID {licenseId} の連絡先に指定されています。{expiresAt} までに登録するか、このメッセージを転送してください。',
  'contactInvitation.heading': 'ライセンス ID {licenseId} の管理者として登録してください',
  'contactInvitation.lead':
    '{organization} と {publisher} とのボリューム ライセンス契約の連絡先に指定されています。サインインして登録すると、そのライセンス ID を管理し、誰が使用できるかを決められるようになります。',
  'contactInvitation.expiry': '招待の有効期限は {expiresAt} です。',
  'contactInvitation.forward.heading': 'ほかの方が管理する場合',
  'contactInvitation.forward':
    'ご自身では登録せず、このメッセージをその方に転送してください。リンクからサインインして登録した方が、代わりにライセンス ID {licenseId} の管理者になります。',
  'contactInvitation.forward.each':
    '招待はライセンス ID ごとに分かれています。管理しないライセンス ID について、それぞれの招待を転送してください。',
  'contactInvitation.forward.registered':
    '登録後は、この招待を転送できません。引き継ぐには、別の管理者を割り当ててください。',

  'permissionChange.preheader':
    '{organization} の {count, plural, other {# 件のライセンス ID}} でロールが変更されました。',
  'permissionChange.heading': '権限が変更されました',
  'permissionChange.lead':
    '{organization} の {count, plural, other {# 件のライセンス ID}} で、ボリューム ライセンスのロールが変更されました。もう一度登録する必要はありません。',
  'permissionChange.list': '変更内容',
  'permissionChange.added': '追加: {roles}',
  'permissionChange.removed': '削除: {roles}',
  'permissionChange.rescheduled': '新しい期間: {roles}',
  'permissionChange.button': 'ボリューム ライセンスを開く',
  'permissionChange.help':
    '誤りと思われる場合は、契約を販売したパートナーにお問い合わせください。購買部門、経理部門、または IT 部門がパートナーを把握している場合があります。',

  'contactRegistered.preheader':
    'お送りした招待を使用して、{organization} のライセンス ID {licenseId} が登録されました。',
  'contactRegistered.heading': 'ライセンス ID {licenseId} が登録されました',
  'contactRegistered.lead':
    '{publisher} との契約の連絡先として、{organization} のライセンス ID の管理者に招待されていました。招待は {registeredAt} に登録され、登録した方が現在このライセンス ID を管理しています。',
  'contactRegistered.forwarded': '招待を転送した場合は、何もする必要はありません。',
  'contactRegistered.notForwarded': '転送していない場合は、契約を設定したパートナーにお問い合わせください。',

  'contact.primary-contact': '主要連絡先',
  'contact.notices-correspondent': '通知の連絡先',
  'contact.online-access-contact': 'オンライン アクセスの連絡先',
  'contact.bill-to-contact': '請求先の連絡先',
  'contactChanged.preheader': '{organization} の契約の{contact}が変更されました。',
  'contactChanged.heading': '連絡先が変更されました',
  'contactChanged.lead':
    '{organization} のパートナーが、管理対象の {count, plural, other {# 件のライセンス ID}} の{contact}を変更しました。',
  'contactChanged.now': '新しい{contact}は {name} ({email}) です。',
  'contactChanged.roles': 'この変更でロールが付与または削除されることはなく、招待も送信されていません。',
  'contactChanged.wrong':
    '誤りの場合は、パートナーにお問い合わせください。連絡先を変更できるのはパートナーだけです。',

  'supportAnswer.preheader': '{publisher} のサポートから回答がありました。',
  'supportAnswer.ticket.heading': 'チケット {reference} への回答',
  'supportAnswer.feedback.heading': 'フィードバックへの回答',
  'supportAnswer.button': 'ヘルプとサポートを開く',
  'supportAnswer.more':
    '解決しない場合は、そこで新しいチケットを作成し、{reference} を記載してください。このメッセージへの返信は確認できません。',
  'supportAnswer.ticket.asked': 'お問い合わせ内容: {subject}',
  'supportAnswer.feedback.asked': 'お送りいただいた内容',

  'role.administrator': '管理者',
  'role.licensing-info-viewer': 'ライセンス情報閲覧者',
  'role.product-download-manager': '製品ダウンロード担当者',
  'role.product-keys-reader': 'プロダクト キー閲覧者',
  'role.benefits-reader': '特典閲覧者',
  'role.online-services-manager': 'オンライン サービス担当者',
  'role.invoice-reader': '請求書閲覧者',

  'period.from': '{role} ({startsAt} から)',
  'period.until': '{role} ({endsAt} まで)',
  'period.fromUntil': '{role} ({startsAt} から {endsAt} まで)',
  'period.unlimited': '{role} ({startsAt} から、終了日なし)',
};
