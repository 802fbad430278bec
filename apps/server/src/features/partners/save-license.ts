import type { AnswerOf, BodyOf } from '@muniment/contract/endpoint.ts';
import type { putLicense } from '@muniment/contract/partners.ts';
import { v7 } from 'uuid';
import type { PartnerActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { invalidField, Problem } from '../../problem.ts';
import { designateContact, type RecordedChange, recordChange } from '../assignments/grant-service.ts';
import { heirsOf, inherit, withoutInherited } from '../contacts/inheritance-service.ts';
import { openContactInvitation } from '../invitations/invitation-service.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { planMails } from '../mail/mail-service.ts';
import { addVlUsers } from '../vl-users/vl-user-service.ts';
import { kindsOf, readContacts, requireSameContacts, viewContacts } from './contacts.ts';
import { authorOf, ownOrganization, type Put } from './own-organization.ts';
import {
  insertLicense,
  insertLicenseContacts,
  type LicenseFacts,
  lockLicenseFacts,
  type OwnedLicense,
  type OwnedOrganization,
  type StoredContact,
  selectAgreement,
  selectLicenseContacts,
  selectOwnedLicense,
  updateLicense,
} from './partner-repository.ts';

export interface SetUpDeps {
  readonly jobs: JobQueue;
  readonly publisherName: string;
  readonly mailHoldSeconds: number;
  readonly invitationDays: number;
}

type LicenseBody = BodyOf<typeof putLicense>;
type LicensePut = Put<AnswerOf<typeof putLicense>>;

/**
 * Sets a license ID up: its notices correspondent, else its primary contact, is invited as administrator. Sent
 * again, it corrects the facts of the contract and leaves its contacts and administrators alone.
 *
 * @throws Problem contact-required, contacts-fixed, not-found, license-id-not-found, invalid-request.
 * @source A2, A10, B5
 */
export async function saveLicense(
  trx: Trx,
  deps: SetUpDeps,
  actor: PartnerActor,
  licenseId: string,
  body: LicenseBody,
): Promise<LicensePut> {
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
  if (await insertLicense(trx, wanted, facts)) {
    await insertLicenseContacts(trx, wanted, contacts);
    const heirs = await heirsOf(trx, organization.id, facts.agreementId);
    const at = await currentTime(trx);
    const change = await recordChange(trx, organization.id, 'set-up', authorOf(actor), at);
    const { invited, opened, ...recorded } = await inviteContact(trx, deps, wanted, contact, change);
    const under = { id: wanted.id, agreementId: facts.agreementId ?? '' };
    const inherited = await inherit(trx, deps, organization.id, under, heirs, change);
    await appendToLedger(trx, organization.id, authorOf(actor), at, {
      event: 'license.set-up',
      version: 1,
      licenseIds: [wanted.id],
      details: {
        licenseId: wanted.id,
        number: licenseId,
        contacts: kindsOf(contacts),
        ...recorded,
        opened: [...opened, ...inherited],
      },
    });
    return {
      created: true,
      body: { ...body, id: wanted.id, licenseId, contacts: viewContacts(contacts), invited },
    };
  }
  const license = await selectOwnedLicense(trx, licenseId);
  if (license === null || license.partnerId !== actor.partner.id) throw new Problem('license-id-not-found');
  if (license.organizationId !== organization.id) {
    throw invalidField('/organizationNumber', 'A license ID stays with its organization.');
  }
  const stored = await selectLicenseContacts(trx, license);
  requireSameContacts(stored, contacts);
  await correctFacts(trx, deps, actor, license, facts);
  return {
    created: false,
    body: { ...body, id: license.id, licenseId, contacts: viewContacts(stored), invited: null },
  };
}

/** Contract facts are no personal data: the ledger keeps them as they were and as they are. @source B5 */
async function correctFacts(
  trx: Trx,
  deps: SetUpDeps,
  actor: PartnerActor,
  license: OwnedLicense,
  after: LicenseFacts,
): Promise<void> {
  const { organizationId } = license;
  const possibleHeirs = await heirsOf(trx, organizationId, after.agreementId);
  const before = await lockLicenseFacts(trx, license);
  const isSame = (Object.keys(after) as (keyof LicenseFacts)[]).every((name) => before[name] === after[name]);
  if (isSame) return;
  const at = await currentTime(trx);
  await updateLicense(trx, license, after);
  // Moved under an agreement, it is added there: whoever opted in inherits from then on (I1).
  const under = { id: license.id, agreementId: after.agreementId ?? '' };
  const heirs =
    before.agreementId === after.agreementId
      ? []
      : await withoutInherited(trx, organizationId, under, possibleHeirs);
  const change =
    heirs.length === 0 ? null : await recordChange(trx, organizationId, 'set-up', authorOf(actor), at);
  const opened = change === null ? [] : await inherit(trx, deps, organizationId, under, heirs, change);
  await appendToLedger(trx, license.organizationId, authorOf(actor), at, {
    event: 'license.corrected',
    version: 1,
    licenseIds: [license.id],
    details: {
      licenseId: license.id,
      number: license.licenseId,
      before,
      after,
      ...(change === null ? {} : { changeId: change.id, opened }),
    },
  });
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

/** Names the contact administrator of a new license ID, and invites them. @source A2 */
async function inviteContact(
  trx: Trx,
  deps: SetUpDeps,
  license: OwnedLicense,
  contact: StoredContact<string>,
  change: RecordedChange,
) {
  const { organizationId } = license;
  const { at } = change;
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
  return {
    changeId: change.id,
    invitationId: id,
    opened: [
      {
        vlUserId: user.id,
        licenseId: license.id,
        role: 'administrator',
        startsAt: at.toISOString(),
        endsAt: null,
      },
    ],
    invited: { displayName: user.displayName, email: contact.email, expiresAt: expiresAt.toISOString() },
  };
}
