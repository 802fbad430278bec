/** What each role allows, in one sentence, where roles are chosen. @source R1-R7 */
export const roleAboutMessages = {
  'role.about.administrator': 'Gives and takes roles, and may do all that the others may.',
  'role.about.licensing-info-viewer':
    'Views contracts, orders and contract keys, and creates license summaries.',
  'role.about.product-download-manager': 'Views contracts and downloads software.',
  'role.about.product-keys-reader':
    'Views contracts and all keys, and activates and redeems online services.',
  'role.about.benefits-reader': 'Views contracts and manages Home Use Program benefits.',
  'role.about.online-services-manager':
    'Views contracts and orders, reserves, activates and redeems services, and manages subscriptions.',
  'role.about.invoice-reader': 'Views contracts, and lists and downloads invoices.',
} as const;
