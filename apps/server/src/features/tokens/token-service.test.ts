import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { connect, type Database } from '../../database/connect.ts';
import { createLastUsed } from './last-used.ts';
import {
  createPartnerToken,
  createPersonToken,
  createPublisherToken,
  listTokens,
  readToken,
  readTokens,
  revokeToken,
} from './token-service.ts';

const PARTNER = '01890000-0000-7000-8000-00000000000a';
const ORGANIZATION = '01890000-0000-7000-8000-00000000000b';
const OTHER_ORGANIZATION = '01890000-0000-7000-8000-00000000000c';
const ANNA = '01890000-0000-7000-8000-00000000000d';
const BEN = '01890000-0000-7000-8000-00000000000e';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = connect(database.serverUrl).db;
  await db.insertInto('partner').values({ id: PARTNER, name: 'Halden Licensing' }).execute();
  const organization = { name: 'Fennimore Rail Group', partner_id: PARTNER };
  await db
    .insertInto('organization')
    .values([
      { id: ORGANIZATION, number: 'FEN-1', ...organization },
      { id: OTHER_ORGANIZATION, number: 'FEN-2', ...organization },
    ])
    .execute();
  const account = {
    issuer: 'i',
    display_name: 'Anna',
    email: 'Anna@fennimore.example',
    email_key: 'anna@fennimore.example',
    email_verified: true,
  };
  await db
    .insertInto('account')
    .values([
      { ...account, id: ANNA, subject: 'anna' },
      { ...account, id: BEN, subject: 'ben' },
    ])
    .execute();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const wanted = { name: 'Nightly export', scopes: ['read'] as const, expiresInDays: 90 };
const ofAnna = { kind: 'person' as const, accountId: ANNA, organizationId: ORGANIZATION };

test('a token speaks for its person in its organization, with its scopes', async () => {
  const { token, id } = await createPersonToken(db, { ...wanted, ...ofAnna });
  expect(await readToken(db, token)).toEqual({
    kind: 'person',
    tokenId: id,
    scopes: ['read'],
    organizationId: ORGANIZATION,
    account: {
      id: ANNA,
      issuer: 'i',
      subject: 'anna',
      displayName: 'Anna',
      email: 'Anna@fennimore.example',
      emailKey: 'anna@fennimore.example',
      emailVerified: true,
    },
  });
});

test('tokens of partners and of the publisher speak for those alone', async () => {
  const partner = await createPartnerToken(db, { ...wanted, scopes: ['read', 'write'], partnerId: PARTNER });
  expect(await readToken(db, partner.token)).toEqual({
    kind: 'partner',
    tokenId: partner.id,
    scopes: ['read', 'write'],
    partner: { id: PARTNER, name: 'Halden Licensing' },
  });
  const publisher = await createPublisherToken(db, { ...wanted, scopes: ['access:check'] });
  expect(await readToken(db, publisher.token)).toEqual({
    kind: 'publisher',
    tokenId: publisher.id,
    scopes: ['access:check'],
  });
});

test('a token is 256 random bits behind a prefix, shown once; the database holds its hash alone', async () => {
  const { token, ...shown } = await createPersonToken(db, { ...wanted, ...ofAnna });
  expect(token).toMatch(/^mun_[\w-]{43}$/);
  expect(JSON.stringify(shown)).not.toContain(token);
  const { rows } = await sql<{ text: string }>`select api_token::text as text from api_token`.execute(db);
  for (const { text } of rows) expect(text).not.toContain(token.slice(4));
  const listed = await listTokens(db, ofAnna);
  expect(listed.find((one) => one.id === shown.id)).toEqual(shown);
  expect(JSON.stringify(listed)).not.toContain(token);
});

test('a token ends on its day', async () => {
  const created = await createPersonToken(db, { ...wanted, ...ofAnna, expiresInDays: 30 });
  const days = (Date.parse(created.expiresAt) - Date.parse(created.createdAt)) / 86_400_000;
  expect(days).toBeCloseTo(30, 1);
  await sql`update api_token set expires_at = now() - interval '1 millisecond' where id = ${created.id}`.execute(
    db,
  );
  expect(await readToken(db, created.token)).toBeNull();
});

test('a revoked token opens nothing from the moment the revocation is answered, and is listed no more', async () => {
  const { token, id } = await createPersonToken(db, { ...wanted, ...ofAnna });
  expect(await revokeToken(db, ofAnna, id)).toBe(true);
  expect(await readToken(db, token)).toBeNull();
  expect((await listTokens(db, ofAnna)).some((one) => one.id === id)).toBe(false);
  expect(await revokeToken(db, ofAnna, id)).toBe(false);
});

test('nobody revokes or lists a token of somebody else, nor their own through another organization', async () => {
  const { token, id } = await createPersonToken(db, { ...wanted, ...ofAnna });
  const others = [
    { ...ofAnna, accountId: BEN },
    { ...ofAnna, organizationId: OTHER_ORGANIZATION },
  ];
  for (const other of others) {
    expect(await revokeToken(db, other, id)).toBe(false);
    expect(await listTokens(db, other)).toEqual([]);
  }
  expect(await readToken(db, token)).not.toBeNull();
});

test('what is no id of a token is not found', async () => {
  for (const tokenId of ['', 'x', "' or true --", '01890000-0000-7000-8000-0000000000ff']) {
    expect(await revokeToken(db, ofAnna, tokenId)).toBe(false);
  }
});

test.each([
  '',
  'mun_',
  'mun_short',
  'x'.repeat(47),
  `mun_${'A'.repeat(43)}`,
  `mun_${'A'.repeat(5_000)}`,
  'mun_\0',
])('the token %j is nobody', async (token) => {
  expect(await readToken(db, token)).toBeNull();
});

test('many tokens are read by one query, each answered in its place', async () => {
  const one = await createPersonToken(db, { ...wanted, ...ofAnna });
  const two = await createPublisherToken(db, wanted);
  const revoked = await createPersonToken(db, { ...wanted, ...ofAnna });
  await revokeToken(db, ofAnna, revoked.id);
  const read = await readTokens(db, [two.token, 'no token', revoked.token, one.token, two.token]);
  expect(read.map((actor) => actor?.tokenId)).toEqual([two.id, undefined, undefined, one.id, two.id]);
});

test('tokens are found by their index, however many there are', async () => {
  const { rows } = await sql<Record<string, string>>`
    explain select from api_token
    where token_hash = any(array['\\x00', '\\x01']::bytea[]) and revoked_at is null and expires_at > now()
  `.execute(db);
  const plan = rows.flatMap((row) => Object.values(row)).join('\n');
  expect(plan).toContain('api_token_token_hash_key');
});

test('when a token was last used is written together with others, not by the request', async () => {
  const tokens = await Promise.all([1, 2, 3].map(() => createPersonToken(db, { ...wanted, ...ofAnna })));
  const [first, second, unused] = tokens.map((token) => token.id);
  const lastUsed = createLastUsed(db);
  for (let i = 0; i < 100; i += 1) lastUsed.note(i % 2 === 0 ? `${first}` : `${second}`);
  const used = async () =>
    (await listTokens(db, ofAnna)).filter((one) => one.lastUsedAt !== null).map((one) => one.id);
  expect(await used()).toEqual([]);
  await lastUsed.close();
  expect((await used()).sort()).toEqual([first, second].sort());
  expect(await used()).not.toContain(unused);
});

test('uses that could not be written are kept, and written when it works again', async () => {
  const { id } = await createPersonToken(db, { ...wanted, ...ofAnna });
  const owner = connect(database.ownerUrl, 1).db;
  const errors: unknown[] = [];
  const lastUsed = createLastUsed(db, { onError: (error) => errors.push(error) });
  lastUsed.note(id);
  await sql`alter table api_token rename to elsewhere`.execute(owner);
  await lastUsed.flush();
  await sql`alter table elsewhere rename to api_token`.execute(owner);
  expect(errors).toHaveLength(1);
  await lastUsed.close();
  await owner.destroy();
  expect(errors).toHaveLength(1);
  expect((await listTokens(db, ofAnna)).find((one) => one.id === id)?.lastUsedAt).not.toBeNull();
});
