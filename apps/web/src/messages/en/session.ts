/** When a session ends while somebody is working, and when they are back. */
export const sessionMessages = {
  'session.ended': 'You are signed out',
  'session.ended.body':
    'Your session ended. Sign in again in a new window: what you were doing here stays as it is.',
  'session.again': 'Sign in again',
  'session.leave': 'Leave this page',
  'session.other': 'Somebody else signed in.',
  'session.other.body': 'This page belongs to {email}. Sign in with that account to go on.',
  'session.back': 'You are signed in',
  'session.back.body': 'Go back to the window that you came from. You can close this one.',
  'session.back.home': 'Go to volume licensing here',
} as const;
