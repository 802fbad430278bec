/** Texts of the tiles on Your products that lead to what roles open. */
export const entitlementMessages = {
  'entitlements.title': 'Contracts and entitlements',
  'entitlements.count': '{count, plural, one {# license ID} other {# license IDs}}',
  'entitlements.ending': '{count, plural, one {# ends within 90 days} other {# end within 90 days}}',
  'entitlements.about.contracts': 'What you hold a role on',
  'entitlements.about.orders': 'What was ordered, and when',
  'entitlements.about.keys': 'Keys of your contracts',
  'entitlements.about.productsAndServices': 'Keys by product',
  'entitlements.about.summaries': 'What you are entitled to',
  'entitlements.about.downloads': 'Software to install',
  'entitlements.about.services': 'Reserve, activate, redeem',
  'entitlements.about.benefits': 'Home Use Program',
  'entitlements.about.subscriptions': 'Quantities and renewal',
  'entitlements.about.invoices': 'Invoices and credit memos',
} as const;
