import { spawn } from 'node:child_process';
import path from 'node:path';
import { createDownstreamSystem } from '@muniment/contract/downstream-systems.ts';
import { getInvitation } from '@muniment/contract/invitations.ts';
import { listKeys, putKey, revealKey } from '@muniment/contract/product-keys.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deriveKey } from '../../apps/server/src/encryption-key.ts';
import { hashOfAccessCode } from '../../apps/server/src/features/home-use/access-code.ts';
import { productKeySealing } from '../../apps/server/src/features/product-keys/product-key-service.ts';
import { resealProductKeys } from '../../apps/server/src/features/product-keys/reseal-service.ts';
import { clientSecretKeys } from '../../apps/server/src/features/sign-in/issuers.ts';
import { openSealedText, sealText } from '../../apps/server/src/sealed-text.ts';
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
/** It starts a program three times. */
const patient = { timeout: 120_000 };

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment({ env: { WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8' } });
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

/** Secrets of other kinds, as they are kept before the key is changed. */
async function keepOtherSecrets(): Promise<{ systemId: string; link: string }> {
  const body = { name: 'Key service', url: 'http://127.0.0.1:9/hook' };
  const system = await muniment.publisher.call(createDownstreamSystem, { body });
  const { rows } = await sql<{ id: string; license: string }>`
    select o.id, l.id as license from organization o join license l on l.organization_id = o.id
    where o.number = ${organization.number}
  `.execute(muniment.db);
  const [{ id = '', license = '' } = {}] = rows;
  const before = { current: BEFORE, previous: null };
  await sql`
    insert into identity_provider (organization_id, issuer, client_id, sealed_secret, revision, updated_at)
    values (${id}, 'https://sign-in.corvane.example', 'c', ${sealText(clientSecretKeys(before, id).current, 'client')}, ${id}, now())
  `.execute(muniment.db);
  const codeKey = deriveKey(BEFORE, 'home use access codes');
  await sql`
    insert into home_use_program (organization_id, license_id, terms_version, terms_accepted_at, terms_accepted_by,
      contact_name, contact_email, domains, sealed_access_code, access_code_hash, code_made_at)
    values (${id}, ${license}, '1', now(), ${admin.vlUserId}, 'A', 'a@corvane.example', '{corvane.example}',
      ${sealText(codeKey, 'ABCDEFGHJK')}, ${hashOfAccessCode(codeKey, 'ABCDEFGHJK')}, now())
  `.execute(muniment.db);
  const email = organization.newEmail();
  await organization.license({ contact: email });
  return { systemId: system.body.id, link: await muniment.linkOf(email) };
}

async function openOtherSecrets(systemId: string) {
  const { rows } = await sql<{
    secret: string;
    client: string;
    code: string;
    hash: Buffer;
    organization: string;
  }>`
    select s.secret, p.sealed_secret as client, h.sealed_access_code as code, h.access_code_hash as hash,
      p.organization_id as organization
    from downstream_system s, identity_provider p, home_use_program h where s.id = ${systemId}
  `.execute(muniment.db);
  const [row] = rows;
  if (row === undefined) throw new Error('They are gone');
  const after = { current: AFTER, previous: null };
  const code = openSealedText(deriveKey(AFTER, 'home use access codes'), row.code);
  return {
    system: openSealedText(deriveKey(AFTER, 'downstream systems'), row.secret),
    client: openSealedText(clientSecretKeys(after, row.organization).current, row.client),
    code,
    isFound: hashOfAccessCode(deriveKey(AFTER, 'home use access codes'), code).equals(row.hash),
  };
}

test(
  'W3 the encryption key is changed while the server runs; broken off and begun again, no key is lost',
  patient,
  async () => {
    const all = Array.from({ length: KEYS }, (_, count) => keyOf(count)).sort();
    expect(await readAll(muniment)).toEqual(all);

    const { systemId, link } = await keepOtherSecrets();
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
    expect(await openOtherSecrets(systemId)).toEqual({
      system: expect.stringMatching(/^whsec_/),
      client: 'client',
      code: 'ABCDEFGHJK',
      isFound: true,
    });
    // A link that was mailed before is good as long as the server has both keys.
    const token = link.split('/').at(-1) ?? '';
    const opened = (by: Muniment) => by.as(admin.token).call(getInvitation, { params: { token } });
    expect((await opened(served)).status).toBe(200);
    expect((await opened(early)).problemId).toBe('invitation-not-found');

    await sql`update product_key set sealed_under = 'ffffffffffffffff' where number = 'K-3'`.execute(
      muniment.db,
    );
    const stuck = await rotate(both);
    expect(stuck.code).toBe(1);
    expect(stuck.output).toContain('1 product keys open with neither key');
    await served.stop();
    await early.stop();
  },
);
