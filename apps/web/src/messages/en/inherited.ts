/** Texts beside what a person inherits from an agreement, wherever their roles are edited. */
export const inheritedMessages = {
  'inherited.locked': 'Inherited from {agreement}. Only they can give it up, in Preferences.',
  'inherited.locked.you': 'Inherited from {agreement}. Only you can give it up, in Preferences.',
  'inherited.locked.gone': 'Inherited from {agreement}. Remove the person to end it: they cannot any more.',
  'inherited.option': 'Inherited, cannot be changed here',
} as const;
