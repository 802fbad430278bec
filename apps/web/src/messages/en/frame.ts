/** Texts of the frame around every page, and of the pages that belong to no task. */
export const frameMessages = {
  'frame.product': 'Volume licensing',
  'frame.documentTitle': '{page} - Volume licensing',
  'frame.documentTitleWithOrganization': '{page} - {organization} - Volume licensing',
  'frame.skip': 'Skip to content',
  'frame.switchOrganization': 'Organization: {organization}',
  'frame.organizations': 'Organizations',
  'frame.account': 'Account of {name}',
  'frame.account.tokens': 'API tokens',
  'frame.account.signOut': 'Sign out',
  'frame.openNavigation': 'Open navigation',
  'frame.navigation': 'Main',
  'frame.nav.billing': 'Billing',
  'frame.nav.products': 'Your products',
  'frame.nav.roles': 'Roles',
  'frame.nav.assignments': 'Manage assignments',
  'frame.nav.assign': 'Assign users',
  'frame.footer.effect': 'Role changes apply within seconds.',
  'frame.footer.publisher': 'Provided by {publisher}',
  'frame.offline': 'You are offline. You can read what is loaded; saving opens again when you are back.',
  'frame.demo': 'Demo data',
  'frame.noAccess.title': 'You have no volume licensing access yet',
  'frame.noAccess.body':
    'You are signed in as {email}. If you were invited, open the link in that email. Otherwise ask your licensing partner whom to turn to.',
  'frame.role.needed.title': 'You need Administrator to see this page',
  'frame.role.needed.body':
    'Your partner can tell you whom to ask. Purchasing, finance or IT may know who the partner is.',
} as const;
