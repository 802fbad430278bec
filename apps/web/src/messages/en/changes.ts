/** Texts about assignment changes, planned and made: their checks, and what they did. */
export const changeMessages = {
  'check.level': '{level}:',
  'check.level.blocking': 'Blocks saving',
  'check.level.warning': 'Warning',
  'check.level.information': 'Note',
  'check.level.good': 'Good',
  'check.last': '{licenseIds} would have no administrator',
  'check.last.body': 'Name another administrator who has registered there first.',
  'check.inherited': 'A role on {licenseIds} is inherited',
  'check.inherited.body': 'Only its holder can give it up, in Preferences.',
  'check.inProgress': 'An earlier change for {people} is still being applied',
  'check.inProgress.body': 'It usually takes seconds. Taking roles away needs no wait.',
  'check.dropsToOne': '{licenseIds} {count, plural, one {drops} other {drop}} to one administrator',
  'check.dropsToOne.body': 'If that one is away, nobody else can assign roles. Name an alternate.',
  'check.pending': '{people} cannot administer {licenseIds} yet',
  'check.pending.body': 'They can once they have registered.',
  'check.gains': '{licenseIds} {count, plural, one {gets} other {get}} a second administrator',
  'check.gains.body': 'This clears a one-administrator risk.',
  'check.licenseIds.more': '{first} and {count, number} more',

  'change.you': 'You',
  'change.system': 'The system',
  'change.madeAdministrator': '<b>{actor}</b> made {person} an administrator on {licenses}',
  'change.gave': '<b>{actor}</b> gave {person} {roles} on {licenses}',
  'change.took': '<b>{actor}</b> took {roles} on {licenses} from {person}',
  'change.both': '<b>{actor}</b> changed the roles of {person} on {licenses}',
  'change.rescheduled': '<b>{actor}</b> changed how long {person} holds roles on {licenses}',
  'change.many':
    '<b>{actor}</b> changed roles of {people, plural, one {# person} other {# people}} on {licenses}',
  'change.gaveMany':
    '<b>{actor}</b> gave roles to {people, plural, one {# person} other {# people}} on {licenses}',
  'change.tookMany':
    '<b>{actor}</b> took roles from {people, plural, one {# person} other {# people}} on {licenses}',
  'change.setUp': '<b>{actor}</b> set {licenses} up and invited {person} as administrator',
  'change.setUpMany': '<b>{actor}</b> set {licenses} up with {people, number} administrators',
  'change.gaveUp': '<b>{actor}</b> gave up {roles} on {licenses}',
  'change.registered': '<b>{actor}</b> registered as administrator of {licenses}',
  'change.toYou': 'you',
  'change.yourself': 'yourself',
  'change.licenses': '{count, plural, one {# license ID} other {# license IDs}}',
  'change.undid': '<b>{actor}</b> undid a change of {person} on {licenses}',
  'change.undidMany':
    '<b>{actor}</b> undid a change of {people, plural, one {# person} other {# people}} on {licenses}',
  'change.imported':
    '<b>{actor}</b> imported roles of {people, plural, one {# person} other {# people}} on {licenses}',
  'change.contact': '<b>{actor}</b> changed a contact, and with it roles of {person} on {licenses}',
  'change.contactMany':
    '<b>{actor}</b> changed a contact, and with it roles of {people, plural, one {# person} other {# people}} on {licenses}',
  'change.nothing': '<b>{actor}</b> changed assignments',
} as const;
