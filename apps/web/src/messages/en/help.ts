/** Texts of the help pages. They say the same to everybody: nothing of an organization or of its people (A9). */
export const helpMessages = {
  'help.admin.link': 'Who is my VL admin?',
  'help.admin.title': 'Who is my VL admin?',
  'help.admin.secret':
    'No page tells you: only the administrators of a license ID see who administers it. Here is how to find out.',
  'help.admin.partner': 'Ask your licensing partner',
  'help.admin.partner.body':
    'The company that sold your organization its volume licensing knows who is named on the contract, and can pass your request on.',
  'help.admin.inHouse': 'No idea who the partner is?',
  'help.admin.inHouse.body': 'Colleagues in purchasing, finance or IT may know.',
  'help.admin.invited': 'Were you invited already?',
  'help.admin.invited.body':
    'Then open the link in the invitation email. If it no longer works, ask whoever sent it to you for a new one.',
  'help.admin.go': 'Go to volume licensing',
} as const;
