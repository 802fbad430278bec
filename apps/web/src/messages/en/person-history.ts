/** Texts of the tabs of a person's pane, and of the one that shows what became of their roles. */
export const personHistoryMessages = {
  'history.tabs': 'What to show of {name}',
  'history.tab.access': 'Access',
  'history.tab': 'History',
  'history.none': 'No changes yet',
  'history.none.then': 'No changes by then',
  'history.none.body': 'Changes of their roles on license IDs that you administer will be here.',
  'history.error': 'The history could not be loaded',
  'history.more': 'Show earlier changes',
  'history.licenses.more': 'And {count, plural, one {# more license ID} other {# more license IDs}}.',
  'history.undone': 'Undone since',
  'history.change': 'Show change',
  'history.change.of': 'Show change of {date}',
} as const;
