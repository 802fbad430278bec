/** Texts of the help pages. They say the same to everybody: nothing of an organization or of its people (A9). */
export const helpMessages = {
  'help.admin.link': 'Who is my VL admin?',
} as const;
