/**
 * Every text of the mails in English, as ICU messages by id. Another language is one more object of the same ids
 * in `catalog.ts`.
 */
export const en = {
  'subject.invitation': 'Action required: Sign in to manage your volume licensing assets',
  'subject.permissionChange': 'Permission changes for {publisher} Volume Licensing contracts',
  'subject.contactRegistered': 'Your volume licensing invitation was registered',
  'subject.contactChanged': 'A contact of your {publisher} Volume Licensing contracts changed',
  'subject.ticketAnswer': 'Answer to your {publisher} Volume Licensing ticket {reference}',
  'subject.feedbackAnswer': 'Answer to your feedback on {publisher} Volume Licensing',

  masthead: '{publisher} Volume Licensing',
  greeting: 'Hello {name},',
  'footer.automatic':
    'This is an automatic message about the volume licensing contracts of {organization} with {publisher}. Replies to it are not read.',
  'footer.answer':
    'You wrote to {publisher} as somebody of {organization}. Replies to this message are not read.',
  'link.lead': '{label}:',
  'link.instead': 'If the button does not work, copy this address into your browser:',
  roles: 'Roles: {roles}',

  'invitation.preheader':
    '{organization} has roles for you on {count, plural, one {# license ID} other {# license IDs}}. Register by {expiresAt}.',
  'invitation.heading': 'Register your volume licensing roles',
  'invitation.lead':
    '{organization} has volume licensing roles for you on {count, plural, one {# license ID} other {# license IDs}} of its {publisher} contracts. They take effect once you sign in and register.',
  'invitation.button': 'Sign in and register',
  'invitation.account':
    'Sign in as {signInEmail}: no other account can register this invitation. It is good until {expiresAt}.',
  'invitation.list': 'What you register',
  'invitation.unexpected':
    'If you did not expect this message, ignore it: nothing takes effect unless you register.',

  'contactInvitation.preheader':
    'You are a contact of license ID {licenseId} of {organization}. Register, or forward this message, by {expiresAt}.',
  'contactInvitation.heading': 'Register as administrator of license ID {licenseId}',
  'contactInvitation.lead':
    'You are named as a contact of a volume licensing contract of {organization} with {publisher}. Sign in and register to administer its license ID: you then decide who may work with it.',
  'contactInvitation.expiry': 'The invitation is good until {expiresAt}.',
  'contactInvitation.forward.heading': 'Should someone else administer it?',
  'contactInvitation.forward':
    'Forward this message to them instead of registering. Whoever signs in with its link and registers becomes the administrator of license ID {licenseId} in your place.',
  'contactInvitation.forward.each':
    'Each license ID has an invitation of its own: forward it license ID by license ID, for every one that you do not want to administer.',
  'contactInvitation.forward.registered':
    'Once you have registered, this invitation can no longer be forwarded. You then hand over by assigning another administrator.',

  'permissionChange.preheader':
    'Your roles changed on {count, plural, one {# license ID} other {# license IDs}} of {organization}.',
  'permissionChange.heading': 'Your permissions have changed',
  'permissionChange.lead':
    'Your volume licensing roles changed on {count, plural, one {# license ID} other {# license IDs}} of {organization}. You do not have to register again.',
  'permissionChange.list': 'What changed',
  'permissionChange.added': 'Added: {roles}',
  'permissionChange.removed': 'Removed: {roles}',
  'permissionChange.rescheduled': 'New dates: {roles}',
  'permissionChange.button': 'Open volume licensing',
  'permissionChange.help':
    'If you think that this is a mistake, ask the partner that sold the contract. Your purchasing, finance or IT department may know who that is.',

  'contactRegistered.preheader':
    'Someone registered license ID {licenseId} of {organization} with the invitation that was sent to you.',
  'contactRegistered.heading': 'License ID {licenseId} was registered',
  'contactRegistered.lead':
    'You were invited to administer a license ID of {organization}, as a contact of its contract with {publisher}. The invitation was registered on {registeredAt}, and whoever registered it administers the license ID now.',
  'contactRegistered.forwarded': 'If you forwarded the invitation, you do not have to do anything.',
  'contactRegistered.notForwarded':
    'If you did not forward it, turn to the partner that set the contract up.',

  'contact.primary-contact': 'primary contact',
  'contact.notices-correspondent': 'notices correspondent',
  'contact.online-access-contact': 'online access contact',
  'contact.bill-to-contact': 'bill-to contact',
  'contactChanged.preheader': 'The {contact} of a contract of {organization} changed.',
  'contactChanged.heading': 'A contact changed',
  'contactChanged.lead':
    'The partner of {organization} changed the {contact} of {count, plural, one {a license ID} other {# license IDs}} that you administer.',
  'contactChanged.now': 'The {contact} is now {name} ({email}).',
  'contactChanged.roles': 'Nobody gains or loses a role by it, and nobody was invited.',
  'contactChanged.wrong': 'If this is a mistake, turn to the partner: contacts change only through them.',

  'supportAnswer.preheader': '{publisher} support answered what you wrote.',
  'supportAnswer.ticket.heading': 'Answer to ticket {reference}',
  'supportAnswer.feedback.heading': 'Answer to your feedback',
  'supportAnswer.button': 'Open Help & support',
  'supportAnswer.more':
    'If this does not solve it, open a new ticket there and name {reference}: nobody reads replies to this message.',
  'supportAnswer.ticket.asked': 'What you asked: {subject}',
  'supportAnswer.feedback.asked': 'What you wrote',

  'role.administrator': 'Administrator',
  'role.licensing-info-viewer': 'Licensing Info Viewer',
  'role.product-download-manager': 'Product download manager',
  'role.product-keys-reader': 'Product keys reader',
  'role.benefits-reader': 'Benefits reader',
  'role.online-services-manager': 'Online services manager',
  'role.invoice-reader': 'Invoice Reader',

  'period.from': '{role} (from {startsAt})',
  'period.until': '{role} (until {endsAt})',
  'period.fromUntil': '{role} (from {startsAt} until {endsAt})',
  'period.unlimited': '{role} (from {startsAt}, without an end)',
} as const;
