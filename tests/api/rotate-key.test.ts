import { spawn } from 'node:child_process';
import path from 'node:path';
import { listKeys, putKey, revealKey } from '@muniment/contract/product-keys.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productKeySealing } from '../../apps/server/src/features/product-keys/product-key-service.ts';
import { resealProductKeys } from '../../apps/server/src/features/product-keys/reseal-service.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

const PROGRAM = path.join(import.meta.dirname, '../../apps/server/src/rotate-key.ts');
const BEFORE = Buffer.alloc(32, 'key of the tests');
const AFTER = Buffer.alloc(32, 'the key that comes next');
const both = {
  ENCRYPTION_KEY: AFTER.toString('base64'),
  ENCRYPTION_KEY_PREVIOUS: BEFORE.toString('base64'),
};
const KEYS = 23;

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
  const body = { name: 'Ledgerline', family: 'Ledgerline', version: '2027', pool: 'applications' as const };
  await muniment.publisher.call(putProduct, { params: { partNumber: 'LDG' }, body });
  for (let count = 0; count < KEYS; count += 1) await push(muniment, count);
});
afterAll(() => muniment.stop());

const keyOf = (count: number) => `ROTAT-ED${100 + count}-MUNIM-ENTKE-Y${1000 + count}`;

async function push(served: Muniment, count: number): Promise<void> {
  const params = { licenseId: admin.licenseId, keyNumber: `K-${count}` };
  const body = { partNumber: 'LDG', keyType: 'mak' as const, key: keyOf(count) };
  const answer = await served.as(organization.partner.token).call(putKey, { params, body });
  if (answer.status >= 300) throw new Error(answer.text);
}

/** What a server reads of all keys; null where one does not open. */
async function readAll(served: Muniment): Promise<(string | null)[]> {
  const api = served.as(admin.token);
  const { items } = (await api.call(listKeys, { query: { limit: 1000 } })).body;
  const read: (string | null)[] = [];
  for (const { id: keyId, licenseId } of items) {
    const answer = await api.call(revealKey, { params: { licenseId, keyId } });
    read.push(answer.status === 200 ? answer.body.key : null);
  }
  return read.sort();
}

async function sealedUnder(): Promise<Record<string, number>> {
  const { rows } = await sql<{ sealed_under: string; keys: number }>`
    select sealed_under, count(*)::int as keys from product_key group by sealed_under
  `.execute(muniment.db);
  return Object.fromEntries(rows.map((row) => [row.sealed_under, row.keys]));
}

async function rotate(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, ...muniment.environment, ...env },
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, output };
}

test('W3 the encryption key is changed while the server runs; broken off and begun again, no key is lost', async () => {
  const all = Array.from({ length: KEYS }, (_, count) => keyOf(count)).sort();
  expect(await readAll(muniment)).toEqual(all);

  const served = await startMuniment({ database: muniment.database, env: both });
  const sealing = productKeySealing({ current: AFTER, previous: BEFORE });
  let batches = 0;
  for await (const progress of resealProductKeys(muniment.db, sealing, 5)) {
    batches += 1;
    expect(progress).toEqual({ resealed: batches * 5, unopenable: 0, left: KEYS - batches * 5 });
    if (batches === 2) break;
  }
  expect(Object.values(await sealedUnder()).sort()).toEqual([10, 13]);
  // With some under each key, a server that has both opens all of them; one that has the new one alone does not.
  expect(await readAll(served)).toEqual(all);
  await push(served, KEYS);
  all.push(keyOf(KEYS));
  all.sort();
  const early = await startMuniment({
    database: muniment.database,
    env: { ENCRYPTION_KEY: both.ENCRYPTION_KEY },
  });
  expect((await readAll(early)).filter((key) => key === null)).toHaveLength(13);

  expect(await rotate({ ENCRYPTION_KEY: both.ENCRYPTION_KEY })).toMatchObject({
    code: 1,
    output: expect.stringContaining('ENCRYPTION_KEY_PREVIOUS is missing'),
  });
  const done = await rotate(both);
  expect(done.output).toContain('Product keys: 13 sealed anew, 0 left');
  expect(done.code).toBe(0);
  for (const key of all) expect(done.output).not.toContain(key);
  expect(await sealedUnder()).toEqual({ [sealing.keyId]: KEYS + 1 });
  expect(await readAll(early)).toEqual(all);
  // Run again, there is nothing to do.
  expect(await rotate(both)).toMatchObject({ code: 0 });

  await sql`update product_key set sealed_under = 'ffffffffffffffff' where number = 'K-3'`.execute(
    muniment.db,
  );
  const stuck = await rotate(both);
  expect(stuck.code).toBe(1);
  expect(stuck.output).toContain('1 product keys open with neither key');
  await served.stop();
  await early.stop();
});
