import type { Language } from '@muniment/domain/languages.ts';
import type { Queryable, Trx } from '../../database/connect.ts';

/** The language that a person has chosen; null where they chose none. */
export async function selectLanguage(q: Queryable, accountId: string): Promise<Language | null> {
  const row = await q
    .selectFrom('account')
    .select('language')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return row.language;
}

export async function updateLanguage(trx: Trx, accountId: string, language: Language | null): Promise<void> {
  await trx.updateTable('account').set({ language }).where('id', '=', accountId).execute();
}
