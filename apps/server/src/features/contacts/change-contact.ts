import type { ContactChange, ContactChangeRequest } from '@muniment/contract/partners.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { v7 } from 'uuid';
import type { PartnerActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import type { AgreementContactKind } from '../../database/schema.ts';
import { currentTime } from '../../database/transaction.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { invalidField, Problem } from '../../problem.ts';
import { lockLicensesOf, type RecordedChange, recordChange } from '../assignments/grant-service.ts';
import { inheritedOn, makeAssigned } from '../assignments/inherited-grants-service.ts';
import { type Author, appendToLedger } from '../ledger/ledger-service.ts';
import { planMails } from '../mail/mail-service.ts';
import { findOwnAgreement, findOwnLicense } from '../partners/partner-service.ts';
import {
  insertContactChange,
  matchAccounts,
  type PresentContact,
  putAgreementContact,
  putLicenseContact,
  selectAdministrators,
  selectContact,
  selectLicensesUnder,
  selectVlUserOf,
} from './contact-repository.ts';
import { isInheritingContact, lockAgreements } from './inheritance-repository.ts';
import { type Invited, rescue } from './rescue-license.ts';

export interface ContactDeps {
  readonly jobs: JobQueue;
  readonly publisherName: string;
  readonly mailHoldSeconds: number;
  readonly invitationDays: number;
}

interface NewContact {
  readonly displayName: string;
  readonly email: string;
  readonly emailKey: string;
}

/**
 * Changes a contact of a license ID or an agreement, on the customer's behalf. Nobody loses a role by it.
 *
 * The new contact of a license ID is invited only where no administrator can act; otherwise the administrators are
 * told. What a replaced contact of an agreement inherited becomes assigned.
 *
 * @throws Problem license-id-not-found, not-found for another partner's; invalid-request.
 * @source A10
 */
export async function changeContact(
  trx: Trx,
  deps: ContactDeps,
  actor: PartnerActor,
  request: ContactChangeRequest,
): Promise<ContactChange> {
  const key = emailKey(request.to.email);
  if (key === null) throw invalidField('/to/email', 'This is no e-mail address.');
  const to = { displayName: request.to.displayName.trim(), email: request.to.email, emailKey: key };
  return 'licenseId' in request
    ? changeLicenseContact(trx, deps, actor, request.licenseId, request, to)
    : changeAgreementContact(trx, deps, actor, request.agreementNumber, request, to);
}

type Asked = Pick<ContactChangeRequest, 'contact' | 'requestedBy'>;

async function changeLicenseContact(
  trx: Trx,
  deps: ContactDeps,
  actor: PartnerActor,
  licenseId: string,
  asked: Asked,
  to: NewContact,
): Promise<ContactChange> {
  const { contact } = asked;
  if (contact !== 'primary-contact' && contact !== 'notices-correspondent') {
    throw invalidField('/contact', 'A license ID has a primary contact and a notices correspondent.');
  }
  const license = await findOwnLicense(trx, actor, licenseId);
  if (license === null) throw new Problem('license-id-not-found');
  const { organizationId, id } = license;
  await lockLicensesOf(trx, organizationId, [id]);
  const before = await selectContact(trx, organizationId, { licenseId: id }, contact);
  if (isSame(before, to)) return UNCHANGED;
  const isSamePerson = before?.emailKey === to.emailKey;
  await putLicenseContact(trx, organizationId, id, contact, to);
  if (isSamePerson) {
    const at = await currentTime(trx);
    const changeId = await note(trx, actor, { organizationId, licenseId: id, before, to, asked, at });
    return record(
      trx,
      actor,
      organizationId,
      at,
      [id],
      { contactChangeId: changeId, contact, licenseId: id },
      null,
    );
  }
  const author = authorOf(actor);
  const outcome = await rescue(trx, deps, author, { id, organizationId }, { contact, before, to });
  const { at } = outcome;
  const changeId = await note(trx, actor, { organizationId, licenseId: id, before, to, asked, at });
  if (outcome.invited === null) await tell(trx, deps, organizationId, [id], asked, to, at);
  const details = { contactChangeId: changeId, contact, licenseId: id, ...outcome.recorded };
  return record(trx, actor, organizationId, at, [id], details, outcome.invited);
}

async function changeAgreementContact(
  trx: Trx,
  deps: ContactDeps,
  actor: PartnerActor,
  number: string,
  asked: Asked,
  to: NewContact,
): Promise<ContactChange> {
  const { contact } = asked;
  const agreement = await findOwnAgreement(trx, actor, number);
  if (agreement === null) throw new Problem('not-found');
  const { organizationId, id: agreementId } = agreement;
  await lockAgreements(trx, organizationId, [agreementId]);
  const before = await selectContact(trx, organizationId, { agreementId }, contact);
  if (isSame(before, to)) return UNCHANGED;
  const isSamePerson = before?.emailKey === to.emailKey;
  await putAgreementContact(trx, organizationId, agreementId, contact, { ...to, isSamePerson });
  if (!isSamePerson) await matchAccounts(trx, organizationId, agreementId);
  const under = await selectLicensesUnder(trx, organizationId, agreementId);
  const kept = isSamePerson
    ? null
    : await keepInherited(trx, actor, organizationId, agreementId, contact, before);
  const at = kept?.change.at ?? (await currentTime(trx));
  const changeId = await note(trx, actor, { organizationId, agreementId, before, to, asked, at });
  if (!isSamePerson) await tell(trx, deps, organizationId, under, asked, to, at);
  const details = {
    contactChangeId: changeId,
    agreementId,
    contact,
    ...(kept === null ? {} : { changeId: kept.change.id, becameAssigned: kept.rows }),
  };
  return record(trx, actor, organizationId, at, under, details, null);
}

/** What somebody inherited stays theirs when they are no contact any more, as assigned. @source A10 */
async function keepInherited(
  trx: Trx,
  actor: PartnerActor,
  organizationId: string,
  agreementId: string,
  contact: AgreementContactKind,
  before: PresentContact | null,
): Promise<{ readonly change: RecordedChange; readonly rows: readonly object[] } | null> {
  if (contact === 'bill-to-contact' || before?.accountId == null) return null;
  if (await isInheritingContact(trx, organizationId, agreementId, before.accountId)) return null;
  const vlUserId = await selectVlUserOf(trx, organizationId, before.accountId);
  if (vlUserId === null) return null;
  const licenseIds = await inheritedOn(trx, organizationId, { vlUserId, agreementId });
  if (licenseIds.length === 0) return null;
  const change = await recordChange(
    trx,
    organizationId,
    'contact-change',
    authorOf(actor),
    await currentTime(trx),
  );
  const kept = await makeAssigned(trx, organizationId, { vlUserId, agreementId }, change);
  return {
    change,
    rows: kept.map((licenseId) => ({
      vlUserId,
      licenseId,
      role: 'administrator',
      inheritedFrom: agreementId,
    })),
  };
}

/** Tells the administrators of license IDs that a contact changed, each of theirs in one mail. @source A10 */
async function tell(
  trx: Trx,
  deps: ContactDeps,
  organizationId: string,
  licenseIds: readonly string[],
  { contact }: Asked,
  to: NewContact,
  at: Date,
): Promise<void> {
  const administrators = await selectAdministrators(trx, organizationId, licenseIds);
  const mails = administrators.map(({ vlUserId, displayName, businessEmail, licenses }) => ({
    kind: 'contact-changed' as const,
    vlUserId,
    toName: displayName,
    toAddress: businessEmail,
    changeId: null,
    facts: { contact, displayName: to.displayName, email: to.email, licenses: [...licenses] },
  }));
  await planMails(trx, deps, organizationId, mails, at);
}

async function note(
  trx: Trx,
  actor: PartnerActor,
  change: {
    readonly organizationId: string;
    readonly licenseId?: string;
    readonly agreementId?: string;
    readonly before: PresentContact | null;
    readonly to: NewContact;
    readonly asked: Asked;
    readonly at: Date;
  },
): Promise<string> {
  const id = v7();
  await insertContactChange(trx, {
    organization_id: change.organizationId,
    id,
    at: change.at,
    license_id: change.licenseId ?? null,
    agreement_id: change.agreementId ?? null,
    contact: change.asked.contact,
    before_display_name: change.before?.displayName ?? null,
    before_email: change.before?.email ?? null,
    before_account_id: change.before?.accountId ?? null,
    after_display_name: change.to.displayName,
    after_email: change.to.email,
    requested_by: change.asked.requestedBy.trim(),
    partner_id: actor.partner.id,
  });
  return id;
}

async function record(
  trx: Trx,
  actor: PartnerActor,
  organizationId: string,
  at: Date,
  licenseIds: readonly string[],
  details: { readonly contactChangeId: string } & Record<string, unknown>,
  invited: Invited | null,
): Promise<ContactChange> {
  await appendToLedger(trx, organizationId, authorOf(actor), at, {
    event: 'contact.changed',
    version: 1,
    licenseIds,
    details,
  });
  return { id: details.contactChangeId, at: at.toISOString(), changed: true, invited };
}

const UNCHANGED: ContactChange = { id: null, at: null, changed: false, invited: null };

function isSame(before: PresentContact | null, to: NewContact): boolean {
  return before?.emailKey === to.emailKey && before.displayName === to.displayName;
}

function authorOf(actor: PartnerActor): Author {
  return { kind: 'partner', id: actor.partner.id, name: actor.partner.name };
}
