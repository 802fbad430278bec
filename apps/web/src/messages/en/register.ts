/** Texts of the page that a link in an invitation leads to. None names who invited (A9). */
export const registerMessages = {
  'register.lead':
    '<b>{organization}</b> has volume licensing roles for you on {count, plural, one {# license ID} other {# license IDs}} of its contracts with {publisher}. They take effect once you register.',
  'register.contact.lead':
    'You are named as a contact of a volume licensing contract of <b>{organization}</b> with {publisher}. Register to administer its license ID: you then decide who may work with it.',
  'register.contact.forward': 'Should someone else administer it?',
  'register.contact.forward.body':
    'Forward the invitation email to them and do not register. Whoever signs in with its link and registers becomes the administrator in your place. Each license ID has an invitation of its own.',
  'register.instead.lead':
    'You become the administrator of a license ID of <b>{organization}</b> with {publisher}, and decide who may work with it.',
  'register.instead': 'You register instead of the contact.',
  'register.instead.body':
    'This invitation went to a contact of the contract, who may forward it. If you register, you administer the license ID and the contact does not. An email tells the contact that it was registered, and when.',
  'register.list': 'What you register',
  'register.list.more': 'Show {count, plural, one {# more license ID} other {# more license IDs}}',
  'register.period.from': '{role} from {start}',
  'register.period.until': '{role} until {end}',
  'register.period.fromUntil': '{role} from {start} until {end}',
  'register.as': 'You register as',
  'register.notYou': 'Not you? Sign in with another account',
  'register.notYou.failed': 'You may still be signed in.',
  'register.notYou.failed.body': 'The server did not answer. Check your connection, then try again.',
  'register.act': '{count, plural, one {Register} other {Register # license IDs}}',
  'register.expires': 'The invitation is good until {date}.',
  'register.changed': 'The invitation changed while you read it.',
  'register.changed.body': 'This is what it offers now. Nothing is registered yet.',
  'register.noAnswer': 'The server did not answer.',
  'register.noAnswer.body': 'Check your connection, then try again. Nothing is registered twice.',
  'register.unavailable': 'Registration is not available for the moment.',
  'register.unavailable.body': 'Nothing was registered. Try again in a minute.',
  'register.failed': 'You are not registered.',

  'register.done.title': 'You are registered',
  'register.done.lead': 'Your roles at <b>{organization}</b> are registered.',
  'register.done.may': 'What you may do now',
  'register.done.list': 'Where',
  'register.done.go': 'Open volume licensing',

  'register.may.administrator':
    'Assign, edit and remove the permissions of others, and do everything that the other roles allow.',
  'register.may.licensing-info-viewer':
    'View contract details, orders and contract keys, and create license summaries.',
  'register.may.product-download-manager': 'View contracts, and download licensed software.',
  'register.may.product-keys-reader':
    'View contracts and keys, and manage activation and redemption of online services.',
  'register.may.benefits-reader': 'View contracts, and manage Home Use Program entitlements.',
  'register.may.online-services-manager':
    'View contracts and orders, reserve and activate online services, and manage subscriptions.',
  'register.may.invoice-reader': 'View contracts, and list and download invoices.',

  'register.invitation-expired.title': 'This invitation has expired',
  'register.invitation-expired.body':
    'It was not registered in time. Ask whoever sent it to you to reset it: a new email with a new link comes then.',
  'register.invitation-used.title': 'This invitation is registered already',
  'register.invitation-used.body':
    'If it was you who registered it, nothing is left to do. Otherwise ask whoever sent it to you.',
  'register.invitation-reset.title': 'A newer invitation replaced this one',
  'register.invitation-reset.body':
    'Open the link in the newest invitation email. This link does not work any more.',
  'register.invitation-not-found.title': 'This invitation is not known',
  'register.invitation-not-found.body':
    'The link may not be complete: open it from the email, or copy all of it. If that does not help, the invitation was withdrawn: ask whoever sent it to you.',
  'register.wrong-account.title': 'This invitation is for another account',
  'register.wrong-account.body':
    'You are signed in as <b>{email}</b>. Sign in with the account that the invitation email names.',
  'register.wrong-account.again': 'Sign in with another account',
  'register.too-many-requests.title': 'Too many links were tried',
  'register.too-many-requests.body':
    'Wait {minutes, plural, one {a minute} other {# minutes}}, then try again. The invitation stays as it is.',
  'register.offline.title': 'The invitation could not be loaded',
  'register.go': 'Go to volume licensing',
} as const;
