/** Texts of Preferences: who one is, what one holds, and inheriting Administrator from agreements. */
export const preferencesMessages = {
  'preferences.title': 'Preferences',
  'preferences.edit': 'Edit preferences',
  'preferences.error': 'Your preferences could not be loaded',

  'preferences.you': 'You',
  'preferences.name': 'Name',
  'preferences.signInEmail': 'Sign-in email',
  'preferences.businessEmail': 'Business email',
  'preferences.you.about':
    'The sign-in email changes only in your directory. An administrator can change the business email.',

  'preferences.inherit': 'Administrator from your agreements',
  'preferences.inherit.about':
    'This is about license IDs that are added from now on. Those that are there already stay as they are, on or off: what you inherited is yours until you give it up below.',
  'preferences.inherit.switch': 'Make me an administrator on every license ID added under {agreement}',
  'preferences.inherit.switchAs':
    'Make me an administrator on every license ID added under {agreement}, as its {contact}',
  'preferences.inherit.as': 'You are its {contact}.',
  'preferences.inherit.contacts': 'Contacts change only through your partner.',
  'preferences.contact.primary-contact': 'primary contact',
  'preferences.contact.notices-correspondent': 'notices correspondent',
  'preferences.contact.online-access-contact': 'online access contact',
  'preferences.saving': 'Saving',
  'preferences.saved.on': 'Saved. You administer each license ID added under {agreement} from now on.',
  'preferences.saved.off':
    'Saved. License IDs added under {agreement} from now on do not make you an administrator.',
  'preferences.notSaved': 'Nothing was saved.',
  'preferences.notSaved.stale':
    'Your preferences changed meanwhile, perhaps in another window. They show what holds now: set what you want again.',
  'preferences.notSaved.gone':
    'You are not that contact of {agreement} any more. Contacts change only through your partner.',
  'preferences.notAnswered': 'The server did not answer.',
  'preferences.notAnswered.body':
    'The switch shows what was last known. Check your connection, then set it again.',

  'preferences.roles': 'Your roles',
  'preferences.roles.count': '{count, plural, one {# license ID} other {# license IDs}}',
  'preferences.roles.none': 'You hold no role at the moment.',
  'preferences.roles.list': 'Your roles by license ID',
  'preferences.roles.search': 'Search {count, number} license IDs',
  'preferences.roles.noMatch': 'No license ID matches',
  'preferences.roles.inherited': 'Administrator is inherited from {agreement}.',
  'preferences.roles.until': '{role} until {date}',
  'preferences.giveUp': 'Give up',
  'preferences.giveUp.of': 'Give up Administrator on {licenseId}',
  'preferences.giveUp.title': 'Give up Administrator on {licenseId}?',
  'preferences.giveUp.loses': 'You lose access to {name} at once: you hold nothing else there.',
  'preferences.giveUp.keeps': 'You no longer administer {name}, at once, and keep {roles} there.',
  'preferences.giveUp.back':
    'Inheriting does not bring it back: only license IDs added later come from {agreement}. Another administrator can assign it to you.',
  'preferences.giveUp.confirm': 'Give up Administrator',
  'preferences.gaveUp': 'You gave up Administrator on {licenseId}',
  'preferences.giveUp.failed': 'You still hold it.',
  'preferences.giveUp.last':
    'You are the last registered administrator of {licenseIds}. Name another administrator there first.',
  'preferences.giveUp.gone': 'It is not there to be given up any more.',

  'preferences.card.on': 'Inherited admin is on for {agreement}',
  'preferences.card.off': 'Inherited admin is off for {agreement}',
  'preferences.card.on.body': 'You become an administrator on every license ID added under this agreement.',
  'preferences.card.off.body': 'You can become an administrator on every license ID added under it.',
  'preferences.card.more': '{count, plural, one {And # more agreement} other {And # more agreements}}',

  'preferences.contactOnly':
    'You are a contact of {organization} and hold no role there yet. This is what you can set yourself.',
} as const;
