import type { Translation } from '../translation.ts';

export const assignStepMessages: Translation = {
  'assign.step.people': 'ユーザー',
  'assign.step.contracts': '契約',
  'assign.step.roles': 'ロール',
  'assign.step.verify': '確認して保存',
  'assign.gap.nobody': '先にユーザーを追加してください。',
  'assign.gap.licenseIds':
    '{name}{others, plural, =0 {} other { ほか # 人}}にライセンス ID がまだありません。契約を追加するか、{others, plural, =0 {} other {}}下書きから取り除いてください。',
  'assign.gap.roles':
    '{name} には {licenseIds} のロールがまだありません。ロールを割り当てるか、{count, plural, other {ライセンス ID}} を下書きから取り除いてください。',
  'assign.gap.rolesMore':
    '{name} には {licenseIds} のロールがまだなく、{others, plural, other {ほか # 人}}にもロールがありません。ロールを割り当てるか、ライセンス ID を下書きから取り除いてください。',
  'assign.gap.andMore': '{count, plural, other {他 # 件}}',
  'assign.gap.tooMany':
    'この下書きには {pairs, number} 件の割り当てがあります。一度に変更できるのは {max, number} 件までです。先に一部を保存してください。',
};
