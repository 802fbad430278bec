import type { LicenseSummary, SummaryState } from '@muniment/contract/license-summaries.ts';

const counts = new Intl.NumberFormat('en');

const STATES: Readonly<Record<SummaryState, string>> = {
  waiting: 'Waiting',
  running: 'Being made',
  done: 'Done',
  failed: 'Failed',
  canceled: 'Canceled',
};

/** What commands about license summaries print. */
export const summaryMessages = {
  none: 'You have no license summaries.',
  noRows: 'No entitlement of these license IDs is effective on this day.',
  whichLicenses: 'Give --license with license IDs, or --all.',
  columns: {
    id: 'Summary',
    created: 'Created',
    status: 'Status',
    licenseIds: 'License IDs',
    productFamily: 'Product family',
    version: 'Version',
    productPool: 'Product pool',
    type: 'Type',
    effectiveQuantity: 'Effective quantity',
    activeSoftwareAssurance: 'Active Software Assurance',
  },
  state: STATES,
  pool: { applications: 'Applications', systems: 'Systems', servers: 'Servers' },
  type: {
    license: 'License',
    'license-and-software-assurance': 'License with Software Assurance',
    'software-assurance': 'Software Assurance',
    'step-up': 'Step-up',
    subscription: 'Subscription',
  },
  granted: (type: string) => `${type} (granted)`,
  number: (number: number) => counts.format(number),
  progress: ({ done, total }: LicenseSummary['progress']) =>
    `${counts.format(done)} of ${counts.format(total)} license IDs`,
  heading: ({ id, state, asOf, openLicenseCount, licenseIds }: LicenseSummary) => {
    const more = openLicenseCount - licenseIds.length;
    const others = more > 0 ? ` and ${counts.format(more)} more` : '';
    return `License summary ${id}: ${STATES[state].toLowerCase()}\nEffective on ${asOf} (UTC), of ${licenseIds.join(', ')}${others}`;
  },
  notMade: (id: string) => `License summary ${id} could not be made`,
  createAgain: 'Create it again.',
} as const;
