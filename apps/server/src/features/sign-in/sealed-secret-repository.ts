import type { Trx } from '../../database/connect.ts';

/** The sealed client secrets of all issuers that have one, locked until the end of the transaction. */
export async function lockClientSecrets(
  trx: Trx,
): Promise<{ readonly organizationId: string; readonly sealedSecret: string }[]> {
  const rows = await trx
    .selectFrom('identity_provider')
    .select(['organization_id as organizationId', 'sealed_secret as sealedSecret'])
    .where('sealed_secret', 'is not', null)
    .orderBy('organization_id')
    .forUpdate()
    .execute();
  return rows.flatMap(({ organizationId, sealedSecret }) =>
    sealedSecret === null ? [] : [{ organizationId, sealedSecret }],
  );
}

/** The secret stays the same, and so does the revision. */
export async function updateClientSecret(
  trx: Trx,
  organizationId: string,
  sealedSecret: string,
): Promise<void> {
  await trx
    .updateTable('identity_provider')
    .set({ sealed_secret: sealedSecret })
    .where('organization_id', '=', organizationId)
    .execute();
}
