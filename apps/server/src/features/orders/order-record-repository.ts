import { sql } from 'kysely';
import type { Trx } from '../../database/connect.ts';

export interface NewOrder {
  readonly id: string;
  readonly organizationId: string;
  /** Internal. */
  readonly licenseId: string;
  readonly resellerOrderNumber: string;
  readonly customerOrderNumber: string | null;
  readonly orderedOn: string;
  readonly usageStartDate: string | null;
  readonly reseller: string;
  /** SHA-256 of all that was pushed of it. */
  readonly content: Buffer;
}

export interface NewOrderLine {
  readonly line: number;
  readonly productId: string;
  readonly quantity: number;
  readonly country: string;
}

/**
 * Saves orders, each known by license ID and reseller order number, and named once. Give them in an order that all
 * share, so that two who save the same ones wait for each other instead of for ever.
 *
 * @returns Those that are new or differ; what is as it was is left out.
 */
export async function upsertOrders(
  trx: Trx,
  orders: readonly NewOrder[],
): Promise<{ id: string; licenseId: string; resellerOrderNumber: string; isNew: boolean }[]> {
  const { rows } = await sql<{
    id: string;
    licenseId: string;
    resellerOrderNumber: string;
    isNew: boolean;
  }>`
    insert into product_order (
      organization_id, id, license_id, reseller_order_number, customer_order_number, ordered_on, usage_start_date,
      reseller, content
    )
    select * from unnest(
      ${orders.map((one) => one.organizationId)}::uuid[],
      ${orders.map((one) => one.id)}::uuid[],
      ${orders.map((one) => one.licenseId)}::uuid[],
      ${orders.map((one) => one.resellerOrderNumber)}::text[],
      ${orders.map((one) => one.customerOrderNumber)}::text[],
      ${orders.map((one) => one.orderedOn)}::date[],
      ${orders.map((one) => one.usageStartDate)}::date[],
      ${orders.map((one) => one.reseller)}::text[],
      ${orders.map((one) => one.content)}::bytea[]
    )
    on conflict (organization_id, license_id, reseller_order_number) do update
    set customer_order_number = excluded.customer_order_number, ordered_on = excluded.ordered_on,
      usage_start_date = excluded.usage_start_date, reseller = excluded.reseller, content = excluded.content,
      updated_at = now()
    where product_order.content <> excluded.content
    returning id, license_id as "licenseId", reseller_order_number as "resellerOrderNumber", xmax = 0 as "isNew"
  `.execute(trx);
  return rows;
}

/** Gives orders that were just saved their lines, in place of those that they had. */
export async function replaceOrderLines(
  trx: Trx,
  orders: readonly {
    readonly organizationId: string;
    readonly orderId: string;
    readonly lines: readonly NewOrderLine[];
  }[],
): Promise<void> {
  await sql`
    delete from order_line n
    using unnest(
      ${orders.map((one) => one.organizationId)}::uuid[], ${orders.map((one) => one.orderId)}::uuid[]
    ) as o (organization_id, id)
    where n.organization_id = o.organization_id and n.order_id = o.id
  `.execute(trx);
  const lines = orders.flatMap(({ organizationId, orderId, lines: of }) =>
    of.map((line) => ({ organizationId, orderId, ...line })),
  );
  await sql`
    insert into order_line (organization_id, order_id, line, product_id, quantity, country)
    select * from unnest(
      ${lines.map((one) => one.organizationId)}::uuid[],
      ${lines.map((one) => one.orderId)}::uuid[],
      ${lines.map((one) => one.line)}::integer[],
      ${lines.map((one) => one.productId)}::uuid[],
      ${lines.map((one) => one.quantity)}::integer[],
      ${lines.map((one) => one.country)}::text[]
    )
  `.execute(trx);
}
