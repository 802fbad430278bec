import type { LicenseSetUp } from '@muniment/contract/partners.ts';
import type { Trx } from '../../database/connect.ts';
import type { LicenseContactKind } from '../../database/schema.ts';
import { invalidField, Problem } from '../../problem.ts';
import { readContacts } from './contacts.ts';
import type { LicenseFacts, OwnedAgreement, OwnedOrganization, StoredContact } from './partner-repository.ts';
import { type ContractActor, isOwn } from './set-up-author.ts';
import { selectAgreements, selectOrganizations } from './set-up-repository.ts';

export interface WantedSetUp {
  readonly licenseId: string;
  readonly body: LicenseSetUp;
}

export interface ReadSetUp extends WantedSetUp {
  readonly organization: OwnedOrganization;
  readonly facts: LicenseFacts;
  readonly contacts: readonly StoredContact<LicenseContactKind>[];
  /** Whom a new license ID invites. */
  readonly invitee: StoredContact<LicenseContactKind>;
}

/**
 * Reads set-ups of license IDs: what each says, or why it is refused.
 *
 * @source A2, A10
 */
export async function readSetUps(
  trx: Trx,
  actor: ContractActor,
  wanted: readonly WantedSetUp[],
): Promise<(ReadSetUp | Problem)[]> {
  const organizations = await selectOrganizations(trx, [
    ...new Set(wanted.map(({ body }) => body.organizationNumber)),
  ]);
  const agreementNumbers = new Set(wanted.flatMap(({ body }) => body.agreementNumber ?? []));
  const agreements =
    agreementNumbers.size === 0
      ? new Map<string, OwnedAgreement>()
      : await selectAgreements(trx, [...agreementNumbers]);
  return wanted.map((one) => {
    try {
      return readSetUp(actor, one, organizations, agreements);
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  });
}

function readSetUp(
  actor: ContractActor,
  { licenseId, body }: WantedSetUp,
  organizations: ReadonlyMap<string, OwnedOrganization>,
  agreements: ReadonlyMap<string, OwnedAgreement>,
): ReadSetUp {
  const organization = organizations.get(body.organizationNumber);
  if (organization === undefined || !isOwn(actor, organization.partnerId)) {
    throw invalidField('/organizationNumber', 'You have set up no organization with this number.');
  }
  const facts = readFacts(body, organization, agreements);
  const contacts = readContacts(body.contacts);
  const invitee =
    contacts.find((one) => one.contact === 'notices-correspondent') ??
    contacts.find((one) => one.contact === 'primary-contact');
  if (invitee === undefined) {
    throw new Problem('contact-required', {
      detail: 'Name a notices correspondent or a primary contact: one of them is invited as administrator.',
      errors: [{ pointer: '/contacts', detail: 'Both contacts are missing.' }],
    });
  }
  return { licenseId, body, organization, facts, contacts, invitee };
}

function readFacts(
  body: LicenseSetUp,
  organization: OwnedOrganization,
  agreements: ReadonlyMap<string, OwnedAgreement>,
): LicenseFacts {
  if (body.endDate < body.startDate) throw invalidField('/endDate', 'A contract ends after it starts.');
  if (body.terminatedOn !== undefined && body.terminatedOn < body.startDate) {
    throw invalidField('/terminatedOn', 'A contract is terminated after it starts.');
  }
  const agreement = body.agreementNumber === undefined ? undefined : agreements.get(body.agreementNumber);
  if (body.agreementNumber !== undefined && agreement?.organizationId !== organization.id) {
    throw invalidField('/agreementNumber', 'The organization has no such agreement.');
  }
  return {
    agreementId: agreement?.id ?? null,
    name: body.name.trim(),
    program: body.program.trim(),
    parentProgram: body.parentProgram?.trim() || null,
    startDate: body.startDate,
    endDate: body.endDate,
    city: body.city?.trim() || null,
    country: body.country,
    licenseType: body.licenseType?.trim() || null,
    agreementType: body.agreementType?.trim() || null,
    terminatedOn: body.terminatedOn ?? null,
    offerings: [...new Set((body.offerings ?? []).map((each) => each.trim()))],
  };
}
