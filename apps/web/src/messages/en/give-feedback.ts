/** Texts of what every page offers below it. */
export const giveFeedbackMessages = {
  'giveFeedback.button': 'Give feedback',
  'giveFeedback.help': 'Help & support',
} as const;
