/** What the server refused with, where no page says it in words of its own. The server's own texts are for programs. */
export const problemMessages = {
  'problem.invalid-request': 'The server could not take what was sent. Check what you entered.',
  'problem.organization-required':
    'It is not clear which organization is meant. Open it from the start page.',
  'problem.not-signed-in': 'You are signed out. Sign in again.',
  'problem.not-found': 'It is not there, or not for you to see.',
  'problem.license-id-not-found': 'You have no access to a license ID that it is about.',
  'problem.vl-user-not-found': 'The person is not on your list any more.',
  'problem.stale-version': 'It changed meanwhile. Look again, then try again.',
  'problem.payload-too-large': 'It is too large to be sent.',
  'problem.too-many-requests': 'There were too many requests in a short time. Wait a minute, then try again.',
  'problem.internal-error': 'Something went wrong on the server.',
  'problem.unavailable': 'The server is not available for the moment.',
  'problem.other': 'The server refused it.',
} as const;
