/** Names of the pages: headings, breadcrumbs and document titles. */
export const pageMessages = {
  'page.signIn': 'Sign in',
  'page.register': 'Register your access',
  'page.products': 'Your products',
  'page.assignments': 'Manage assignments',
  'page.assign': 'Assign users to contracts',
  'page.verify': 'Verify and save',
  'page.tokens': 'API tokens',
  'page.outbox': 'Outbox',
} as const;
