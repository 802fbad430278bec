import { sql } from 'kysely';
import type { Queryable, Trx } from '../../database/connect.ts';

/** An organization's own issuer, as it is stored. */
export interface StoredIssuer {
  readonly organizationId: string;
  readonly organizationNumber: string;
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client. */
  readonly sealedSecret: string | null;
  /** Another one with every change. */
  readonly revision: string;
  readonly updatedAt: Date;
}

/** Any number that nothing else in the database locks. */
const ISSUERS_LOCK = 7_204_118_310;

/** Who changes issuers waits for the sign-ins under way, and those that come next see what it changed. */
export async function lockIssuers(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(ISSUERS_LOCK)})`.execute(trx);
}

/** Issuers stay as they are to the end of the transaction; any number of sign-ins may hold this at once. */
export async function holdIssuers(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${sql.lit(ISSUERS_LOCK)})`.execute(trx);
}

export async function selectOrganization(
  q: Queryable,
  number: string,
): Promise<{ id: string; number: string } | null> {
  const row = await q
    .selectFrom('organization')
    .select(['id', 'number'])
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/** The issuer that owns a domain, or that of an organization; null where it has none. */
export async function selectIssuer(
  q: Queryable,
  by: { readonly domain: string } | { readonly organizationId: string },
): Promise<StoredIssuer | null> {
  const row = await q
    .selectFrom('identity_provider as p')
    .innerJoin('organization as o', 'o.id', 'p.organization_id')
    .select([
      'p.organization_id as organizationId',
      'o.number as organizationNumber',
      'p.issuer',
      'p.client_id as clientId',
      'p.sealed_secret as sealedSecret',
      'p.revision',
      'p.updated_at as updatedAt',
    ])
    .$if('organizationId' in by, (query) =>
      query.where('p.organization_id', '=', 'organizationId' in by ? by.organizationId : ''),
    )
    .$if('domain' in by, (query) =>
      query.where('p.organization_id', '=', (eb) =>
        eb
          .selectFrom('identity_provider_domain as d')
          .select('d.organization_id')
          .where('d.domain', '=', 'domain' in by ? by.domain : ''),
      ),
    )
    .executeTakeFirst();
  return row ?? null;
}

export async function selectDomains(q: Queryable, organizationId: string): Promise<string[]> {
  const rows = await q
    .selectFrom('identity_provider_domain')
    .select('domain')
    .where('organization_id', '=', organizationId)
    .orderBy('domain')
    .execute();
  return rows.map(({ domain }) => domain);
}

/** Which of these domains other organizations have, with the numbers of those. */
export async function selectForeignDomains(
  trx: Trx,
  organizationId: string,
  domains: readonly string[],
): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('identity_provider_domain as d')
    .innerJoin('organization as o', 'o.id', 'd.organization_id')
    .select(['d.domain', 'o.number'])
    .where('d.domain', 'in', [...domains])
    .where('d.organization_id', '<>', organizationId)
    .execute();
  return new Map(rows.map(({ domain, number }) => [domain, number]));
}

export async function selectIsAnyIssuer(q: Queryable): Promise<boolean> {
  const row = await q.selectFrom('identity_provider').select('organization_id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Makes the issuer of an organization, or another one of it, with these domains and no others. */
export async function upsertIssuer(
  trx: Trx,
  issuer: Omit<StoredIssuer, 'organizationNumber'>,
  domains: readonly string[],
): Promise<void> {
  const { organizationId } = issuer;
  await trx
    .insertInto('identity_provider')
    .values({
      organization_id: organizationId,
      issuer: issuer.issuer,
      client_id: issuer.clientId,
      sealed_secret: issuer.sealedSecret,
      revision: issuer.revision,
      updated_at: issuer.updatedAt,
    })
    .onConflict((conflict) =>
      conflict.column('organization_id').doUpdateSet((eb) => ({
        issuer: eb.ref('excluded.issuer'),
        client_id: eb.ref('excluded.client_id'),
        sealed_secret: eb.ref('excluded.sealed_secret'),
        revision: eb.ref('excluded.revision'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute();
  await trx.deleteFrom('identity_provider_domain').where('organization_id', '=', organizationId).execute();
  await trx
    .insertInto('identity_provider_domain')
    .values(domains.map((domain) => ({ domain, organization_id: organizationId })))
    .execute();
}

/** Takes an issuer away, with its domains and the sessions that it opened. */
export async function deleteIssuer(trx: Trx, organizationId: string): Promise<void> {
  await trx.deleteFrom('identity_provider').where('organization_id', '=', organizationId).execute();
}

export async function deleteSessionsOfIssuer(trx: Trx, organizationId: string): Promise<void> {
  await trx.deleteFrom('session').where('issuer_organization_id', '=', organizationId).execute();
}

/**
 * Takes the word back that an issuer gave for addresses in these domains.
 *
 * @param exceptOf The issuer whose word still counts; null: nobody's.
 */
export async function withdrawVerification(
  trx: Trx,
  domains: readonly string[],
  exceptOf: string | null,
): Promise<void> {
  await trx
    .updateTable('account')
    .set({ email_verified: false })
    .where('email_verified', '=', true)
    .where(sql<string>`split_part(email_key, '@', 2)`, 'in', [...domains])
    .$if(exceptOf !== null, (query) => query.where('issuer', '<>', exceptOf ?? ''))
    .execute();
}

/** Revokes the API tokens that accounts of an issuer have in an organization. */
export async function revokeTokensOfIssuer(trx: Trx, organizationId: string, issuer: string): Promise<void> {
  await sql`
    update api_token t set revoked_at = now()
    from account a
    where a.id = t.account_id and a.issuer = ${issuer} and t.organization_id = ${organizationId}
      and t.revoked_at is null
  `.execute(trx);
}
