import type { AnswerOf, BodyOf } from '@muniment/contract/endpoint.ts';
import type { putAgreement } from '@muniment/contract/partners.ts';
import { v7 } from 'uuid';
import type { PartnerActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField, Problem } from '../../problem.ts';
import { matchNewContacts } from '../contacts/inheritance-service.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { kindsOf, readContacts, requireSameContacts, viewContacts } from './contacts.ts';
import { authorOf, ownOrganization, type Put } from './own-organization.ts';
import {
  insertAgreement,
  insertAgreementContacts,
  lockAgreementName,
  type OwnedAgreement,
  renameAgreement,
  selectAgreement,
  selectAgreementContacts,
} from './partner-repository.ts';

/**
 * Creates a master agreement with its contacts, or renames it.
 *
 * @throws Problem not-found, contacts-fixed, invalid-request.
 * @source A10, B5
 */
export async function saveAgreement(
  trx: Trx,
  actor: PartnerActor,
  number: string,
  body: BodyOf<typeof putAgreement>,
): Promise<Put<AnswerOf<typeof putAgreement>>> {
  const organization = await ownOrganization(trx, actor, body.organizationNumber, '/organizationNumber');
  const contacts = readContacts(body.contacts);
  const wanted: OwnedAgreement = {
    id: v7(),
    organizationId: organization.id,
    number,
    name: body.name.trim(),
    partnerId: actor.partner.id,
  };
  const answer = ({ id }: { readonly id: string }) => ({
    id,
    number,
    organizationNumber: organization.number,
    name: wanted.name,
  });
  if (await insertAgreement(trx, wanted)) {
    await insertAgreementContacts(trx, organization.id, wanted.id, contacts);
    await matchNewContacts(trx, organization.id, wanted.id);
    await appendToLedger(trx, organization.id, authorOf(actor), await currentTime(trx), {
      event: 'agreement.created',
      version: 1,
      licenseIds: [],
      details: { agreementId: wanted.id, number, contacts: kindsOf(contacts) },
    });
    return { created: true, body: { ...answer(wanted), contacts: viewContacts(contacts) } };
  }

  const agreement = await selectAgreement(trx, number);
  if (agreement === null || agreement.partnerId !== actor.partner.id) throw new Problem('not-found');
  if (agreement.organizationId !== organization.id) {
    throw invalidField('/organizationNumber', 'An agreement stays with its organization.');
  }
  const stored = await selectAgreementContacts(trx, organization.id, agreement.id);
  requireSameContacts(stored, contacts);
  const before = await lockAgreementName(trx, organization.id, agreement.id);
  if (before !== wanted.name) {
    await renameAgreement(trx, organization.id, agreement.id, wanted.name);
    await appendToLedger(trx, organization.id, authorOf(actor), await currentTime(trx), {
      event: 'agreement.corrected',
      version: 1,
      licenseIds: [],
      details: {
        agreementId: agreement.id,
        number,
        contacts: kindsOf(stored),
        before: { name: before },
        after: { name: wanted.name },
      },
    });
  }
  return { created: false, body: { ...answer(agreement), contacts: viewContacts(stored) } };
}
