import type { AnswerOf, BodyOf } from '@muniment/contract/endpoint.ts';
import type { putOrganization } from '@muniment/contract/partners.ts';
import { v7 } from 'uuid';
import type { PartnerActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { appendToLedger, beginLedger } from '../ledger/ledger-service.ts';
import { authorOf, ownOrganization, type Put } from './own-organization.ts';
import {
  insertOrganization,
  lockOrganizationName,
  type OwnedOrganization,
  renameOrganization,
} from './partner-repository.ts';

/** Creates or renames an organization of the partner. @throws Problem not-found for another partner's. @source B5 */
export async function saveOrganization(
  trx: Trx,
  actor: PartnerActor,
  number: string,
  body: BodyOf<typeof putOrganization>,
): Promise<Put<AnswerOf<typeof putOrganization>>> {
  const name = body.name.trim();
  const wanted: OwnedOrganization = { id: v7(), number, name, partnerId: actor.partner.id };
  if (await insertOrganization(trx, wanted)) {
    await beginLedger(trx, wanted.id);
    await appendToLedger(trx, wanted.id, authorOf(actor), await currentTime(trx), {
      event: 'organization.created',
      version: 1,
      licenseIds: [],
      details: { organizationId: wanted.id, number },
    });
    return { created: true, body: { id: wanted.id, number, name } };
  }
  const { id } = await ownOrganization(trx, actor, number, 'params/number');
  const before = await lockOrganizationName(trx, id);
  if (before !== name) {
    await renameOrganization(trx, id, name);
    await appendToLedger(trx, id, authorOf(actor), await currentTime(trx), {
      event: 'organization.renamed',
      version: 1,
      licenseIds: [],
      details: { organizationId: id, number, before: { name: before }, after: { name } },
    });
  }
  return { created: false, body: { id, number, name } };
}
