import { createScimToken, putDirectory } from '@muniment/contract/directory.ts';
import { among, type BothWorlds } from './both-worlds.ts';
import { expectEqual } from './expectations.ts';
import { type Directory, syncPresence } from './world.ts';

export type AccountStep = 'account comes' | 'account disabled' | 'account enabled' | 'account deleted';

/** Lets the directory push what became of one person's account, by SCIM. @source M6, B9 */
export async function moveAccount(
  both: BothWorlds,
  { step, person }: { readonly step: AccountStep; readonly person: number },
): Promise<void> {
  const { directory } = both.world;
  const email = among(both.people, person) as string;
  const account = directory.accounts.get(email);
  const at = new Date();
  if (step === 'account comes') {
    if (account !== undefined) return;
    const { id } = await scim(both, 'POST', '/Users', 201, {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: email,
      displayName: email,
      active: true,
    });
    directory.accounts.set(email, { id: String(id), active: true });
  } else {
    if (account === undefined) return;
    if (step === 'account deleted') {
      await scim(both, 'DELETE', `/Users/${account.id}`, 204);
      directory.accounts.delete(email);
      if (directory.linked.get(email) === 'live') directory.linked.set(email, 'deleted');
    } else {
      account.active = step === 'account enabled';
      await scim(both, 'PATCH', `/Users/${account.id}`, 200, {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'Replace', path: 'active', value: account.active ? 'True' : 'False' }],
      });
    }
  }
  syncPresence(both.world, at);
  await countEntries(both);
}

/** Lets the publisher enforce the directory, or stop enforcing it. */
export async function enforce(both: BothWorlds, enforced: boolean): Promise<void> {
  const at = new Date();
  const params = { number: both.organization.number };
  const { body } = await both.muniment.publisher.call(putDirectory, { params, body: { enforced } });
  expectEqual('enforced', body.enforced, enforced);
  both.world.directory.enforced = enforced;
  syncPresence(both.world, at);
  await countEntries(both);
}

/** A new directory, pushed to with a token of its own. */
export async function newDirectory(
  both: Pick<BothWorlds, 'muniment' | 'organization'>,
): Promise<{ directory: Directory; scimToken: string }> {
  const params = { number: both.organization.number };
  const { body } = await both.muniment.publisher.call(createScimToken, { params, body: null });
  return { directory: { enforced: false, accounts: new Map(), linked: new Map() }, scimToken: body.token };
}

async function scim(
  { muniment, scimToken }: BothWorlds,
  method: string,
  path: string,
  expected: number,
  body?: object,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${muniment.url}/scim/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${scimToken}`, 'content-type': 'application/scim+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status !== expected) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? {} : JSON.parse(text);
}

/** How much the directory tells the ledger is its own matter; that nothing is lost, the next steps compare. */
export async function countEntries({ muniment, organization, world }: BothWorlds): Promise<void> {
  const { entries } = await muniment.db
    .selectFrom('ledger_entry as e')
    .innerJoin('organization as o', 'o.id', 'e.organization_id')
    .select((eb) => eb.fn.countAll<number>().as('entries'))
    .where('o.number', '=', organization.number)
    .executeTakeFirstOrThrow();
  if (entries < world.entries) throw new Error('The ledger lost entries');
  world.entries = entries;
}
