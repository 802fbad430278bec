import type { AnswerOf, BodyOf } from '@muniment/contract/endpoint.ts';
import type { putOrganization } from '@muniment/contract/partners.ts';
import { DEFAULT_TIME_ZONE, isTimeZone } from '@muniment/domain/time-zone.ts';
import { v7 } from 'uuid';
import type { PartnerActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField, Problem } from '../../problem.ts';
import { appendManyToLedger, beginLedger, type LedgerEvent } from '../ledger/ledger-service.ts';
import { authorOf, type Put } from './own-organization.ts';
import {
  insertOrganization,
  lockOrganization,
  type OwnedOrganization,
  renameOrganization,
  selectOrganization,
  setOrganizationLanguage,
  setOrganizationTimeZone,
} from './partner-repository.ts';
import { type ContractActor, isOwn } from './set-up-author.ts';

type OrganizationBody = BodyOf<typeof putOrganization>;

/** What a set-up made of something, and what happened: for the ledger, which the caller writes last. */
export interface Changed<T> extends Put<T> {
  readonly organizationId: string;
  readonly events: readonly LedgerEvent[];
}

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
  body: OrganizationBody,
): Promise<Put<AnswerOf<typeof putOrganization>>> {
  const changed = await changeOrganization(trx, actor, number, body);
  const { organizationId, events } = changed;
  if (events.length > 0) {
    await appendManyToLedger(trx, organizationId, authorOf(actor), await currentTime(trx), events);
  }
  return { created: changed.created, body: changed.body };
}

/**
 * As {@link saveOrganization}, without the ledger. The publisher may change any organization, and creates none.
 *
 * @throws Problem not-found, invalid-request.
 */
export async function changeOrganization(
  trx: Trx,
  actor: ContractActor,
  number: string,
  body: OrganizationBody,
): Promise<Changed<AnswerOf<typeof putOrganization>>> {
  const name = body.name.trim();
  if (body.timeZone !== undefined && !isTimeZone(body.timeZone)) {
    throw invalidField('/timeZone', 'There is no such time zone. Give a name such as Europe/Berlin, or UTC.');
  }
  if (actor.kind === 'partner') {
    const wanted: OwnedOrganization = { id: v7(), number, name, partnerId: actor.partner.id };
    const settings = { language: body.language ?? null, timeZone: body.timeZone ?? null };
    if (await insertOrganization(trx, wanted, settings)) {
      await beginLedger(trx, wanted.id);
      const { language = 'en', timeZone = DEFAULT_TIME_ZONE } = body;
      return {
        created: true,
        organizationId: wanted.id,
        body: { id: wanted.id, number, name, language, timeZone },
        events: [event('organization.created', { organizationId: wanted.id, number })],
      };
    }
  }
  const organization = await selectOrganization(trx, number);
  if (organization === null || !isOwn(actor, organization.partnerId)) throw new Problem('not-found');
  const { id } = organization;
  const before = await lockOrganization(trx, id);
  const was = {
    name: before.name,
    language: before.language ?? 'en',
    timeZone: before.timeZone ?? DEFAULT_TIME_ZONE,
  };
  const is = { name, language: body.language ?? was.language, timeZone: body.timeZone ?? was.timeZone };
  const events: LedgerEvent[] = [];
  const told = (happened: string, field: keyof typeof is) =>
    events.push(
      event(happened, {
        organizationId: id,
        number,
        before: { [field]: was[field] },
        after: { [field]: is[field] },
      }),
    );
  if (is.name !== was.name) {
    await renameOrganization(trx, id, is.name);
    told('organization.renamed', 'name');
  }
  if (is.language !== was.language) {
    await setOrganizationLanguage(trx, id, is.language);
    told('organization.language-set', 'language');
  }
  if (is.timeZone !== was.timeZone) {
    await setOrganizationTimeZone(trx, id, is.timeZone);
    told('organization.time-zone-set', 'timeZone');
  }
  return { created: false, organizationId: id, body: { id, number, ...is }, events };
}

function event(happened: string, details: LedgerEvent['details']): LedgerEvent {
  return { event: happened, version: 1, licenseIds: [], details };
}
