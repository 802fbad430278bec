import type { AnswerOf, BodyOf } from '@muniment/contract/endpoint.ts';
import type { putAgreement } from '@muniment/contract/partners.ts';
import { v7 } from 'uuid';
import type { PartnerActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField, Problem } from '../../problem.ts';
import { matchNewContacts } from '../contacts/inheritance-service.ts';
import { appendManyToLedger } from '../ledger/ledger-service.ts';
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
import type { Changed } from './save-organization.ts';
import { type ContractActor, isOwn } from './set-up-author.ts';

type AgreementBody = BodyOf<typeof putAgreement>;

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
  body: AgreementBody,
): Promise<Put<AnswerOf<typeof putAgreement>>> {
  const changed = await changeAgreement(trx, actor, number, body);
  const { organizationId, events } = changed;
  if (events.length > 0) {
    await appendManyToLedger(trx, organizationId, authorOf(actor), await currentTime(trx), events);
  }
  return { created: changed.created, body: changed.body };
}

/**
 * As {@link saveAgreement}, without the ledger. The publisher may rename any agreement, and creates none.
 *
 * @throws Problem not-found, contacts-fixed, invalid-request.
 */
export async function changeAgreement(
  trx: Trx,
  actor: ContractActor,
  number: string,
  body: AgreementBody,
): Promise<Changed<AnswerOf<typeof putAgreement>>> {
  const organization = await ownOrganization(trx, actor, body.organizationNumber, '/organizationNumber');
  const contacts = readContacts(body.contacts);
  const name = body.name.trim();
  const view = { number, organizationNumber: organization.number, name };
  const organizationId = organization.id;
  if (actor.kind === 'partner') {
    const wanted: OwnedAgreement = { id: v7(), organizationId, number, name, partnerId: actor.partner.id };
    if (await insertAgreement(trx, wanted)) {
      await insertAgreementContacts(trx, organizationId, wanted.id, contacts);
      await matchNewContacts(trx, organizationId, wanted.id);
      return {
        created: true,
        organizationId,
        body: { id: wanted.id, ...view, contacts: viewContacts(contacts) },
        events: [
          {
            event: 'agreement.created',
            version: 1,
            licenseIds: [],
            details: { agreementId: wanted.id, number, contacts: kindsOf(contacts) },
          },
        ],
      };
    }
  }

  const agreement = await selectAgreement(trx, number);
  if (agreement === null || !isOwn(actor, agreement.partnerId)) throw new Problem('not-found');
  if (agreement.organizationId !== organizationId) {
    throw invalidField('/organizationNumber', 'An agreement stays with its organization.');
  }
  const stored = await selectAgreementContacts(trx, organizationId, agreement.id);
  requireSameContacts(stored, contacts);
  const before = await lockAgreementName(trx, organizationId, agreement.id);
  const changed = {
    created: false,
    organizationId,
    body: { id: agreement.id, ...view, contacts: viewContacts(stored) },
  };
  if (before === name) return { ...changed, events: [] };
  await renameAgreement(trx, organizationId, agreement.id, name);
  const details = {
    agreementId: agreement.id,
    number,
    contacts: kindsOf(stored),
    before: { name: before },
    after: { name },
  };
  return { ...changed, events: [{ event: 'agreement.corrected', version: 1, licenseIds: [], details }] };
}
