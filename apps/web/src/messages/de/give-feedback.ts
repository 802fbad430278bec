import type { Translation } from '../translation.ts';

export const giveFeedbackMessages: Translation = {
  'giveFeedback.button': 'Feedback geben',
  'giveFeedback.help': 'Hilfe und Support',
};
