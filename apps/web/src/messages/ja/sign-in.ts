import type { Translation } from '../translation.ts';

export const signInMessages: Translation = {
  'signIn.lead': '組織と {publisher} とのボリューム ライセンス契約で、誰が何を行えるかを確認し、決定します。',
  'signIn.lead.neutral': '組織のボリューム ライセンス契約で、誰が何を行えるかを確認し、決定します。',
  'signIn.account': '職場または学校のアカウントを使用してください。',
  'signIn.workEmail': '職場のメール アドレス',
  'signIn.workEmail.why': 'サインイン先の判定に使用します。',
  'signIn.workEmail.invalid': '職場のメール アドレスを入力してください (例: mara@company.example)。',
  'signIn.continue': '続行',
  'signIn.general': '入力せずにサインイン',
  'signIn.invited':
    '招待を受けている場合は、招待メールのリンクを開いてください。サインイン後、招待の画面に戻ります。',
  'signIn.demo': 'これはデモです。使用するユーザーを選択するだけで、パスワードは不要です。',
  'signIn.toRegister.title': '登録するにはサインインしてください',
  'signIn.toRegister.lead':
    'まずサインインしてください。招待の内容を確認してから、登録するかどうかを決められます。',
  'signIn.toPage': '要求したページを表示するには、サインインしてください。',
  'signIn.signedOut': 'サインアウトしました。',
  'signIn.signedOut.toRegister': '招待を登録するアカウントでサインインしてください。',

  'signIn.problem.sign-in-failed': 'サインインできませんでした。',
  'signIn.problem.sign-in-failed.body':
    'サインイン プロバイダーに拒否されたか、サインインがキャンセルされました。もう一度お試しください。解決しない場合は、IT 部門にお問い合わせください。',
  'signIn.problem.sign-in-expired': 'サインインに時間がかかりすぎました。',
  'signIn.problem.sign-in-expired.body':
    '10 分以上経過したか、すでに使用されたか、別のブラウザーで開始されています。もう一度サインインしてください。',
  'signIn.problem.no-verified-email': 'アカウントに確認済みのメール アドレスがありません。',
  'signIn.problem.no-verified-email.body':
    'IT 部門にアドレスの確認を依頼するか、別のアカウントでサインインしてください。',
  'signIn.problem.provider-unavailable': 'サインイン プロバイダーが応答しません。',
  'signIn.problem.provider-unavailable.body':
    '数分後にもう一度お試しください。保存済みの内容に影響はありません。',
  'signIn.problem.too-many-requests': 'お使いのネットワークからのサインインが多すぎます。',
  'signIn.problem.too-many-requests.body': '5 分待ってから、もう一度サインインしてください。',
};
