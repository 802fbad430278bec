import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import {
  createDownloadLink,
  type DownloadRecord,
  exportDownloads,
  getDownload,
  listDownloadFacets,
  listDownloadLicenses,
  listDownloads,
  listLicenseDownloads,
  putDownload,
  putDownloadOffer,
} from '@muniment/contract/downloads.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { deriveKey } from '../../apps/server/src/encryption-key.ts';
import { downloadToken, readDownloadToken } from '../../apps/server/src/features/downloads/download-link.ts';
import { removeOldDownloadLinks } from '../../apps/server/src/features/downloads/download-service.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { unique } from '../support/unique.ts';

let directory: string;
let outside: string;
let muniment: Muniment;
let organization: Organization;
let admin: Member;
/** Product download manager on the first license ID alone. */
let reader: Member;
const partNumber = `CAS-${unique().toUpperCase()}`;
const otherPart = `LED-${unique().toUpperCase()}`;
const bytes = randomBytes(1_000_003);
const sha256 = (of: Buffer) => createHash('sha256').update(of).digest('hex');

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'muniment-downloads-'));
  outside = await mkdtemp(path.join(tmpdir(), 'muniment-outside-'));
  muniment = await startMuniment({ env: { DOWNLOADS_DIR: directory, LOG_LEVEL: 'silent' } });
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 2 });
  reader = await organization.colleague(admin, { roles: ['product-download-manager'] });
  for (const [number, name] of [
    [partNumber, 'Casement Standard'],
    [otherPart, 'Ledgerline Größe'],
  ] as const) {
    const body = { name, family: 'Casement', version: '2027', pool: 'applications' as const };
    await muniment.publisher.call(putProduct, { params: { partNumber: number }, body });
  }
});
afterAll(async () => {
  await muniment.stop();
  await rm(directory, { recursive: true });
  await rm(outside, { recursive: true });
});

interface NewFile {
  readonly content?: Buffer;
  readonly facts?: Partial<Omit<DownloadRecord, 'downloadNumber'>>;
}

/** Puts a file into the storage and into the catalog. */
async function newFile({ content = bytes, facts = {} }: NewFile = {}) {
  const downloadNumber = `D-${unique()}`;
  const storageKey = facts.storageKey ?? `casement/${downloadNumber}.iso`;
  if (facts.storageKey === undefined) {
    await mkdir(path.join(directory, 'casement'), { recursive: true });
    await writeFile(path.join(directory, storageKey), content);
  }
  const body = {
    partNumber,
    version: '27.1',
    language: 'de',
    architecture: 'x64',
    fileType: 'ISO',
    fileName: `${downloadNumber}.iso`,
    sizeBytes: content.length,
    sha256: sha256(content),
    ...facts,
    storageKey,
  };
  const answer = await muniment.publisher.call(putDownload, { params: { downloadNumber }, body });
  expect(answer.status).toBe(201);
  const { id } = await muniment.db
    .selectFrom('download')
    .select('id')
    .where('download_number', '=', downloadNumber)
    .executeTakeFirstOrThrow();
  return { id, downloadNumber, body };
}

async function offer(licenseId: string, of = partNumber, offered = true) {
  const answer = await organization.partner.api.call(putDownloadOffer, {
    params: { licenseId, partNumber: of },
    body: { offered },
  });
  expect([200, 201]).toContain(answer.status);
}

async function linkTo(downloadId: string, by = reader, licenseId = reader.licenseId): Promise<string> {
  const answer = await by.api.call(createDownloadLink, { params: { licenseId, downloadId } });
  expect(answer.status).toBe(201);
  return answer.body.url;
}

/** Without any credential, as a download manager asks. */
async function fetched(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(url, { method, headers });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

/** The same link, as it is when its time is over. */
function expired(url: string): string {
  const at = url.lastIndexOf('/') + 1;
  const { encryptionKey } = muniment.settings;
  if (encryptionKey === null) throw new Error('The tests name a key');
  const linkKey = deriveKey(encryptionKey, 'download links');
  const claims = readDownloadToken(linkKey, url.slice(at));
  if (claims === null) throw new Error(`${url} is no link`);
  return url.slice(0, at) + downloadToken(linkKey, { ...claims, expiresAt: new Date(Date.now() - 1_000) });
}

async function organizationId(): Promise<string> {
  const { number } = organization;
  const { id } = await muniment.db
    .selectFrom('organization')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return id;
}

const withoutInstance = (text: string) => text.replace(/"instance":"[^"]*"/, '');

async function disclosures(downloadId: string) {
  const { items } = (await admin.api.call(listLedger, { query: { chain: 'disclosures', limit: 200 } })).body;
  return items.filter(({ details }) => JSON.stringify(details).includes(downloadId));
}

describe('W5 what is offered', () => {
  test('W5 R10 a file is listed where a license ID offers it and a role opens downloads, each once', async () => {
    const { id, body } = await newFile();
    expect((await reader.api.call(listDownloads, {})).body.items.map((one) => one.id)).not.toContain(id);
    await offer(reader.licenseId);
    const { items } = (await reader.api.call(listDownloads, { query: { limit: 1000 } })).body;
    expect(items.find((one) => one.id === id)).toMatchObject({
      licenseId: reader.licenseId,
      licenseCount: 1,
      partNumber,
      product: 'Casement Standard',
      version: '27.1',
      available: true,
      sizeBytes: bytes.length,
      sha256: body.sha256,
    });

    const second = admin.licenseIds[1] ?? '';
    await offer(second);
    const ofBoth = (await admin.api.call(listDownloads, { query: { limit: 1000 } })).body;
    expect(ofBoth.items.filter((one) => one.id === id)).toMatchObject([{ licenseCount: 2 }]);
    expect(ofBoth.total).toBe(ofBoth.items.length);
    const under = await admin.api.call(listDownloadLicenses, { params: { downloadId: id } });
    expect(under.body.items.map(({ licenseId }) => licenseId)).toEqual([...admin.licenseIds].sort());
    expect((await reader.api.call(listDownloadLicenses, { params: { downloadId: id } })).body.total).toBe(1);
    expect((await reader.api.call(listDownloadLicenses, { params: { downloadId: 'x' } })).body.total).toBe(0);

    // Not open to the reader, so as unknown as one that there is not.
    for (const endpoint of [getDownload, createDownloadLink]) {
      const foreign = await reader.api.call(endpoint, { params: { licenseId: second, downloadId: id } });
      const unknown = await reader.api.call(endpoint, { params: { licenseId: 'L0', downloadId: id } });
      expect(foreign).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
      expect(withoutInstance(foreign.text)).toBe(withoutInstance(unknown.text));
    }
    await offer(second, partNumber, false);
    expect(
      (await admin.api.call(listLicenseDownloads, { params: { licenseId: second } })).body.items,
    ).toEqual([]);
  });

  test('W5 the list is searched, narrowed down, sorted and paged, and its CSV holds exactly what matches', async () => {
    await offer(reader.licenseId, otherPart);
    const common = { partNumber: otherPart, version: '3.0' };
    for (const [language, architecture, fileType, size] of [
      ['ja', 'arm64', 'EXE', 10],
      ['ja', 'x64', 'ISO', 30],
      ['pt-br', 'x64', 'ISO', 20],
    ] as const) {
      await newFile({
        content: randomBytes(size),
        facts: { ...common, language, architecture, fileType, fileName: `größe ${language} ${size}.bin` },
      });
    }
    await newFile({ facts: { ...common, language: 'en', fileType: 'MSI', available: false } });
    const list = async (query: object) =>
      (await reader.api.call(listDownloads, { query: { product: otherPart, ...query } })).body;
    expect((await list({})).total).toBe(4);
    expect((await list({ q: 'GRÖSSE' })).total).toBe(0);
    expect((await list({ q: 'größe 3' })).total).toBe(4);
    expect((await list({ q: 'GRÖßE JA' })).total).toBe(2);
    expect((await list({ q: '%' })).total).toBe(0);
    expect((await list({ language: 'pt-BR' })).items).toMatchObject([{ sizeBytes: 20 }]);
    expect((await list({ architecture: 'x64', fileType: 'ISO' })).total).toBe(2);
    const sizes: (number | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({
        sort: '-sizeBytes',
        fileType: 'ISO',
        limit: 1,
        ...(cursor === undefined ? {} : { cursor }),
      });
      sizes.push(...page.items.map(({ sizeBytes }) => sizeBytes));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(sizes).toEqual([30, 20]);

    const facets = (
      await reader.api.call(listDownloadFacets, { query: { product: otherPart, language: 'ja' } })
    ).body;
    expect(facets.language).toEqual(
      expect.arrayContaining([
        { value: 'ja', name: 'ja', count: 2 },
        { value: 'en', name: 'en', count: 1 },
      ]),
    );
    expect(facets.fileType).toEqual([
      { value: 'EXE', name: 'EXE', count: 1 },
      { value: 'ISO', name: 'ISO', count: 1 },
    ]);

    const csv = (
      await reader.api.call(exportDownloads, {
        query: { product: otherPart, sort: 'language', fileType: 'ISO' },
      })
    ).text;
    const rows = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<
      string,
      string
    >[];
    expect(rows.map(({ language, sizeBytes }) => [language, sizeBytes])).toEqual([
      ['ja', '30'],
      ['pt-BR', '20'],
    ]);
  });

  test('W5 a product that is not available for download says so, and gives no link', async () => {
    const { id } = await newFile({ facts: { available: false } });
    const params = { licenseId: reader.licenseId, downloadId: id };
    expect((await reader.api.call(getDownload, { params })).body.available).toBe(false);
    const refused = await reader.api.call(createDownloadLink, { params });
    expect(refused).toMatchObject({ status: 409, problemId: 'download-not-available' });
    expect(refused.problem.detail).toContain('Casement Standard 27.1 is not available for download');
  });

  test('W5 records of downloads and offers: what is wrong is told of each, the rest is saved, and again changes nothing', async () => {
    const good = { ...(await newFile()).body, type: 'download', downloadNumber: `D-${unique()}` };
    const records = [
      good,
      { ...good, storageKey: 'a/../../etc/passwd' },
      { ...good, partNumber: 'NONE-1' },
      { ...good, fileName: undefined },
      { ...good, language: 'de-x' },
      { ...good, fileName: '../x' },
      { ...good, sizeBytes: -1 },
      { type: 'download-offer', licenseId: reader.licenseId, partNumber },
      { type: 'download-offer', licenseId: 'FOREIGN-1', partNumber },
    ].map((record, index) => ({ line: index + 1, record }));
    const pushed = (await muniment.publisher.call(pushRecords, { body: { records } })).body.records;
    expect(pushed.map(({ outcome, pointer }) => pointer ?? outcome)).toEqual([
      'created',
      '/storageKey',
      '/partNumber',
      '/fileName',
      '/language',
      '/fileName',
      '/sizeBytes',
      'unchanged',
      '/licenseId',
    ]);
    const again = await muniment.publisher.call(pushRecords, { body: { records: records.slice(0, 1) } });
    expect(again.body.records).toMatchObject([{ outcome: 'unchanged' }]);
    const byPartner = await organization.partner.api.call(pushRecords, {
      body: { records: records.slice(0, 1) },
    });
    expect(byPartner.body.records).toMatchObject([{ outcome: 'rejected', pointer: '/type' }]);
  });
});

describe('W5 a link', () => {
  test('W5 serves the file to whoever has it, with its name, its checksum, and nothing that could run', async () => {
    const { id, body } = await newFile({ facts: { fileName: 'Größe “2027”.iso' } });
    const link = await reader.api.call(createDownloadLink, {
      params: { licenseId: reader.licenseId, downloadId: id },
    });
    expect(link.body).toMatchObject({
      fileName: 'Größe “2027”.iso',
      sizeBytes: bytes.length,
      sha256: body.sha256,
    });
    const minutes = (Date.parse(link.body.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThanOrEqual(15.1);
    const got = await fetched(link.body.url);
    expect(got.status).toBe(200);
    expect(sha256(got.bytes)).toBe(body.sha256);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      'accept-ranges': 'bytes',
      etag: `"${body.sha256}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    expect(got.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%E2%80%9C2027%E2%80%9D.iso",
    );
    const head = await fetched(link.body.url, { range: 'bytes=5-6' }, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(String(bytes.length));
    expect(head.bytes).toHaveLength(0);
  });

  test('W5 resumes: ranges by RFC 9110, If-Range by the checksum, 416 behind the end', async () => {
    const url = await linkTo((await newFile()).id);
    const part = await fetched(url, { range: 'bytes=1000000-' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 1000000-1000002/${bytes.length}`);
    expect(part.bytes).toEqual(bytes.subarray(1_000_000));
    expect((await fetched(url, { range: 'bytes=-7' })).bytes).toEqual(bytes.subarray(-7));
    expect((await fetched(url, { range: 'bytes=10-19' })).bytes).toEqual(bytes.subarray(10, 20));
    expect((await fetched(url, { range: 'bytes=0-1,5-6' })).status).toBe(200);
    const same = { range: 'bytes=5-', 'if-range': `"${sha256(bytes)}"` };
    expect((await fetched(url, same)).status).toBe(206);
    expect((await fetched(url, { ...same, 'if-range': '"other"' })).status).toBe(200);
    const behind = await fetched(url, { range: `bytes=${bytes.length}-` });
    expect(behind.status).toBe(416);
    expect(behind.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
    expect(JSON.parse(behind.bytes.toString()).type).toMatch(/range-not-satisfiable$/);
  });

  test('W5 of an empty file is an empty answer', async () => {
    const url = await linkTo((await newFile({ content: Buffer.alloc(0) })).id);
    const got = await fetched(url);
    expect(got.status).toBe(200);
    expect(got.headers.get('content-length')).toBe('0');
  });

  test('W5 that is revoked, expired, altered, withdrawn, replaced or made up answers the same 404', async () => {
    const colleague = await organization.colleague(admin, { roles: ['product-download-manager'] });
    const { id, downloadNumber, body } = await newFile();
    const revoked = await linkTo(id, colleague);
    const good = await linkTo(id);
    const replaced = await newFile();
    const ofReplaced = await linkTo(replaced.id);
    expect((await fetched(revoked)).status).toBe(200);
    await admin.api.call(changeAssignments, {
      body: {
        assignments: [{ user: { vlUserId: colleague.vlUserId }, licenseId: admin.licenseId, roles: [] }],
      },
    });
    await muniment.publisher.call(putDownload, {
      params: { downloadNumber: replaced.downloadNumber },
      body: { ...replaced.body, sha256: '0'.repeat(64) },
    });
    const last = good.at(-1) === 'A' ? 'B' : 'A';
    const dead = [
      revoked,
      expired(good),
      ofReplaced,
      `${good.slice(0, 40)}${good[40] === 'x' ? 'y' : 'x'}${good.slice(41)}`,
      good.slice(0, -1) + last,
      good.slice(0, -4),
      `${muniment.url}/v1/files/none`,
    ];
    const answers = await Promise.all(
      dead.flatMap((url) => [fetched(url), fetched(url, { range: 'bytes=0-9' }), fetched(url, {}, 'HEAD')]),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const texts = answers.map((one) => withoutInstance(one.bytes.toString())).filter(Boolean);
    expect(new Set(texts).size).toBe(1);
    const names = answers.map(({ headers }) => [...headers.keys()].join());
    expect(new Set(names).size).toBeLessThanOrEqual(2);
    expect((await fetched(good)).status).toBe(200);

    // Offered no more, and not available any more, end it too.
    await offer(reader.licenseId, partNumber, false);
    expect((await fetched(good)).status).toBe(404);
    await offer(reader.licenseId);
    expect((await fetched(good)).status).toBe(200);
    await muniment.publisher.call(putDownload, {
      params: { downloadNumber },
      body: { ...body, available: false },
    });
    expect((await fetched(good)).status).toBe(404);
  });

  test('W5 B5 500 requests for one download are one entry of the ledger; a link that nobody opens is none', async () => {
    const { id } = await newFile();
    const url = await linkTo(id);
    await linkTo(id);
    expect((await fetched(url, {}, 'HEAD')).status).toBe(200);
    expect(await disclosures(id)).toHaveLength(0);
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, place) => {
          const start = (round * 50 + place) * 2_000;
          return fetched(url, { range: `bytes=${start}-${start + 1_999}` });
        }),
      );
      expect(answers.every(({ status }) => status === 206)).toBe(true);
    }
    const entries = await disclosures(id);
    expect(entries).toMatchObject([
      {
        event: 'download.begun',
        actor: { kind: 'person', id: reader.vlUserId },
        details: { downloads: [{ downloadId: id, sha256: sha256(bytes) }] },
      },
    ]);
    // Another link is another download.
    await fetched(await linkTo(id));
    expect(await disclosures(id)).toHaveLength(2);
  });

  test('W5 that is over is forgotten; what may still be fetched stays one entry', async () => {
    const { id } = await newFile();
    const url = await linkTo(id);
    await fetched(url);
    const old = { organization_id: await organizationId(), link_id: crypto.randomUUID() };
    await muniment.db
      .insertInto('download_begun')
      .values({ ...old, expires_at: new Date(Date.now() - 2 * 3_600_000) })
      .execute();
    await removeOldDownloadLinks(muniment.db);
    const left = await muniment.db.selectFrom('download_begun').select('link_id').execute();
    expect(left.map(({ link_id }) => link_id)).not.toContain(old.link_id);
    await fetched(url);
    expect(await disclosures(id)).toHaveLength(1);
  });

  test('W5 needs no credential, and one that is no good does not open it further', async () => {
    const url = await linkTo((await newFile()).id);
    const answer = await fetched(url, { cookie: 'muniment-session=none' });
    expect(answer.status).toBe(200);
  });
});

describe('W5 what the storage does not have', () => {
  test.each([
    ['is missing', 'none.iso'],
    ['is of another size', 'short.iso'],
    ['leads out of the directory by a link', 'out.iso'],
    ['leads out of it by a directory', 'away/secret.iso'],
    ['is a directory', 'folder'],
  ])('W5 a file that %s is a problem of the server, and no half file', async (_what, storageKey) => {
    await writeFile(path.join(outside, 'secret.iso'), bytes);
    await writeFile(path.join(directory, 'short.iso'), bytes.subarray(1));
    await mkdir(path.join(directory, 'folder'), { recursive: true });
    await symlink(path.join(outside, 'secret.iso'), path.join(directory, 'out.iso')).catch(() => {});
    await symlink(outside, path.join(directory, 'away')).catch(() => {});
    const { id } = await newFile({ facts: { storageKey } });
    const url = await linkTo(id);
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetched(url, {}, method);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('60');
      if (method === 'GET') expect(JSON.parse(answer.bytes.toString()).type).toMatch(/file-unavailable$/);
    }
    expect(await disclosures(id)).toHaveLength(0);
  });
});

test('W5 R10 who loses the role while a download waits to be recorded gets no byte', async () => {
  const colleague = await organization.colleague(admin, { roles: ['product-download-manager'] });
  await offer(admin.licenseId);
  const { id } = await newFile();
  expect((await fetched(await linkTo(id))).status).toBe(200);
  const link = await linkTo(id, colleague);
  const busy = await muniment.db.startTransaction().execute();
  let answer: ReturnType<typeof fetched>;
  try {
    await sql`select from ledger_head where chain = 'disclosures' for update`.execute(busy);
    answer = fetched(link);
    await vi.waitFor(async () => {
      const { rows } = await sql`select from pg_locks where not granted`.execute(muniment.db);
      expect(rows.length).toBeGreaterThanOrEqual(1);
    });
    await admin.api.call(changeAssignments, {
      body: {
        assignments: [{ user: { vlUserId: colleague.vlUserId }, licenseId: admin.licenseId, roles: [] }],
      },
    });
  } finally {
    await busy.rollback().execute();
  }
  expect((await answer).status).toBe(404);
});
