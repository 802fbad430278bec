/** Texts of periods of roles, and of what each role allows. */
export const rolePeriodMessages = {
  'period.set': 'Set dates',
  'period.hide': 'Hide dates',
  'period.setOn': 'Set dates of roles on {licenseId}',
  'period.hideOn': 'Hide dates of roles on {licenseId}',
  'period.group': 'Dates of roles on {licenseId}',
  'period.from': '{role} from',
  'period.until': '{role} until',
  'period.hint': 'Days where you are, both counted. Left empty: from now on, without an end.',
  'period.fault.start-passed': 'Choose a day from today on.',
  'period.fault.end-passed': 'Choose a day that is not over.',
  'period.fault.end-before-start': 'Choose a day that is not before the first one.',
  'period.mendFirst': 'Mend the dates on {licenseId} first.',
  'period.inWords.from': 'from {start}',
  'period.inWords.until': 'until {end}',
  'period.inWords.both': 'from {start} until {end}',
  'period.inWords.always': 'from now on, without an end',
  'period.ofRole': '{role} {period}',
  'allows.administrator': 'Assigns, edits and removes roles, and may do all that the other roles may.',
  'allows.licensing-info-viewer':
    'Views contract details, orders and contract keys, and creates license summaries.',
  'allows.product-download-manager': 'Views contracts and downloads licensed software.',
  'allows.product-keys-reader': 'Views contracts and keys, and activates and redeems online services.',
  'allows.benefits-reader': 'Views contracts and manages Home Use Program entitlements.',
  'allows.online-services-manager':
    'Views contracts and orders, reserves, activates and redeems online services, and manages subscriptions.',
  'allows.invoice-reader': 'Views contracts, and lists and downloads invoices.',
} as const;
