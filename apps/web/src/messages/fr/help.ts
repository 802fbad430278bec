import type { Translation } from '../translation.ts';

export const helpMessages: Translation = {
  'help.admin.link': 'Qui est mon administrateur VL ?',
};
