import type { Translation } from '../translation.ts';

export const helpMessages: Translation = {
  'help.admin.link': 'VL 管理者を調べるには',
};
