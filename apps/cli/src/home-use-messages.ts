import type { BenefitDetails } from '@muniment/contract/home-use.ts';

const counts = new Intl.NumberFormat('en');

/** What commands about benefits print. */
export const homeUseMessages = {
  none: 'There are no such Home Use Programs.',
  needsYes: 'Nobody is here to confirm. Add --yes to deactivate without a question.',
  ask: (licenseId: string) =>
    `Deactivate the Home Use Program of ${licenseId}? Its access code stops working at once. [y/N] `,
  state: {
    'terms-open': 'Terms not accepted',
    'in-set-up': 'In set-up',
    active: 'Active',
    inactive: 'Inactive',
  },
  usedOf: (used: number, total: number) => `${counts.format(used)} of ${counts.format(total)}`,
  activated: (licenseId: string, accessCode: string) =>
    `The Home Use Program of ${licenseId} is active. Access code: ${accessCode}`,
  deactivated: (licenseId: string) =>
    `The Home Use Program of ${licenseId} is not active. Its access code works no more.`,
  details: (program: BenefitDetails): string[] => [
    `Home Use Program of ${program.licenseId} (${program.name})`,
    `State: ${homeUseMessages.state[program.state]}`,
    `Used: ${homeUseMessages.usedOf(program.used, program.total)}`,
    `Terms: ${
      program.terms.accepted === null
        ? `version ${program.terms.current}, not accepted`
        : `version ${program.terms.accepted.version}, accepted${program.terms.accepted.by === null ? '' : ` by ${program.terms.accepted.by}`} on ${program.terms.accepted.at.slice(0, 10)}`
    }`,
    `Contact: ${program.contact === null ? 'none' : `${program.contact.name}, ${program.contact.email}`}`,
    `Domains: ${program.domains.length === 0 ? 'none' : program.domains.join(', ')}`,
    ...(program.accessCode === null ? [] : [`Access code: ${program.accessCode}`]),
  ],
  columns: { state: 'Home Use', used: 'Used' },
};
