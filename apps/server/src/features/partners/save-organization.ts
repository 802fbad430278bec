import type { AnswerOf, BodyOf } from '@muniment/contract/endpoint.ts';
import type { putOrganization } from '@muniment/contract/partners.ts';
import { DEFAULT_TIME_ZONE, isTimeZone } from '@muniment/domain/time-zone.ts';
import { v7 } from 'uuid';
import type { PartnerActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField } from '../../problem.ts';
import { appendToLedger, beginLedger } from '../ledger/ledger-service.ts';
import { authorOf, ownOrganization, type Put } from './own-organization.ts';
import {
  insertOrganization,
  lockOrganization,
  type OwnedOrganization,
  renameOrganization,
  setOrganizationLanguage,
  setOrganizationTimeZone,
} from './partner-repository.ts';

/**
 * Creates an organization of the partner, or changes its name, its language and its time zone.
 *
 * @throws Problem not-found for another partner's; invalid-request for a time zone that there is not.
 * @source B5
 */
export async function saveOrganization(
  trx: Trx,
  actor: PartnerActor,
  number: string,
  body: BodyOf<typeof putOrganization>,
): Promise<Put<AnswerOf<typeof putOrganization>>> {
  const name = body.name.trim();
  if (body.timeZone !== undefined && !isTimeZone(body.timeZone)) {
    throw invalidField('/timeZone', 'There is no such time zone. Give a name such as Europe/Berlin, or UTC.');
  }
  const wanted: OwnedOrganization = { id: v7(), number, name, partnerId: actor.partner.id };
  const settings = { language: body.language ?? null, timeZone: body.timeZone ?? null };
  if (await insertOrganization(trx, wanted, settings)) {
    await beginLedger(trx, wanted.id);
    await appendToLedger(trx, wanted.id, authorOf(actor), await currentTime(trx), {
      event: 'organization.created',
      version: 1,
      licenseIds: [],
      details: { organizationId: wanted.id, number },
    });
    const { language = 'en', timeZone = DEFAULT_TIME_ZONE } = body;
    return { created: true, body: { id: wanted.id, number, name, language, timeZone } };
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
  const timeZoneBefore = before.timeZone ?? DEFAULT_TIME_ZONE;
  const timeZone = body.timeZone ?? timeZoneBefore;
  if (timeZone !== timeZoneBefore) {
    await setOrganizationTimeZone(trx, id, timeZone);
    await appendToLedger(trx, id, authorOf(actor), await currentTime(trx), {
      event: 'organization.time-zone-set',
      version: 1,
      licenseIds: [],
      details: { organizationId: id, number, before: { timeZone: timeZoneBefore }, after: { timeZone } },
    });
  }
  return { created: false, body: { id, number, name, language, timeZone } };
}
