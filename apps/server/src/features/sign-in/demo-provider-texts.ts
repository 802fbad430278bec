import { LANGUAGES, type Language, languageOfTag } from '@muniment/domain/languages.ts';

const en = {
  product: (publisher: string) => `${publisher} Volume Licensing`,
  demoSignIn: 'Demo sign-in',
  choose: 'Choose who to be',
  lead: 'Pick somebody to see what they see, or sign in as someone new.',
  isDemo: 'This is the demo.',
  isDemoAbout: 'There are no passwords: anyone can be anyone. People and companies are invented.',
  someoneElse: 'Sign in as someone else',
  someoneElseAbout: 'For a colleague you have just invited, type the address that you invited.',
  email: 'E-mail',
  emailWrong: 'Type an e-mail address, like name@company.example.',
  emailWrongTitle: 'Type an e-mail address',
  name: 'Name',
  optional: '(optional)',
  signIn: 'Sign in',
  leave: 'Back without signing in',
  back: 'Back to sign-in',
  notHere: 'Not here',
  notHereAbout: 'The demo sign-in answers on this machine only.',
  over: 'This sign-in is over',
  overAbout: 'It took too long, or was finished in another tab. Start again.',
  failed: 'That did not work',
  failedAbout: 'The demo sign-in could not go on. Start again.',
};

export type DemoTexts = Readonly<typeof en>;

const TEXTS: Readonly<Record<Language, DemoTexts>> = {
  en,
  de: {
    product: (publisher) => `${publisher} Volumenlizenzierung`,
    demoSignIn: 'Demo-Anmeldung',
    choose: 'Wählen Sie, wer Sie sind',
    lead: 'Wählen Sie eine Person, um zu sehen, was sie sieht, oder melden Sie sich als jemand Neues an.',
    isDemo: 'Dies ist die Demo.',
    isDemoAbout: 'Es gibt keine Kennwörter: Alle können alle sein. Personen und Unternehmen sind erfunden.',
    someoneElse: 'Als jemand anderes anmelden',
    someoneElseAbout:
      'Für eine Person, die Sie gerade eingeladen haben, geben Sie die eingeladene Adresse ein.',
    email: 'E-Mail',
    emailWrong: 'Geben Sie eine E-Mail-Adresse ein, etwa name@company.example.',
    emailWrongTitle: 'Geben Sie eine E-Mail-Adresse ein',
    name: 'Name',
    optional: '(optional)',
    signIn: 'Anmelden',
    leave: 'Zurück, ohne sich anzumelden',
    back: 'Zurück zur Anmeldung',
    notHere: 'Nicht hier',
    notHereAbout: 'Die Demo-Anmeldung antwortet nur auf diesem Gerät.',
    over: 'Diese Anmeldung ist beendet',
    overAbout: 'Sie hat zu lange gedauert oder wurde in einem anderen Tab abgeschlossen. Beginnen Sie neu.',
    failed: 'Das hat nicht funktioniert',
    failedAbout: 'Die Demo-Anmeldung konnte nicht fortgesetzt werden. Beginnen Sie neu.',
  },
  fr: {
    product: (publisher) => `${publisher} Licences en volume`,
    demoSignIn: 'Connexion de démonstration',
    choose: 'Choisissez qui vous êtes',
    lead: 'Choisissez une personne pour voir ce qu’elle voit, ou connectez-vous sous une nouvelle identité.',
    isDemo: 'Ceci est la démonstration.',
    isDemoAbout:
      'Il n’y a pas de mots de passe\u202f: chacun peut être n’importe qui. Les personnes et les entreprises sont inventées.',
    someoneElse: 'Se connecter sous une autre identité',
    someoneElseAbout: 'Pour une personne que vous venez d’inviter, saisissez l’adresse invitée.',
    email: 'E-mail',
    emailWrong: 'Saisissez une adresse e-mail, par exemple name@company.example.',
    emailWrongTitle: 'Saisissez une adresse e-mail',
    name: 'Nom',
    optional: '(facultatif)',
    signIn: 'Se connecter',
    leave: 'Revenir sans se connecter',
    back: 'Retour à la connexion',
    notHere: 'Pas ici',
    notHereAbout: 'La connexion de démonstration ne répond que sur cette machine.',
    over: 'Cette connexion est terminée',
    overAbout: 'Elle a pris trop de temps ou a été terminée dans un autre onglet. Recommencez.',
    failed: 'Cela n’a pas fonctionné',
    failedAbout: 'La connexion de démonstration n’a pas pu continuer. Recommencez.',
  },
  ja: {
    product: (publisher) => `${publisher} ボリューム ライセンス`,
    demoSignIn: 'デモ サインイン',
    choose: '使用するユーザーを選択してください',
    lead: 'ユーザーを選択してその画面を確認するか、新しいユーザーとしてサインインします。',
    isDemo: 'これはデモです。',
    isDemoAbout: 'パスワードはなく、誰にでもなれます。人物と会社は架空のものです。',
    someoneElse: '別のユーザーとしてサインイン',
    someoneElseAbout: '招待したばかりのユーザーの場合は、招待したアドレスを入力します。',
    email: 'メール',
    emailWrong: 'メール アドレスを入力してください (例: name@company.example)。',
    emailWrongTitle: 'メール アドレスを入力してください',
    name: '名前',
    optional: '(省略可能)',
    signIn: 'サインイン',
    leave: 'サインインせずに戻る',
    back: 'サインインに戻る',
    notHere: 'ここでは利用できません',
    notHereAbout: 'デモ サインインは、このコンピューターでのみ利用できます。',
    over: 'このサインインは終了しました',
    overAbout: '時間がかかりすぎたか、別のタブで完了しています。もう一度開始してください。',
    failed: 'エラーが発生しました',
    failedAbout: 'デモ サインインを続行できませんでした。もう一度開始してください。',
  },
};

/**
 * The texts of the demo provider in the language that a browser asks for.
 *
 * @param acceptLanguage As the header has it, most wanted first; weights are passed over. @source RFC 9110
 */
export function demoTexts(acceptLanguage: string | undefined): DemoTexts & { readonly language: Language } {
  const tags = (acceptLanguage ?? '').split(',').map((tag) => tag.split(';')[0]?.trim() ?? '');
  const language = tags.map(languageOfTag).find((each) => each !== null) ?? LANGUAGES[0];
  return { ...TEXTS[language], language };
}
