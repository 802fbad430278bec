import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import {
  type AgreementContacts,
  type LicenseSetUp,
  putAgreement,
  putLicense,
  putOrganization,
} from '@muniment/contract/partners.ts';
import { getMe } from '@muniment/contract/people.ts';
import { createPartner as createPartnerEndpoint } from '@muniment/contract/publisher.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { Api } from './api.ts';
import { nameOf, type People } from './people.ts';
import { unique } from './unique.ts';

/** A partner with its API token. */
export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  readonly api: Api;
  organization(name?: string): Promise<Organization>;
}

/** An organization that a partner has set up. */
export interface Organization {
  readonly number: string;
  readonly name: string;
  readonly partner: Partner;
  agreement(contacts?: AgreementContacts): Promise<string>;
  /** Sets a license ID up. `contact` is the address of its primary contact, who is invited. */
  license(
    options?: { readonly contact?: string; readonly licenseId?: string } & Partial<LicenseSetUp>,
  ): Promise<string>;
  /** A registered administrator of license IDs that are set up for them. */
  administrator(options?: {
    readonly email?: string;
    readonly licenses?: number;
    /** They are bill-to contact of the license IDs' agreement, so that they see Invoice Reader. */
    readonly billTo?: boolean;
  }): Promise<Member>;
  /** Somebody whom an administrator gave roles, and who has registered them. */
  colleague(
    administrator: Member,
    options?: { readonly email?: string; readonly licenseIds?: readonly string[]; readonly roles?: Role[] },
  ): Promise<Member>;
  /** An address of this organization that nobody has yet. */
  newEmail(name?: string): string;
}

/** A registered VL user with an API token in the organization. */
export interface Member {
  readonly email: string;
  readonly name: string;
  readonly vlUserId: string;
  readonly token: string;
  readonly api: Api;
  /** In the order in which they were set up. */
  readonly licenseIds: readonly string[];
  /** The first of them. */
  readonly licenseId: string;
}

interface PartnerDeps {
  readonly publisher: Api;
  readonly people: People;
  readonly as: (token: string) => Api;
}

/** Admits a partner by the publisher's API; all else goes through the partner's own. */
export async function createPartner(deps: PartnerDeps, name: string): Promise<Partner> {
  const { id, token } = (await deps.publisher.call(createPartnerEndpoint, { body: { name } })).body;
  const api = deps.as(token);
  const partner: Partner = {
    id,
    name,
    token,
    api,
    async organization(organizationName = `Lindgren ${unique()} AB`) {
      const number = `O-${unique()}`;
      const body = { name: organizationName };
      const answer = await api.call(putOrganization, { params: { number }, body });
      if (answer.status !== 201) throw new Error(answer.text);
      return organizationOf(deps, partner, number, organizationName);
    },
  };
  return partner;
}

function organizationOf(deps: PartnerDeps, partner: Partner, number: string, name: string): Organization {
  const { people, as } = deps;
  const domain = `${number.toLowerCase()}.example`;
  const newEmail = (of = 'person') => `${of}.${unique()}@${domain}`;

  async function memberOf(email: string, licenseIds: readonly string[]): Promise<Member> {
    const token = await people.personToken(email, number);
    const api = as(token);
    const { organizations } = (await api.call(getMe, {})).body;
    const vlUserId = organizations.find((one) => one.number === number)?.vlUserId;
    if (vlUserId === undefined || vlUserId === null) throw new Error(`${email} is not a member of ${number}`);
    return { email, name: nameOf(email), vlUserId, token, api, licenseIds, licenseId: licenseIds[0] ?? '' };
  }

  async function license(
    options: { contact?: string; licenseId?: string } & Partial<LicenseSetUp> = {},
  ): Promise<string> {
    const { contact = newEmail('contact'), licenseId = newLicenseId(), ...facts } = options;
    const body: LicenseSetUp = {
      organizationNumber: number,
      name: `Contract ${licenseId}`,
      program: 'Select',
      startDate: '2026-01-01',
      endDate: '2031-12-31',
      country: 'SE',
      contacts: { primaryContact: { displayName: nameOf(contact), email: contact } },
      ...facts,
    };
    const answer = await partner.api.call(putLicense, { params: { licenseId }, body });
    if (answer.status !== 201) throw new Error(answer.text);
    return licenseId;
  }

  async function agreement(contacts: AgreementContacts = {}): Promise<string> {
    const agreementNumber = `A-${unique()}`;
    const body = { organizationNumber: number, name: `Agreement ${agreementNumber}`, contacts };
    const answer = await partner.api.call(putAgreement, { params: { number: agreementNumber }, body });
    if (answer.status !== 201) throw new Error(answer.text);
    return agreementNumber;
  }

  return {
    number,
    name,
    partner,
    newEmail,
    license,
    agreement,
    async administrator({ email = newEmail('admin'), licenses = 1, billTo = false } = {}) {
      const licenseIds: string[] = [];
      const under = billTo
        ? { agreementNumber: await agreement({ billToContact: { displayName: nameOf(email), email } }) }
        : {};
      for (let count = 0; count < licenses; count += 1) {
        licenseIds.push(await license({ contact: email, ...under }));
        await people.register(email);
      }
      return memberOf(email, licenseIds);
    },
    async colleague(administrator, options = {}) {
      const { email = newEmail('colleague'), licenseIds = [administrator.licenseId], roles } = options;
      const user = { signInEmail: email, displayName: nameOf(email) };
      const assignments = licenseIds.map((licenseId) => ({
        user,
        licenseId,
        roles: roles ?? ['licensing-info-viewer' as const],
      }));
      const answer = await administrator.api.call(changeAssignments, { body: { assignments } });
      if (answer.status !== 201) throw new Error(answer.text);
      const [mail] = answer.body.emails;
      if (mail?.kind === 'invitation') await people.register(email);
      return memberOf(email, licenseIds);
    },
  };
}

/** A license ID that nothing else in this run has. */
export function newLicenseId(): string {
  return `L${unique().toUpperCase()}`;
}
