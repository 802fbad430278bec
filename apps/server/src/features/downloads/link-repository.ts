import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';
import { openingRoles } from '../../database/opening-roles.ts';
import type { LinkClaims } from './download-link.ts';

export interface LinkedFile {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly storageKey: string;
}

/**
 * The file behind a link, by live rows: the role, the offer, and the file as it was when the link was made.
 *
 * @param orBegun Also where the link is over: for what was begun before.
 * @returns null where one of them is no more.
 * @source W5, R10
 */
export async function selectLinkedFile(
  q: Queryable,
  claims: LinkClaims,
  orBegun: boolean,
): Promise<LinkedFile | null> {
  const { organizationId, vlUserId, licenseId, downloadId, sha256, expiresAt } = claims;
  const { rows } = await sql<LinkedFile>`
    select d.file_name as "fileName", d.size_bytes as "sizeBytes", d.storage_key as "storageKey"
    from download d
    join download_offer o on o.product_id = d.product_id
    where d.id = ${downloadId} and d.is_available and d.sha256 = ${sha256}
      and o.organization_id = ${organizationId} and o.license_id = ${licenseId} and o.is_offered
      and (${orBegun} or ${expiresAt}::timestamptz > now())
      and o.license_id in (
        select g.license_id from license_opened_to(${organizationId}, ${vlUserId}, ${openingRoles('product:download')}) g
      )
  `.execute(q);
  return rows[0] ?? null;
}

/** Notes that a link was begun to be fetched. @returns Whether it is the first time. */
export async function insertBegunLink(trx: Trx, claims: LinkClaims): Promise<boolean> {
  const { linkId, organizationId, expiresAt } = claims;
  const row = await trx
    .insertInto('download_begun')
    .values({ link_id: linkId, organization_id: organizationId, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('link_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteOldBegunLinks(q: Queryable): Promise<void> {
  await sql`delete from download_begun where expires_at < now() - interval '1 hour'`.execute(q);
}
