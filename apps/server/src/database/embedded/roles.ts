import { type Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Owns the database and its tables; migrations run as it. */
export const OWNER_ROLE = 'muniment_owner';
/** Runs the server; holds the rights that migrations give it and no others. */
export const SERVER_ROLE = 'muniment_server';

const ALREADY_THERE = new Set(['42710', '42P04', '23505']);

/**
 * Makes the two roles, where missing. They get no rights here.
 *
 * @param password Set on roles that are made; left out where the server trusts its socket.
 */
export async function ensureRoles(client: Client, password: string | undefined): Promise<void> {
  for (const role of [OWNER_ROLE, SERVER_ROLE]) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount !== 0) continue;
    const withPassword = password === undefined ? '' : ` password ${escapeLiteral(password)}`;
    await tolerateTwin(client.query(`create role ${escapeIdentifier(role)} login${withPassword}`));
  }
}

/** Makes the database, where missing, owned by the owner role; text sorts by code point unless a query says else. */
export async function ensureDatabase(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount !== 0) return;
  await tolerateTwin(
    client.query(
      `create database ${escapeIdentifier(name)} owner ${OWNER_ROLE} template template0
         encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`,
    ),
  );
}

/** Another server starting at the same moment may have made it between our look and our statement. */
async function tolerateTwin(creation: Promise<unknown>): Promise<void> {
  try {
    await creation;
  } catch (error) {
    if (!ALREADY_THERE.has((error as { code?: string }).code ?? '')) throw error;
  }
}
