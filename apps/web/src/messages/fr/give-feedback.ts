import type { Translation } from '../translation.ts';

export const giveFeedbackMessages: Translation = {
  'giveFeedback.button': 'Donner votre avis',
  'giveFeedback.help': 'Aide et support',
};
