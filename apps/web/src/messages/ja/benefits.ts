export const benefitMessages = {
  'benefits.title': '特典',
  'benefits.lead': 'Home Use Program により、従業員はライセンスされたソフトウェアを自宅で使用できます。',
  'benefits.search': 'ライセンス ID または名前を検索',
  'benefits.count': '{count, plural, other {# 件のプログラム}}',
  'benefits.empty': 'Home Use のコピーはまだ付与されていません',
  'benefits.emptyBody': '従業員用のコピーが付与されると、ライセンス ID がここに表示されます。',
  'benefits.error': '特典を読み込めませんでした',
  'benefits.file': 'home-use',
  'benefits.column.licenseId': 'ライセンス ID',
  'benefits.column.name': '契約',
  'benefits.column.state': 'Home Use',
  'benefits.column.used': '使用数',
  'benefits.column.endDate': '契約終了日',
  'benefits.state.terms-open': '条項に未同意',
  'benefits.state.in-set-up': '設定中',
  'benefits.state.active': '有効',
  'benefits.state.inactive': '無効',
  'benefits.usedOf': '{used, number} / {total, number}',
  'benefits.card.used': '使用数 {used, number} / {total, number}',
  'benefits.used': '使用済みのコピー',
  'benefits.name': 'Home Use Program',
  'benefits.step.done': '完了',

  'benefits.terms': '条項',
  'benefits.terms.lead': '{publisher} の条項、バージョン {version}。要点:',
  'benefits.terms.employees': 'コピーは {organization} の従業員が自宅で使用するためのものです。',
  'benefits.terms.leaving': '{organization} を離れた人は、コピーの使用を終了します。',
  'benefits.terms.contract': 'プログラムは契約とともに終了します。',
  'benefits.terms.read': '条項を読む',
  'benefits.terms.accept': '条項に同意する',
  'benefits.terms.acceptedOn': 'バージョン {version}。{date} に同意済みです。',
  'benefits.terms.accepted': 'バージョン {version}。{name} が {date} に同意しました。',
  'benefits.terms.changed':
    '条項が変更されました。プログラムは継続します。再び有効にする前に同意してください。',

  'benefits.contact': '連絡先',
  'benefits.contact.lead': '従業員の問い合わせ先です。メールの文面に記載されます。',
  'benefits.contact.name': '名前',
  'benefits.contact.email': 'メール アドレス',
  'benefits.contact.name.missing': '名前を入力してください。',
  'benefits.contact.email.wrong': 'name@company.example のようなメール アドレスを入力してください。',
  'benefits.contact.save': '連絡先を保存',
  'benefits.contact.change': '連絡先を変更',

  'benefits.domains': 'メールのドメイン',
  'benefits.domains.lead': 'このいずれかのアドレスを持つ人だけがアクセス コードを使用できます。',
  'benefits.domains.label': 'ドメイン (1 行に 1 つ)',
  'benefits.domains.hint': '1 ～ {most, number} 件。サブドメインは別のドメインとして扱われます。',
  'benefits.domains.none': 'ドメインを入力してください。',
  'benefits.domains.many': 'ドメインは {most, number} 件以内で入力してください。',
  'benefits.domains.no-domain':
    '「{domain}」はドメインではありません。company.example のように入力してください。',
  'benefits.domains.public-provider':
    '「{domain}」のアドレスは誰でも取得できます。自社だけのドメインを入力してください。',
  'benefits.domains.save': 'ドメインを保存',
  'benefits.domains.change': 'ドメインを変更',

  'benefits.activation': '有効化',
  'benefits.activation.first': '先に上の手順を完了してください。',
  'benefits.activation.not-entitled':
    'このライセンス ID にはコピーが付与されていません。理由はパートナーにお問い合わせください。',
  'benefits.activation.contract-over': '契約が終了したため、プログラムも終了しました。',
  'benefits.activation.ready': '有効にすると、従業員用のアクセス コードが作成されます。',
  'benefits.activation.again':
    'プログラムは有効ではありません。有効にすると、新しいアクセス コードが作成されます。',
  'benefits.activate': '有効にする',
  'benefits.code': 'アクセス コード',
  'benefits.code.copy': 'コードをコピー',
  'benefits.code.renew': '新しいコード',
  'benefits.code.renew.title': 'アクセス コード {code} を置き換えますか？',
  'benefits.code.renew.body':
    '持っている全員について、直ちに使えなくなります。新しいコードを従業員に送ってください。',
  'benefits.code.renew.confirm': 'コードを置き換える',
  'benefits.deactivate': '無効にする',
  'benefits.deactivate.title': '{licenseId} の Home Use Program を無効にしますか？',
  'benefits.deactivate.body':
    'アクセス コード {code} は直ちに使えなくなります。連絡先とドメインは残ります。再び有効にすると、別のコードが作成されます。',
  'benefits.deactivate.confirm': 'プログラムを無効にする',

  'benefits.mail': '従業員向けメールの文面',
  'benefits.mail.copy': '文面をコピー',
  'benefits.mail.text': `従業員の皆様

{organization} の従業員は、Home Use Program により {publisher} のソフトウェアを自宅で使用できます。

1. {hasShop, select, true {{shop} を開きます。} other {{publisher} の Home Use ショップを開きます。}}
2. アクセス コード {code} と業務用メール アドレス ({domains} で終わるもの) を入力します。
3. {publisher} から届く案内に従います。

コードは {organization} の外部の人に渡さないでください。

お問い合わせ: {name}、{email}`,

  'benefits.saved.accept-terms': '条項に同意しました',
  'benefits.saved.set-contact': '連絡先を保存しました',
  'benefits.saved.set-domains': 'ドメインを保存しました',
  'benefits.saved.activate': 'Home Use Program を有効にしました',
  'benefits.saved.renew-code': 'アクセス コードを置き換えました',
  'benefits.saved.deactivate': 'Home Use Program を無効にしました',
  'benefits.failed': '何も保存されませんでした',
  'benefits.failed.state': 'プログラムの状態が変わっています。もう一度確認してください。',
  'benefits.failed.stale': '他の人がプログラムを変更しました。現在の状態を表示しています。',
} as const;
