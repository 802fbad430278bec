import type { Trx } from '../../database/connect.ts';

interface ProgramKey {
  readonly organizationId: string;
  /** The internal id. */
  readonly licenseId: string;
}

/** The sealed access codes of all active programs, locked until the end of the transaction. */
export async function lockAccessCodes(
  trx: Trx,
): Promise<(ProgramKey & { readonly sealedAccessCode: string })[]> {
  const rows = await trx
    .selectFrom('home_use_program')
    .select([
      'organization_id as organizationId',
      'license_id as licenseId',
      'sealed_access_code as sealedAccessCode',
    ])
    .where('sealed_access_code', 'is not', null)
    .orderBy('organization_id')
    .orderBy('license_id')
    .forUpdate()
    .execute();
  return rows.flatMap(({ sealedAccessCode, ...program }) =>
    sealedAccessCode === null ? [] : [{ ...program, sealedAccessCode }],
  );
}

/** The code stays the same, and so does the program's version. */
export async function updateAccessCode(
  trx: Trx,
  { organizationId, licenseId }: ProgramKey,
  sealedAccessCode: string,
  hash: Buffer,
): Promise<void> {
  await trx
    .updateTable('home_use_program')
    .set({ sealed_access_code: sealedAccessCode, access_code_hash: hash })
    .where('organization_id', '=', organizationId)
    .where('license_id', '=', licenseId)
    .execute();
}
