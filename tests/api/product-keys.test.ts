import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { getLicense } from '@muniment/contract/licenses.ts';
import {
  copyKey,
  exportKeys,
  exportMaskedKeys,
  getKey,
  type KeyRecord,
  listKeyedProducts,
  listKeys,
  listLicenseKeys,
  listProductKeys,
  putKey,
  requestActivations,
  revealKey,
} from '@muniment/contract/product-keys.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { listInbox, listSupportTickets } from '@muniment/contract/support.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { unique } from '../support/unique.ts';

const OFFICE = { name: 'Ledgerline Standard 2027', family: 'Ledgerline', version: '2027' };
const SERVER = { name: 'Harbor Server Datacenter 2025', family: 'Harbor Server', version: '2025' };

let muniment: Muniment;
let organization: Organization;
let admin: Member;
let viewer: Member;
let keysReader: Member;
let downloader: Member;
let office: string;
let server: string;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization('Halden Robotics');
  admin = await organization.administrator({ licenses: 2 });
  viewer = await organization.colleague(admin);
  keysReader = await organization.colleague(admin, { roles: ['product-keys-reader'] });
  downloader = await organization.colleague(admin, { roles: ['product-download-manager'] });
  office = `LDG-${unique()}`;
  server = `HBR-${unique()}`;
  await muniment.publisher.call(putProduct, {
    params: { partNumber: office },
    body: { ...OFFICE, pool: 'applications' },
  });
  await muniment.publisher.call(putProduct, {
    params: { partNumber: server },
    body: { ...SERVER, pool: 'servers' },
  });
});
afterAll(() => muniment.stop());

const CHARACTERS = 'BCDFGHJKMPQRTVWXY2346789';

/** An invented key of five groups of five. */
function inventKey(): string {
  const groups = Array.from({ length: 5 }, () =>
    Array.from({ length: 5 }, () => CHARACTERS[Math.floor(Math.random() * CHARACTERS.length)]).join(''),
  );
  return groups.join('-');
}

interface Pushed {
  readonly id: string;
  readonly key: string;
  readonly keyNumber: string;
  readonly licenseId: string;
  readonly lastFive: string;
}

async function push(licenseId: string, facts: Partial<Omit<KeyRecord, 'licenseId'>> = {}): Promise<Pushed> {
  const { keyNumber = `K-${unique()}`, ...rest } = facts;
  const key = rest.key ?? inventKey();
  const body = { partNumber: office, keyType: 'mak' as const, activationsUsed: 3, ...rest, key };
  const answer = await organization.partner.api.call(putKey, { params: { licenseId, keyNumber }, body });
  if (answer.status >= 300) throw new Error(answer.text);
  const { items } = (await admin.api.call(listLicenseKeys, { params: { licenseId }, query: { limit: 1000 } }))
    .body;
  const found = items.find((one) => one.keyNumber === keyNumber);
  if (found === undefined) throw new Error('The key is not listed');
  return { id: found.id, key, keyNumber, licenseId, lastFive: key.slice(-5) };
}

const of = ({ licenseId, id }: Pushed) => ({ licenseId, keyId: id });

async function disclosures(licenseId: string) {
  const query = { chain: 'disclosures' as const, licenseId, limit: 1000 };
  return (await admin.api.call(listLedger, { query })).body.items;
}

describe('W3 keys come in', () => {
  test('W3 a key is pushed once however often it is sent, corrected by its number, and never answered', async () => {
    const params = { licenseId: admin.licenseId, keyNumber: `K-${unique()}` };
    const body = { partNumber: office, keyType: 'mak' as const, key: inventKey(), activationsTotal: 50 };
    const { api } = organization.partner;
    expect(await api.call(putKey, { params, body })).toMatchObject({
      status: 201,
      body: { outcome: 'created' },
    });
    expect(await api.call(putKey, { params, body })).toMatchObject({
      status: 200,
      body: { outcome: 'unchanged' },
    });
    const used = { ...body, activationsUsed: 20 };
    expect((await api.call(putKey, { params, body: used })).body).toEqual({ outcome: 'updated' });
    const other = { ...used, key: inventKey() };
    expect((await api.call(putKey, { params, body: other })).body).toEqual({ outcome: 'updated' });
    const { items } = (await admin.api.call(listKeys, { query: { q: other.key.slice(-5) } })).body;
    expect(items).toMatchObject([
      {
        keyNumber: params.keyNumber,
        activationsUsed: 20,
        activationsTotal: 50,
        keyType: 'mak',
        status: 'active',
      },
    ]);
    const shown = await admin.api.call(revealKey, { params: of({ ...items[0], ...params } as never) });
    expect(shown.body.key).toBe(other.key);
  });

  test('W3 many at once: the bad ones are told without their keys, the good ones are kept, the later of two counts', async () => {
    const twice = { type: 'key', licenseId: admin.licenseId, keyNumber: `K-${unique()}`, partNumber: server };
    const [first, second, bad] = [inventKey(), inventKey(), inventKey()];
    const foreign = await (await muniment.newPartner()).organization();
    const foreignLicense = await foreign.license();
    const records = [
      { ...twice, keyType: 'kms', key: first },
      { ...twice, keyType: 'kms', key: second },
      { ...twice, keyNumber: 'K-1', keyType: 'volume', key: bad },
      { ...twice, keyNumber: 'K-2', keyType: 'kms', key: `${bad} ${bad}` },
      { ...twice, keyNumber: 'K-3', keyType: 'kms', key: bad, partNumber: 'NO-SUCH' },
      { ...twice, keyNumber: 'K-4', keyType: 'kms', key: bad, licenseId: foreignLicense },
      { ...twice, keyNumber: 'K-5', keyType: 'kms', key: bad, licenseId: 'NOSUCH01' },
      { ...twice, keyNumber: 'K-6', keyType: 'kms', key: `${'A'.repeat(64)}B` },
      { ...twice, keyNumber: 'K-7', keyType: 'kms', key: 'ABCDE-FGHIJ' },
    ].map((record, index) => ({ line: index + 1, record }));
    const answer = await organization.partner.api.call(pushRecords, { body: { records } });
    expect(answer.body.records.map(({ outcome, pointer }) => [outcome, pointer])).toEqual([
      ['created', undefined],
      ['created', undefined],
      ['rejected', '/keyType'],
      ['rejected', '/key'],
      ['rejected', '/partNumber'],
      ['rejected', '/licenseId'],
      ['rejected', '/licenseId'],
      ['rejected', '/key'],
      ['rejected', '/key'],
    ]);
    expect(answer.body.records[5]?.detail).toBe(answer.body.records[6]?.detail);
    for (const key of [first, second, bad]) expect(answer.text).not.toContain(key);
    const { items } = (await admin.api.call(listKeys, { query: { q: second.slice(-5).toLowerCase() } })).body;
    expect(items).toMatchObject([{ product: SERVER.name, keyType: 'kms', activationsTotal: null }]);
  });
});

describe('W3 R10 who sees keys', () => {
  test('W3 R10 the viewer and the keys reader see them on their license IDs, nobody else, and no other', async () => {
    const here = await push(admin.licenseId);
    const there = await push(admin.licenseIds[1] ?? '');
    for (const one of [admin, viewer, keysReader]) {
      const { items } = (await one.api.call(listKeys, { query: { limit: 1000 } })).body;
      const seen = items.map(({ id }) => id);
      expect(seen).toContain(here.id);
      expect(seen.includes(there.id)).toBe(one === admin);
    }
    expect((await downloader.api.call(listKeys, { query: {} })).body).toEqual({
      items: [],
      nextCursor: null,
      total: 0,
    });
    const unknown = await viewer.api.call(revealKey, { params: { ...of(there), licenseId: 'NO-SUCH' } });
    for (const [api, key] of [
      [viewer.api, there],
      [downloader.api, here],
    ] as const) {
      for (const endpoint of [revealKey, copyKey]) {
        const refused = await api.call(endpoint, { params: of(key) });
        expect(refused.problemId).toBe('license-id-not-found');
        const words = ({ problem }: typeof refused) => ({ ...problem, instance: '' });
        expect(words(refused)).toEqual(words(unknown));
      }
      expect((await api.call(getKey, { params: of(key) })).problemId).toBe('license-id-not-found');
      expect((await api.call(exportKeys, { body: { keys: [of(key)] } })).problemId).toBe(
        'license-id-not-found',
      );
    }
    // A key of another license ID is none of this one.
    const astray = await viewer.api.call(revealKey, {
      params: { licenseId: here.licenseId, keyId: there.id },
    });
    expect(astray.problemId).toBe('not-found');
    expect((await viewer.api.call(getLicense, { params: { licenseId: here.licenseId } })).status).toBe(200);
  });

  test('W3 the Products and services page groups by product what the keys reader may read, and nobody without that role', async () => {
    const mine = await push(admin.licenseId, { partNumber: server, keyType: 'retail' });
    const { items, total } = (await keysReader.api.call(listKeyedProducts, { query: {} })).body;
    expect(total).toBe(items.length);
    const product = items.find(({ partNumber }) => partNumber === server);
    expect(product).toMatchObject({ name: SERVER.name, licenseIds: 1 });
    expect(product?.keyTypes).toContain('retail');
    const params = { productId: product?.id ?? '' };
    const keys = (await keysReader.api.call(listProductKeys, { params, query: {} })).body;
    expect(keys.items.map(({ id }) => id)).toContain(mine.id);
    expect(keys.total).toBe(product?.keys);
    expect((await viewer.api.call(listKeyedProducts, { query: {} })).body.items).toEqual([]);
    expect((await viewer.api.call(listProductKeys, { params, query: {} })).problemId).toBe('not-found');
  });
});

describe('W3 finding keys', () => {
  test('W3 by the last five characters, product, license ID; filtered, sorted and paged without a gap', async () => {
    const found = await push(admin.licenseId, { keyType: 'kms', status: 'blocked' });
    for (const q of [
      found.lastFive,
      found.lastFive.toLowerCase(),
      `-${found.lastFive}`,
      `•••••-${found.lastFive}`,
    ]) {
      const { items } = (await viewer.api.call(listKeys, { query: { q } })).body;
      expect(items).toMatchObject([
        {
          id: found.id,
          maskedKey: `•••••-•••••-•••••-•••••-${found.lastFive}`,
          organizationName: 'Halden Robotics',
          product: OFFICE.name,
        },
      ]);
    }
    // Not by what is hidden of it.
    expect((await viewer.api.call(listKeys, { query: { q: found.key.slice(0, 5) } })).body.total).toBe(0);
    const blocked = (await viewer.api.call(listKeys, { query: { status: 'blocked', keyType: 'kms' } })).body;
    expect(blocked.items.map(({ id }) => id)).toEqual([found.id]);
    expect((await viewer.api.call(listKeys, { query: { q: admin.licenseId } })).body.total).toBeGreaterThan(
      1,
    );
    for (const sort of ['product', '-product', 'lastFive', '-licenseId', 'keyType', '-status'] as const) {
      const all = (await admin.api.call(listKeys, { query: { sort, limit: 1000 } })).body;
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await admin.api.call(listKeys, {
          query: { sort, limit: 3, ...(cursor === undefined ? {} : { cursor }) },
        });
        paged.push(...page.body.items.map(({ id }) => id));
        cursor = page.body.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(all.items.map(({ id }) => id));
      expect(all.total).toBe(paged.length);
    }
  });

  test('W3 the list as CSV is masked', async () => {
    const one = await push(admin.licenseId);
    const { text, headers } = await viewer.api.call(exportMaskedKeys, { query: { q: one.lastFive } });
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text).toContain(`•••••-•••••-•••••-•••••-${one.lastFive}`);
    expect(text).not.toContain(one.key);
  });
});

describe('W3 B5 each reveal, copy and export is recorded', () => {
  test('W3 a reveal and a copy answer the key, are not to be stored, and name key and person in the ledger', async () => {
    const one = await push(admin.licenseId);
    const masked = await viewer.api.call(getKey, { params: of(one) });
    expect(masked.body).toMatchObject({ id: one.id, maskedKey: `•••••-•••••-•••••-•••••-${one.lastFive}` });
    expect(masked.text).not.toContain(one.key);
    const shown = await viewer.api.call(revealKey, { params: of(one) });
    expect(shown.body).toEqual({ id: one.id, licenseId: one.licenseId, key: one.key });
    expect(shown.headers.get('cache-control')).toBe('no-store');
    const copied = await keysReader.api.call(copyKey, { params: of(one) });
    expect(copied.body.key).toBe(one.key);
    expect(copied.headers.get('cache-control')).toBe('no-store');
    const [last, before] = await disclosures(admin.licenseId);
    const keys = [{ licenseId: expect.any(String), keyId: one.id }];
    expect(last).toMatchObject({
      event: 'product-key.copied',
      actor: { kind: 'person', id: keysReader.vlUserId },
      details: { keys },
    });
    expect(before).toMatchObject({
      event: 'product-key.revealed',
      actor: { kind: 'person', id: viewer.vlUserId },
      details: { keys },
    });
    // Whoever does not administer the license ID does not read it.
    const query = { chain: 'disclosures' as const };
    expect((await viewer.api.call(listLedger, { query })).body.items).toEqual([]);
  });

  test('W3 R10 who loses the role while a reveal or an export waits to be recorded gets no key', async () => {
    const one = await push(admin.licenseId);
    await viewer.api.call(revealKey, { params: of(one) });
    const leaving = await organization.colleague(admin);
    const count = (await disclosures(admin.licenseId)).length;
    const busy = await muniment.db.startTransaction().execute();
    await sql`select from ledger_head where chain = 'disclosures' for update`.execute(busy);
    const revealed = leaving.api.call(revealKey, { params: of(one) });
    const exported = leaving.api.call(exportKeys, { body: { keys: [of(one)] } });
    try {
      await vi.waitFor(async () => {
        const { rows } = await sql`select from pg_locks where not granted`.execute(muniment.db);
        expect(rows.length).toBeGreaterThanOrEqual(2);
      });
      const user = { signInEmail: leaving.email, displayName: 'Leaving' };
      const assignments = [{ user, licenseId: admin.licenseId, roles: [] }];
      expect((await admin.api.call(changeAssignments, { body: { assignments } })).status).toBe(201);
    } finally {
      await busy.rollback().execute();
    }
    for (const answer of [await revealed, await exported]) {
      expect(answer).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
      expect(answer.text).not.toContain(one.key);
    }
    expect(await disclosures(admin.licenseId)).toHaveLength(count);
  });

  test('W3 the same Idempotency-Key shows nothing twice for one entry, and keeps no key', async () => {
    const one = await push(admin.licenseId);
    const count = (await disclosures(admin.licenseId)).length;
    for (let times = 0; times < 2; times += 1) {
      const answer = await viewer.api.call(revealKey, { params: of(one), idempotencyKey: 'again' });
      expect(answer.body.key).toBe(one.key);
    }
    expect(await disclosures(admin.licenseId)).toHaveLength(count + 2);
    const { rows } = await sql<{ kept: number }>`
      select count(*)::int as kept from idempotency where key = 'again'
    `.execute(muniment.db);
    expect(rows[0]?.kept).toBe(0);
  });

  test('W3 an export of chosen keys, and of all that match, holds them in clear; one entry names each of them', async () => {
    const [one, two] = [await push(admin.licenseId), await push(admin.licenseIds[1] ?? '')];
    const chosen = await admin.api.call(exportKeys, { body: { keys: [of(one), of(two)] } });
    expect(chosen.headers.get('content-disposition')).toBe('attachment; filename="product-keys.csv"');
    expect(chosen.headers.get('cache-control')).toBe('no-store');
    expect(chosen.text.split('\r\n').filter(Boolean)).toHaveLength(3);
    for (const { key } of [one, two]) expect(chosen.text).toContain(key);
    const [entry] = await disclosures(admin.licenseId);
    expect(entry?.event).toBe('product-key.exported');
    const named = [one, two].map(({ id }) => expect.objectContaining({ keyId: id }));
    expect(entry?.details).toEqual({ keys: expect.arrayContaining(named) });
    expect(JSON.stringify(entry?.details).match(/keyId/g)).toHaveLength(2);

    const all = await viewer.api.call(exportKeys, { body: { q: one.lastFive } });
    expect(all.text).toContain(one.key);
    expect(all.text).not.toContain(two.key);
    expect((await disclosures(admin.licenseId))[0]).toMatchObject({
      actor: { id: viewer.vlUserId },
      details: { keys: [{ keyId: one.id }] },
    });
    const astray = { body: { keys: [{ licenseId: one.licenseId, keyId: two.id }] } };
    expect((await admin.api.call(exportKeys, astray)).problemId).toBe('not-found');
    // Nothing was handed out, so nothing is recorded.
    expect((await disclosures(admin.licenseId))[0]).toMatchObject({ actor: { id: viewer.vlUserId } });
    expect((await downloader.api.call(exportKeys, { body: {} })).text.split('\r\n')).toHaveLength(2);
  });

  test('W3 a person who reveals key after key is told to wait, and nobody else is', async () => {
    const one = await push(admin.licenseId);
    const eager = await organization.colleague(admin, { roles: ['product-keys-reader'] });
    const statuses = [];
    for (let tries = 0; tries < 121; tries += 1) {
      statuses.push((await eager.api.call(revealKey, { params: of(one) })).status);
    }
    expect(new Set(statuses.slice(0, 120))).toEqual(new Set([200]));
    const refused = await eager.api.call(revealKey, { params: of(one) });
    expect([statuses[120], refused.status, refused.problemId]).toEqual([429, 429, 'too-many-requests']);
    expect((await viewer.api.call(revealKey, { params: of(one) })).status).toBe(200);
  });
});

describe('W3 at rest', () => {
  test('W3 a sealed key that was put into another row does not open, and neither does a changed one', async () => {
    const [one, two] = [await push(admin.licenseId), await push(admin.licenseId)];
    await sql`
      update product_key k set sealed = o.sealed from product_key o where k.id = ${one.id} and o.id = ${two.id}
    `.execute(muniment.db);
    const count = (await disclosures(admin.licenseId)).length;
    expect((await viewer.api.call(revealKey, { params: of(one) })).problemId).toBe('key-does-not-open');
    expect((await viewer.api.call(exportKeys, { body: { keys: [of(one)] } })).problemId).toBe(
      'key-does-not-open',
    );
    expect(await disclosures(admin.licenseId)).toHaveLength(count);
    // Pushed again, it is sealed anew.
    await push(admin.licenseId, { key: one.key, keyNumber: one.keyNumber });
    expect((await viewer.api.call(revealKey, { params: of(one) })).body.key).toBe(one.key);
  });
});

describe('W3 more activations', () => {
  test('W3 F2 are asked of the publisher by a ticket that names the key by its last five, for a MAK alone', async () => {
    const mak = await push(admin.licenseId, { activationsUsed: 498, activationsTotal: 500 });
    const body = { wanted: 750, justification: 'A second site opens in March.' };
    const asked = await viewer.api.call(requestActivations, { params: of(mak), body });
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({ product: OFFICE.name, lastFive: mak.lastFive, wanted: 750 });
    const { reference } = asked.body;
    const { items } = (await muniment.publisher.call(listInbox, { query: { q: reference } })).body;
    expect(items).toMatchObject([
      { kind: 'ticket', reference, organizationName: 'Halden Robotics', name: viewer.name },
    ]);
    expect(items[0]?.text).toContain('498 of 500 used, 750 wanted');
    expect(items[0]?.text).toContain(body.justification);
    expect(items[0]?.text).not.toContain(mak.key);
    const own = (await viewer.api.call(listSupportTickets, { query: {} })).body.items;
    expect(own.map((ticket) => ticket.reference)).toContain(reference);

    const kms = await push(admin.licenseId, { keyType: 'kms' });
    const refused = await viewer.api.call(requestActivations, { params: of(kms), body });
    expect(refused.problemId).toBe('key-counts-no-activations');
    expect(await downloader.api.call(requestActivations, { params: of(mak), body })).toMatchObject({
      problemId: 'license-id-not-found',
    });
    for (const wrong of [
      { ...body, wanted: 0 },
      { ...body, wanted: 1_000_000 },
      { ...body, justification: ' ' },
    ]) {
      expect((await viewer.api.call(requestActivations, { params: of(mak), body: wrong })).problemId).toBe(
        'invalid-request',
      );
    }
  });
});
