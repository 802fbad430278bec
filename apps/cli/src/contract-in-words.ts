import type { LicenseDetails } from '@muniment/contract/licenses.ts';
import { messages } from './messages.ts';
import { namesOf } from './role-names.ts';

const CONTACTS: Readonly<Record<LicenseDetails['contacts'][number]['contact'], string>> = {
  'primary-contact': 'Primary contact',
  'notices-correspondent': 'Notices correspondent',
  'online-access-contact': 'Online access contact',
  'bill-to-contact': 'Bill-to contact',
};

/** What a contract is, a line for each fact; what is not known is left out. @source W1 */
export function contractInWords(license: LicenseDetails): string {
  const { city, country, terminatedOn, daysLeft } = license;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Organization', `${license.organizationName} (${license.organizationNumber})`],
    ['Location', city === null ? country : `${city}, ${country}`],
    ['Program', license.program],
    ['Parent program', license.parentProgram],
    ['License type', license.licenseType],
    ['Agreement type', license.agreementType],
    ['Agreement number', license.agreementNumber],
    ['Start date', license.startDate],
    ['End date', license.endDate],
    ['Terminated on', terminatedOn],
    ['Days left', terminatedOn === null && daysLeft >= 0 ? String(daysLeft) : null],
    ['Status', messages.licenseStatus[license.status]],
    ['Your roles', namesOf(license.roles)],
    ['Offerings', license.offerings.length === 0 ? null : license.offerings.join(', ')],
    ...license.contacts.map(
      ({ contact, of, displayName, email }) =>
        [
          `${CONTACTS[contact]}${of === 'agreement' ? ' of the agreement' : ''}`,
          `${displayName} <${email}>`,
        ] as const,
    ),
  ];
  const lines = facts.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return [`License ID ${license.licenseId}: ${license.name}`, ...lines].join('\n');
}
