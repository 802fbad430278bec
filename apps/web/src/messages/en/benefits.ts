/** Texts of Benefits: the Home Use Programs, and the steps of one. */
export const benefitMessages = {
  'benefits.title': 'Benefits',
  'benefits.lead': 'The Home Use Program lets your employees use licensed software at home.',
  'benefits.search': 'Search license ID or name',
  'benefits.count': '{count, plural, one {# program} other {# programs}}',
  'benefits.empty': 'No Home Use copies are granted yet',
  'benefits.emptyBody': 'A license ID appears here as soon as copies for employees are granted on it.',
  'benefits.error': 'The benefits could not be loaded',
  'benefits.file': 'home-use',
  'benefits.column.licenseId': 'License ID',
  'benefits.column.name': 'Contract',
  'benefits.column.state': 'Home Use',
  'benefits.column.used': 'Used',
  'benefits.column.endDate': 'Contract ends',
  'benefits.state.terms-open': 'Terms not accepted',
  'benefits.state.in-set-up': 'In set-up',
  'benefits.state.active': 'Active',
  'benefits.state.inactive': 'Inactive',
  'benefits.usedOf': '{used, number} of {total, number}',
  'benefits.card.used': '{used, number} of {total, number} used',
  'benefits.used': 'Copies used',
  'benefits.name': 'Home Use Program',
  'benefits.step.done': 'Done',

  'benefits.terms': 'Terms',
  'benefits.terms.lead': 'Version {version} of the terms of {publisher}. In short:',
  'benefits.terms.employees': 'The copies are for employees of {organization}, for use at home.',
  'benefits.terms.leaving': 'Who leaves {organization} stops using their copy.',
  'benefits.terms.contract': 'The program ends with the contract.',
  'benefits.terms.read': 'Read the terms',
  'benefits.terms.accept': 'Accept terms',
  'benefits.terms.acceptedOn': 'Version {version}, accepted on {date}.',
  'benefits.terms.accepted': 'Version {version}, accepted by {name} on {date}.',
  'benefits.terms.changed':
    'The terms changed. The program goes on; accept them before you activate it again.',

  'benefits.contact': 'Contact',
  'benefits.contact.lead': 'Whom employees ask. The e-mail text names this contact.',
  'benefits.contact.name': 'Name',
  'benefits.contact.email': 'Email',
  'benefits.contact.name.missing': 'Enter a name.',
  'benefits.contact.email.wrong': 'Enter an e-mail address, such as name@company.example.',
  'benefits.contact.save': 'Save contact',
  'benefits.contact.change': 'Change contact',

  'benefits.domains': 'E-mail domains',
  'benefits.domains.lead': 'Only whoever has an address in one of them can use the access code.',
  'benefits.domains.label': 'Domains, one on each line',
  'benefits.domains.hint': '1 to {most, number}, without subdomains: each of those is a domain of its own.',
  'benefits.domains.none': 'Enter a domain.',
  'benefits.domains.many': 'Enter at most {most, number} domains.',
  'benefits.domains.no-domain': '“{domain}” is no domain. Enter one such as company.example.',
  'benefits.domains.public-provider':
    'Anyone can get an address in “{domain}”. Enter domains that are yours alone.',
  'benefits.domains.save': 'Save domains',
  'benefits.domains.change': 'Change domains',

  'benefits.activation': 'Activation',
  'benefits.activation.first': 'Finish the steps above first.',
  'benefits.activation.not-entitled':
    'No copies are granted on this license ID. Your partner can tell you why.',
  'benefits.activation.contract-over': 'The contract is over, and the program with it.',
  'benefits.activation.ready': 'Activating makes an access code for your employees.',
  'benefits.activation.again': 'The program is not active. Activating makes a new access code.',
  'benefits.activate': 'Activate',
  'benefits.code': 'Access code',
  'benefits.code.copy': 'Copy code',
  'benefits.code.renew': 'New code',
  'benefits.code.renew.title': 'Replace the access code {code}?',
  'benefits.code.renew.body':
    'It stops working at once, for everybody who has it. Send your employees the new one.',
  'benefits.code.renew.confirm': 'Replace code',
  'benefits.deactivate': 'Deactivate',
  'benefits.deactivate.title': 'Deactivate the Home Use Program of {licenseId}?',
  'benefits.deactivate.body':
    'The access code {code} stops working at once. Contact and domains stay. Activating again makes another code.',
  'benefits.deactivate.confirm': 'Deactivate program',

  'benefits.mail': 'E-mail text for employees',
  'benefits.mail.copy': 'Copy text',
  'benefits.mail.text': `Hello,

As an employee of {organization} you can use software by {publisher} at home, through the Home Use Program.

1. {hasShop, select, true {Open {shop}} other {Open the Home Use shop of {publisher}}}
2. Enter the access code {code} and your work e-mail address (it ends in {domains}).
3. Follow the instructions that {publisher} sends you.

Keep the code within {organization}.

Questions? {name}, {email}`,

  'benefits.saved.accept-terms': 'Terms accepted',
  'benefits.saved.set-contact': 'Contact saved',
  'benefits.saved.set-domains': 'Domains saved',
  'benefits.saved.activate': 'Home Use Program activated',
  'benefits.saved.renew-code': 'Access code replaced',
  'benefits.saved.deactivate': 'Home Use Program deactivated',
  'benefits.failed': 'Nothing was saved',
  'benefits.failed.state': 'The program is at another step by now. Look again.',
  'benefits.failed.stale': 'Somebody changed the program meanwhile. It shows how it is now.',
} as const;
