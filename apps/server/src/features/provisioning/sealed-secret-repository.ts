import type { Trx } from '../../database/connect.ts';

interface SystemSecrets {
  readonly secret: string;
  /** Good for a while beside a new one. */
  readonly previousSecret: string | null;
}

/** The sealed secrets of all systems, locked until the end of the transaction. */
export function lockSystemSecrets(trx: Trx): Promise<(SystemSecrets & { readonly id: string })[]> {
  return trx
    .selectFrom('downstream_system')
    .select(['id', 'secret', 'previous_secret as previousSecret'])
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function updateSystemSecrets(
  trx: Trx,
  id: string,
  { secret, previousSecret }: SystemSecrets,
): Promise<void> {
  await trx
    .updateTable('downstream_system')
    .set({ secret, previous_secret: previousSecret })
    .where('id', '=', id)
    .execute();
}
