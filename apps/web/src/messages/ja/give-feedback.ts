import type { Translation } from '../translation.ts';

export const giveFeedbackMessages: Translation = {
  'giveFeedback.button': 'フィードバック',
  'giveFeedback.help': 'ヘルプとサポート',
};
