import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';

export interface WaitingRequestRow {
  readonly id: string;
  readonly organizationNumber: string;
  readonly licenseId: string;
  readonly subscriptionNumber: string;
  readonly partNumber: string;
  readonly quantity: number;
  readonly autoRenew: boolean;
  readonly requestedQuantity: number | null;
  readonly requestedAutoRenew: boolean | null;
  readonly requestedAt: Date;
}

/** What waits for the publisher's system, the oldest first; what is over waits for nothing. @param partnerId null: of all. */
export async function selectWaitingRequests(
  q: Queryable,
  partnerId: string | null,
  page: { readonly limit: number; readonly after: { readonly at: string; readonly id: string } | null },
): Promise<WaitingRequestRow[]> {
  const { rows } = await sql<WaitingRequestRow>`
    select s.id, o.number as "organizationNumber", l.license_id as "licenseId",
      s.subscription_number as "subscriptionNumber", p.part_number as "partNumber", s.quantity, s.auto_renew as "autoRenew",
      s.requested_quantity as "requestedQuantity", s.requested_auto_renew as "requestedAutoRenew",
      s.requested_at as "requestedAt"
    from subscription s
    join license l on l.organization_id = s.organization_id and l.id = s.license_id
    join organization o on o.id = s.organization_id
    join product p on p.id = s.product_id
    where s.requested_at is not null and s.ends_on >= (statement_timestamp() at time zone 'utc')::date
      and (${partnerId}::uuid is null or l.partner_id = ${partnerId}::uuid)
      and (${page.after?.at ?? null}::timestamptz is null
        or (s.requested_at, s.id) > (${page.after?.at ?? null}::timestamptz, ${page.after?.id ?? null}::uuid))
    order by s.requested_at, s.id
    limit ${page.limit}
  `.execute(q);
  return rows;
}
