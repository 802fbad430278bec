import type { AnswerOf, BodyOf } from '@muniment/contract/endpoint.ts';
import type { putAgreement, putLicense, putOrganization } from '@muniment/contract/partners.ts';
import { v7 } from 'uuid';
import type { PartnerActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { invalidField, Problem } from '../../problem.ts';
import { designateContact, recordChange } from '../assignments/grant-service.ts';
import { openContactInvitation } from '../invitations/invitation-service.ts';
import { type Author, appendToLedger, beginLedger } from '../ledger/ledger-service.ts';
import { planMails } from '../mail/mail-service.ts';
import { addVlUsers } from '../vl-users/vl-user-service.ts';
import { readContacts, requireSameContacts, viewContacts } from './contacts.ts';
import {
  insertAgreement,
  insertAgreementContacts,
  insertLicense,
  insertLicenseContacts,
  insertOrganization,
  type LicenseFacts,
  type OwnedLicense,
  type OwnedOrganization,
  renameAgreement,
  renameOrganization,
  type StoredContact,
  selectAgreement,
  selectAgreementContacts,
  selectLicenseContacts,
  selectOrganization,
  selectOwnedLicense,
  updateLicense,
} from './partner-repository.ts';

export interface SetUpDeps {
  readonly jobs: JobQueue;
  readonly publisherName: string;
  readonly mailHoldSeconds: number;
  readonly invitationDays: number;
}

interface Put<T> {
  readonly created: boolean;
  readonly body: T;
}

/** Creates or renames an organization of the partner. Another partner's is not found. */
export async function saveOrganization(
  trx: Trx,
  actor: PartnerActor,
  number: string,
  { name }: BodyOf<typeof putOrganization>,
): Promise<Put<AnswerOf<typeof putOrganization>>> {
  const wanted: OwnedOrganization = { id: v7(), number, name: name.trim(), partnerId: actor.partner.id };
  const created = await insertOrganization(trx, wanted);
  const organization = created ? wanted : await ownOrganization(trx, actor, number, 'params/number');
  if (created) await beginLedger(trx, organization.id);
  else if (organization.name !== wanted.name) await renameOrganization(trx, organization.id, wanted.name);
  if (created || organization.name !== wanted.name) {
    await appendToLedger(trx, organization.id, authorOf(actor), await currentTime(trx), {
      event: created ? 'organization.created' : 'organization.renamed',
      version: 1,
      licenseIds: [],
      details: { organizationId: organization.id, number },
    });
  }
  return { created, body: { id: organization.id, number, name: wanted.name } };
}

/** Creates a master agreement with its contacts, or renames it. @throws Problem not-found, contacts-fixed. @source A10 */
export async function saveAgreement(
  trx: Trx,
  actor: PartnerActor,
  number: string,
  body: BodyOf<typeof putAgreement>,
): Promise<Put<AnswerOf<typeof putAgreement>>> {
  const organization = await ownOrganization(trx, actor, body.organizationNumber, '/organizationNumber');
  const contacts = readContacts(body.contacts);
  const wanted = {
    id: v7(),
    organizationId: organization.id,
    number,
    name: body.name.trim(),
    partnerId: actor.partner.id,
  };
  const created = await insertAgreement(trx, wanted);
  const agreement = created ? wanted : await selectAgreement(trx, number);
  if (agreement === null || agreement.partnerId !== actor.partner.id) throw new Problem('not-found');
  if (agreement.organizationId !== organization.id) {
    throw invalidField('/organizationNumber', 'An agreement stays with its organization.');
  }
  const isRenamed = agreement.name !== wanted.name;
  let stored = contacts;
  if (created) await insertAgreementContacts(trx, organization.id, agreement.id, contacts);
  else {
    stored = await selectAgreementContacts(trx, organization.id, agreement.id);
    requireSameContacts(stored, contacts);
    if (isRenamed) await renameAgreement(trx, organization.id, agreement.id, wanted.name);
  }
  if (created || isRenamed) {
    await appendToLedger(trx, organization.id, authorOf(actor), await currentTime(trx), {
      event: created ? 'agreement.created' : 'agreement.corrected',
      version: 1,
      licenseIds: [],
      details: { agreementId: agreement.id, number, contacts: contacts.map(({ contact }) => contact).sort() },
    });
  }
  return {
    created,
    body: {
      id: agreement.id,
      number,
      organizationNumber: organization.number,
      name: wanted.name,
      contacts: viewContacts(stored),
    },
  };
}

/**
 * Sets a license ID up: its notices correspondent, else its primary contact, is invited as administrator. Sent
 * again, it corrects the facts of the contract and leaves its contacts and administrators alone.
 *
 * @throws Problem contact-required, contacts-fixed, not-found, license-id-not-found, invalid-request.
 * @source A2, A10
 */
export async function saveLicense(
  trx: Trx,
  deps: SetUpDeps,
  actor: PartnerActor,
  licenseId: string,
  body: BodyOf<typeof putLicense>,
): Promise<Put<AnswerOf<typeof putLicense>>> {
  const organization = await ownOrganization(trx, actor, body.organizationNumber, '/organizationNumber');
  const facts = await readFacts(trx, organization, body);
  const contacts = readContacts(body.contacts);
  const contact =
    contacts.find((one) => one.contact === 'notices-correspondent') ??
    contacts.find((one) => one.contact === 'primary-contact');
  if (contact === undefined) {
    throw new Problem('contact-required', {
      detail: 'Name a notices correspondent or a primary contact: one of them is invited as administrator.',
      errors: [{ pointer: '/contacts', detail: 'Both contacts are missing.' }],
    });
  }

  const wanted = { id: v7(), organizationId: organization.id, licenseId, partnerId: actor.partner.id };
  const created = await insertLicense(trx, wanted, facts);
  const license = created ? wanted : await selectOwnedLicense(trx, licenseId);
  if (license === null || license.partnerId !== actor.partner.id) throw new Problem('license-id-not-found');
  if (license.organizationId !== organization.id) {
    throw invalidField('/organizationNumber', 'A license ID stays with its organization.');
  }

  let invited: AnswerOf<typeof putLicense>['invited'] = null;
  let stored = contacts;
  let isCorrected = false;
  const at = await currentTime(trx);
  if (created) {
    await insertLicenseContacts(trx, license, contacts);
    invited = await inviteContact(trx, deps, actor, license, contact, at);
  } else {
    stored = await selectLicenseContacts(trx, license);
    requireSameContacts(stored, contacts);
    isCorrected = await updateLicense(trx, license, facts);
  }
  if (created || isCorrected) {
    await appendToLedger(trx, organization.id, authorOf(actor), at, {
      event: created ? 'license.set-up' : 'license.corrected',
      version: 1,
      licenseIds: [license.id],
      details: { licenseId: license.id, number: licenseId },
    });
  }
  return { created, body: { ...body, id: license.id, licenseId, contacts: viewContacts(stored), invited } };
}

async function readFacts(
  trx: Trx,
  organization: OwnedOrganization,
  body: BodyOf<typeof putLicense>,
): Promise<LicenseFacts> {
  if (body.endDate < body.startDate) throw invalidField('/endDate', 'A contract ends after it starts.');
  const agreement =
    body.agreementNumber === undefined ? null : await selectAgreement(trx, body.agreementNumber);
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
  };
}

async function inviteContact(
  trx: Trx,
  deps: SetUpDeps,
  actor: PartnerActor,
  license: OwnedLicense,
  contact: StoredContact<string>,
  at: Date,
) {
  const { organizationId } = license;
  const [user] = await addVlUsers(trx, organizationId, [
    {
      id: v7(),
      signInEmail: contact.email,
      signInEmailKey: contact.emailKey,
      businessEmail: contact.email,
      displayName: contact.displayName,
    },
  ]);
  if (user === undefined) throw new Error('The contact was not added');
  const change = await recordChange(trx, organizationId, 'set-up', authorOf(actor), at);
  const named = { vlUserId: user.id, licenseId: license.id };
  await designateContact(trx, organizationId, named, change);
  const { id, generation, expiresAt } = await openContactInvitation(trx, organizationId, named, {
    at,
    invitationDays: deps.invitationDays,
  });
  const mail = {
    kind: 'contact-invitation' as const,
    vlUserId: user.id,
    toName: user.displayName,
    // Where the partner says: whoever has its link may register it, and administrators edit business e-mails.
    toAddress: contact.email,
    changeId: change.id,
    invitationId: id,
    facts: { generation },
  };
  await planMails(trx, deps, organizationId, [mail], at);
  return { displayName: user.displayName, email: contact.email, expiresAt: expiresAt.toISOString() };
}

/** An organization of the partner's own. @throws Problem not-found, or invalid-request where the body names it. */
async function ownOrganization(
  trx: Trx,
  actor: PartnerActor,
  number: string,
  pointer: string,
): Promise<OwnedOrganization> {
  const organization = await selectOrganization(trx, number);
  if (organization?.partnerId === actor.partner.id) return organization;
  if (pointer.startsWith('/'))
    throw invalidField(pointer, 'You have set up no organization with this number.');
  throw new Problem('not-found');
}

function authorOf(actor: PartnerActor): Author {
  return { kind: 'partner', id: actor.partner.id, name: actor.partner.name };
}
