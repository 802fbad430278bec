import type { Translation } from '../translation.ts';

export const pageMessages: Translation = {
  'page.signIn': 'サインイン',
  'page.register': 'アクセス権の登録',
  'page.products': '製品',
  'page.assignments': '割り当ての管理',
  'page.assign': '契約へのユーザーの割り当て',
  'page.verify': '確認して保存',
  'page.tokens': 'API トークン',
  'page.outbox': '送信トレイ',
};
