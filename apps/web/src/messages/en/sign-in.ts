/** Texts of the sign-in page. The problems are those that the server sends people back with. */
export const signInMessages = {
  'signIn.lead':
    'See and decide who may do what on the volume licensing contracts of your organization with {publisher}.',
  'signIn.lead.neutral':
    'See and decide who may do what on the volume licensing contracts of your organization.',
  'signIn.account': 'Use your work or school account.',
  'signIn.workEmail': 'Work email',
  'signIn.workEmail.why': 'It decides where you sign in.',
  'signIn.workEmail.invalid': 'Type your work email, like mara@company.example.',
  'signIn.continue': 'Continue',
  'signIn.general': 'Sign in without it',
  'signIn.invited': 'Were you invited? Open the link in the invitation email: it leads here and back.',
  'signIn.demo': 'This is a demo. You choose who to be, and need no password.',
  'signIn.toRegister.title': 'Sign in to register',
  'signIn.toRegister.lead':
    'Sign in first. You then see what the invitation offers, and decide whether to register it.',
  'signIn.toPage': 'Sign in to see the page that you asked for.',
  'signIn.signedOut': 'You are signed out.',
  'signIn.signedOut.toRegister': 'Sign in with the account that should register the invitation.',

  'signIn.problem.sign-in-failed': 'You were not signed in.',
  'signIn.problem.sign-in-failed.body':
    'Your sign-in provider refused, or the sign-in was cancelled. Try again. If that does not help, ask your IT department.',
  'signIn.problem.sign-in-expired': 'The sign-in took too long.',
  'signIn.problem.sign-in-expired.body':
    'It was open for more than 10 minutes, was used already, or was begun in another browser. Sign in again.',
  'signIn.problem.no-verified-email': 'Your account has no verified email address.',
  'signIn.problem.no-verified-email.body':
    'Ask your IT department to verify its address, or sign in with another account.',
  'signIn.problem.provider-unavailable': 'The sign-in provider does not answer.',
  'signIn.problem.provider-unavailable.body': 'Try again in a few minutes. Nothing you saved is affected.',
  'signIn.problem.too-many-requests': 'Too many sign-ins from your network.',
  'signIn.problem.too-many-requests.body': 'Wait 5 minutes, then sign in again.',
} as const;
