/** Texts that stand where a page would that no role of the person opens. Roles are named, never people (A9). */
export const needsMessages = {
  'needs.heading': 'No access to this page',
  'needs.administrator': 'You need Administrator to see this page',
  'needs.whomToAsk':
    'Your partner can tell you whom to ask. Purchasing, finance or IT may know who the partner is.',
  'needs.roles':
    'You need {roles} to see {page, select, contracts {contracts} orders {orders} keys {keys} productsAndServices {products and services} summaries {license summaries} downloads {downloads} services {online services} benefits {benefits} subscriptions {subscriptions} invoices {invoices} other {this page}}',
  'needs.neutral':
    'You hold no role that opens {page, select, contracts {contracts} orders {orders} keys {keys} productsAndServices {products and services} summaries {license summaries} downloads {downloads} services {online services} benefits {benefits} subscriptions {subscriptions} invoices {invoices} other {this page}}',
} as const;
