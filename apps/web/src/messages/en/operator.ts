/** Texts around the pages of the publisher's operator. */
export const operatorMessages = {
  'operator.product': 'Volume licensing',
  'operator.pages': 'Operator',
  'operator.outbox': 'Outbox',
  'operator.inbox': 'Inbox',
  'operator.signOut': 'Sign out',
  'operator.token.outbox.lead':
    "Here the operator reads all mail of this instance. Its links are good, so it asks for the publisher's API token.",
  'operator.token.inbox.lead':
    "Here the operator reads feedback and support tickets and answers them. It asks for the publisher's API token.",
  'operator.token.label': "Publisher's API token",
  'operator.token.hint': 'It begins with mun_. This tab keeps it until you sign out or close the tab.',
  'operator.token.where': 'The server prints an address with the token in it when it starts with demo data.',
  'operator.token.outbox.open': 'Open the outbox',
  'operator.token.inbox.open': 'Open the inbox',
  'operator.token.missing': 'Paste the token.',
  'operator.token.form': 'A token begins with mun_ and has 47 characters.',
  'operator.token.unknown': 'This token is unknown, expired or revoked.',
  'operator.token.foreign': "This token is not the publisher's.",
} as const;
