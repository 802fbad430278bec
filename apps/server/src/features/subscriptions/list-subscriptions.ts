import type { AnswerOf, QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import type {
  exportSubscriptions,
  listSubscriptionRequests,
  listSubscriptions,
  Subscription,
} from '@muniment/contract/subscriptions.ts';
import { validate as isUuid } from 'uuid';
import { type Member, type PartnerActor, type PublisherActor, viewerOf } from '../../actor.ts';
import { csvOfPages } from '../../csv-text.ts';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import type { Queryable } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { selectSubscription, selectSubscriptionPage } from './subscription-repository.ts';
import { etagOf, viewOf } from './subscription-view.ts';
import { selectWaitingRequests } from './waiting-request-repository.ts';

/** Subscriptions under the license IDs that are open to the caller. @source W7, R10 */
export async function listOpenSubscriptions(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listSubscriptions>,
): Promise<{ items: Subscription[]; nextCursor: string | null; total: number }> {
  const { limit = PAGE_LIMIT_DEFAULT, cursor, ...filter } = query;
  const page = await selectSubscriptionPage(q, viewerOf(actor), filter, { limit, cursor });
  return { items: page.rows.map(viewOf), nextCursor: page.nextCursor, total: page.total };
}

/**
 * One subscription, and the ETag to change it by.
 *
 * @throws Problem license-id-not-found; not-found where the license ID has no such subscription.
 * @source W7, R10
 */
export async function showSubscription(
  q: Queryable,
  actor: Member,
  licenseId: string,
  subscriptionId: string,
): Promise<{ subscription: Subscription; etag: string }> {
  const license = await requireOpenedLicense(q, actor, licenseId, 'subscription:manage');
  const row = isUuid(subscriptionId) ? await selectSubscription(q, license, subscriptionId) : null;
  if (row === null) throw new Problem('not-found');
  return { subscription: viewOf(row), etag: etagOf(row) };
}

const COLUMNS = [
  'licenseId',
  'subscriptionNumber',
  'partNumber',
  'product',
  'assigned',
  'quantity',
  'status',
  'endsOn',
  'autoRenew',
  'requestedQuantity',
  'requestedAutoRenew',
] as const;

/** As many subscriptions one piece of the file holds. */
const PIECE_SUBSCRIPTIONS = 500;

/** The subscriptions that match. What is open is decided anew with each piece. @source W7, RFC 4180 */
export async function exportOpenSubscriptions(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof exportSubscriptions>,
): Promise<TextReply> {
  const day = (await currentTime(q)).toISOString().slice(0, 10);
  const readPage = (cursor: string | undefined) =>
    listOpenSubscriptions(q, actor, {
      ...query,
      limit: PIECE_SUBSCRIPTIONS,
      ...(cursor === undefined ? {} : { cursor }),
    });
  return {
    fileName: `subscriptions-${actor.organization.number}-${day}.csv`,
    pieces: csvOfPages(COLUMNS, readPage, (one) => [cellsOf(one)]),
  };
}

function cellsOf(one: Subscription): string[] {
  return [
    one.licenseId,
    one.subscriptionNumber,
    one.partNumber,
    one.product,
    String(one.assigned),
    String(one.quantity),
    one.status,
    one.endsOn,
    onOrOff(one.autoRenew),
    String(one.requested?.quantity ?? ''),
    onOrOff(one.requested?.autoRenew ?? null),
  ];
}

function onOrOff(isOn: boolean | null): string {
  return isOn === null ? '' : isOn ? 'on' : 'off';
}

/** What customers asked for and what waits: of a partner's license IDs, or of all for the publisher. @source W7 */
export async function listWaitingRequests(
  q: Queryable,
  actor: PartnerActor | PublisherActor,
  query: QueryOf<typeof listSubscriptionRequests>,
): Promise<AnswerOf<typeof listSubscriptionRequests>> {
  const limit = query.limit ?? PAGE_LIMIT_DEFAULT;
  const partnerId = actor.kind === 'partner' ? actor.partner.id : null;
  const after = decodeCursor(query.cursor, ['instant', 'id']);
  const rows = await selectWaitingRequests(q, partnerId, {
    limit: limit + 1,
    after: after === null ? null : { at: after[0], id: after[1] },
  });
  const items = rows
    .slice(0, limit)
    .map(({ requestedQuantity, requestedAutoRenew, requestedAt, ...row }) => ({
      ...row,
      requested: {
        quantity: requestedQuantity,
        autoRenew: requestedAutoRenew,
        at: requestedAt.toISOString(),
      },
    }));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : encodeCursor([last.requested.at, last.id]) };
}
