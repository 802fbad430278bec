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
  lockOrganization,
  type OwnedOrganization,
  renameOrganization,
  setOrganizationLanguage,
} from './partner-repository.ts';

/**
 * Creates an organization of the partner, or changes its name and its language.
 *
 * @throws Problem not-found for another partner's.
 * @source B5
 */
export async function saveOrganization(
  trx: Trx,
  actor: PartnerActor,
  number: string,
  body: BodyOf<typeof putOrganization>,
): Promise<Put<AnswerOf<typeof putOrganization>>> {
  const name = body.name.trim();
  const wanted: OwnedOrganization = { id: v7(), number, name, partnerId: actor.partner.id };
  if (await insertOrganization(trx, wanted, body.language ?? null)) {
    await beginLedger(trx, wanted.id);
    await appendToLedger(trx, wanted.id, authorOf(actor), await currentTime(trx), {
      event: 'organization.created',
      version: 1,
      licenseIds: [],
      details: { organizationId: wanted.id, number },
    });
    return { created: true, body: { id: wanted.id, number, name, language: body.language ?? 'en' } };
  }
  const { id } = await ownOrganization(trx, actor, number, 'params/number');
  const before = await lockOrganization(trx, id);
  if (before.name !== name) {
    await renameOrganization(trx, id, name);
    await appendToLedger(trx, id, authorOf(actor), await currentTime(trx), {
      event: 'organization.renamed',
      version: 1,
      licenseIds: [],
      details: { organizationId: id, number, before: { name: before.name }, after: { name } },
    });
  }
  const language = body.language ?? before.language ?? 'en';
  if (language !== (before.language ?? 'en')) {
    await setOrganizationLanguage(trx, id, language);
    await appendToLedger(trx, id, authorOf(actor), await currentTime(trx), {
      event: 'organization.language-set',
      version: 1,
      licenseIds: [],
      details: {
        organizationId: id,
        number,
        before: { language: before.language ?? 'en' },
        after: { language },
      },
    });
  }
  return { created: false, body: { id, number, name, language } };
}
