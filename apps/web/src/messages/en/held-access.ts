/** Texts of Your products that come after its first sight: what one holds, whom to ask, recent changes. */
export const heldAccessMessages = {
  'overview.changes': 'Recent changes',
  'overview.changes.none': 'No changes yet.',
  'overview.changes.undone': 'Undone',
  'overview.changes.all': 'All activity',
  'overview.changes.error': 'Recent changes could not be loaded.',
  'overview.held': 'Your access',
  'overview.held.count': '{count, plural, one {# license ID} other {# license IDs}}',
  'overview.held.search': 'Search license IDs',
  'overview.held.agreement': 'Agreement {number}',
  'overview.held.error': 'Your access could not be loaded',
  'overview.held.until': 'until {date}',
  'overview.held.expired': 'expired {date}',
  'overview.held.more': 'Show more',
  'overview.held.noMatch': 'No license ID matches',
  'overview.held.noMatch.body': 'Try part of its name, number or program.',
  'overview.none': 'You hold no role at the moment',
  'overview.none.body':
    'You are registered with {organization}, and nothing is assigned to you now. Your licensing partner can tell you whom to ask.',
  'overview.ask': 'Need more access?',
  'overview.ask.body':
    'Your licensing partner can tell you whom to ask. Purchasing, finance or IT may know who the partner is.',
} as const;
