import type { Translation } from '../translation.ts';

export const helpMessages: Translation = {
  'help.admin.link': 'Wer ist mein VL-Administrator?',
};
