/** Texts for whoever belongs to no organization. */
export const noAccessMessages = {
  'frame.noAccess.title': 'You have no volume licensing access yet',
  'frame.noAccess.body':
    'You are signed in as {email}. If you were invited, open the link in that email. Otherwise ask your licensing partner whom to turn to.',
  'frame.noAccess.again': 'Sign in with another account',
  'frame.noAccess.failed': 'You are still signed in',
  'frame.noAccess.failed.body': 'The server did not answer. Try again in a moment.',
} as const;
