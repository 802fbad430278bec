/** Texts of what opens at Why?: what gives somebody their access on a license ID, and what would stay without it. */
export const whyMessages = {
  'why.open': 'Why?',
  'why.hide': 'Hide',
  'why.of': '{what} {name} {licenseId}',
  'why.error': 'It could not be explained.',

  'why.assigned': '{count, plural, one {Assigned directly.} other {Assigned directly, in # steps.}}',
  'why.inherited': 'Inherited from the agreement.',
  'why.both': 'Assigned and inherited.',
  'why.nothing': 'Nothing counts here now.',
  'why.nothing.past': 'Nothing counted here then.',
  'why.contact.primary-contact':
    '{isYou, select, yes {You are} other {{name} is}} the primary contact of {agreement} and opted in.',
  'why.contact.notices-correspondent':
    '{isYou, select, yes {You are} other {{name} is}} the notices correspondent of {agreement} and opted in.',
  'why.contact.online-access-contact':
    '{isYou, select, yes {You are} other {{name} is}} the online access contact of {agreement} and opted in.',
  'why.contact.former': '{isYou, select, yes {You} other {{name}}} inherited it as a contact of {agreement}.',
  'why.optedIn': 'Opted in to inherit from {agreement}',
  'why.optedIn.by': '{isYou, select, yes {You} other {{name}}}, {date}',

  'why.by': '{who}, {date}',
  'why.by.set-up': 'Set up by {who}, {date}',
  'why.by.registration': 'Registered by {who}, {date}',
  'why.by.import': 'Imported by {who}, {date}',
  'why.by.undo': 'Given back by {who}, {date}',
  'why.by.contact-change': 'By a change of contacts, {who}, {date}',
  'why.you': 'You',
  'why.system': 'The system',
  'why.directory': 'The directory',
  'why.administrator': 'An administrator',
  'why.reason': '“{reason}”',
  'why.counts': 'Counts since {date}',
  'why.until': 'Until {date}',
  'why.change': 'Show the change of {date}',

  'why.not': 'What does not count',
  'why.not.past': 'What did not count',
  'why.because.closed': 'Taken by {who}, {date}',
  'why.because.ended': 'Ended {date}',
  'why.because.user-not-found': 'Not in the directory',
  'why.because.provisioning-failed': 'A system that must know of it refused it',
  'why.because.provisioning': 'Waits for systems that must know of it',
  'why.because.not-registered': 'Not registered yet',
  'why.because.not-started': 'Begins {date}',

  'why.if.keeps':
    'If you remove {role}, {isYou, select, yes {you keep} other {{name} keeps}} {roles}{only, select, nobody {} you { and you become the only administrator} other { and {who} becomes the only administrator}}.',
  'why.if.loses':
    'If you remove {role}, {isYou, select, yes {you have} other {{name} has}} no access here{only, select, nobody {} you { and you become the only administrator} other { and {who} becomes the only administrator}}.',
  'why.if.waiting': 'If you remove {role}, nothing else changes here.',
  'why.if.refused': '{role} cannot be removed: nobody else could administer this license ID.',
  'why.if.locked': 'To end what is inherited, {name} gives it up in Preferences.',
  'why.if.locked.you': 'To end what is inherited, give it up in Preferences.',
} as const;
