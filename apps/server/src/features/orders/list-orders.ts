import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import type { exportOrders, listOrders, Order, OrderDetails } from '@muniment/contract/orders.ts';
import { validate as isUuid } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import { csvOfPages } from '../../csv-text.ts';
import type { Queryable } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { selectOrder, selectOrderLines, selectOrderPage } from './order-repository.ts';

/** Orders under the license IDs that are open to the caller. @source W2, R10 */
export async function listOpenOrders(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listOrders>,
): Promise<{ items: Order[]; nextCursor: string | null; total: number }> {
  const { limit = PAGE_LIMIT_DEFAULT, cursor, ...filter } = query;
  const { rows, nextCursor, total } = await selectOrderPage(q, viewerOf(actor), filter, { limit, cursor });
  return { items: rows.map(viewOf), nextCursor, total };
}

/**
 * One order with its lines.
 *
 * @throws Problem license-id-not-found; not-found where the license ID has no such order.
 * @source W2, R10
 */
export async function showOrder(
  q: Queryable,
  actor: Member,
  licenseId: string,
  orderId: string,
): Promise<OrderDetails> {
  const license = await requireOpenedLicense(q, actor, licenseId, 'order:view');
  const order = isUuid(orderId) ? await selectOrder(q, license, orderId) : null;
  if (order === null) throw new Problem('not-found');
  const lines = await selectOrderLines(q, license.organizationId, [order.id]);
  return { ...viewOf(order), lines: lines.get(order.id) ?? [] };
}

const COLUMNS = [
  'licenseId',
  'resellerOrderNumber',
  'customerOrderNumber',
  'orderedOn',
  'usageStartDate',
  'reseller',
  'line',
  'partNumber',
  'product',
  'quantity',
  'country',
] as const;

/** As many orders one piece of the file holds. */
const PIECE_ORDERS = 200;

/** The orders that match, a row for each line. What is open is decided anew with each piece. @source W2, RFC 4180 */
export async function exportOpenOrders(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof exportOrders>,
): Promise<TextReply> {
  const day = (await currentTime(q)).toISOString().slice(0, 10);
  const readPage = async (cursor: string | undefined) => {
    const page = { limit: PIECE_ORDERS, cursor };
    const { rows, nextCursor } = await selectOrderPage(q, viewerOf(actor), query, page);
    const lines = await selectOrderLines(
      q,
      actor.organization.id,
      rows.map(({ id }) => id),
    );
    return { items: rows.map((row) => ({ ...viewOf(row), lines: lines.get(row.id) ?? [] })), nextCursor };
  };
  return {
    fileName: `orders-${actor.organization.number}-${day}.csv`,
    pieces: csvOfPages(COLUMNS, readPage, rowsOf),
  };
}

function rowsOf(order: OrderDetails): string[][] {
  const { licenseId, resellerOrderNumber, customerOrderNumber, orderedOn, usageStartDate, reseller } = order;
  const ofOrder = [
    licenseId,
    resellerOrderNumber,
    customerOrderNumber ?? '',
    orderedOn,
    usageStartDate ?? '',
    reseller,
  ];
  return order.lines.map(({ line, partNumber, product, quantity, country }) => [
    ...ofOrder,
    String(line),
    partNumber,
    product,
    String(quantity),
    country,
  ]);
}

/** Without what the page was found by. */
function viewOf(row: Order): Order {
  const { id, licenseId, licenseName, resellerOrderNumber, customerOrderNumber } = row;
  const { orderedOn, usageStartDate, reseller, lineCount } = row;
  return {
    id,
    licenseId,
    licenseName,
    resellerOrderNumber,
    customerOrderNumber,
    orderedOn,
    usageStartDate,
    reseller,
    lineCount,
  };
}
