/** What the bell opens: what needs an administrator. */
export const notificationMessages = {
  'notifications.title': 'Notifications',
  'notifications.waiting': 'Looking for what needs attention.',
  'notifications.none': 'Nothing needs attention',
  'notifications.failed': '{count, plural, one {# assignment failed} other {# assignments failed}}',
  'notifications.failed.body': 'Assign again. If it goes on failing, contact support.',
  'notifications.user-not-found':
    '{count, plural, one {# person is not in the directory} other {# people are not in the directory}}',
  'notifications.user-not-found.body':
    '{count, plural, one {Remove them, or restore the account.} other {Remove them, or restore their accounts.}}',
  'notifications.invitation-expired':
    '{count, plural, one {# invitation expired} other {# invitations expired}}',
  'notifications.invitation-expired.body':
    '{count, plural, one {Reset it to send a new one.} other {Reset them to send new ones.}}',
  'notifications.sole-administrator':
    '{count, plural, one {You are the only administrator on # license ID} other {You are the only administrator on # license IDs}}',
  'notifications.sole-administrator.body':
    '{count, plural, one {Name somebody beside you.} other {Name somebody beside you on each.}}',
} as const;
