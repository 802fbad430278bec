import type { Translation } from '../translation.ts';

export const inheritedMessages: Translation = {
  'inherited.locked': '{agreement} から継承されています。本人だけが個人設定で放棄できます。',
  'inherited.locked.you': '{agreement} から継承されています。ご自身だけが個人設定で放棄できます。',
  'inherited.locked.gone':
    '{agreement} から継承されています。本人はもう放棄できないため、終了するにはこのユーザーを削除してください。',
  'inherited.option': '継承されているため、ここでは変更できません',
};
