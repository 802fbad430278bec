import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { connect, type Database } from '../../database/connect.ts';
import { addressKey, countAttempt } from './attempt-service.ts';
import { removeExpired } from './session-service.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = connect(database.serverUrl).db;
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const DAY = 86_400;

test('of fifty attempts at once exactly as many are allowed as the limit says', async () => {
  const attempt = { what: 'register', who: 'account-1', windowSeconds: DAY, max: 10 };
  const answers = await Promise.all(Array.from({ length: 50 }, () => countAttempt(db, attempt)));
  expect(answers.filter((answer) => answer.allowed)).toHaveLength(10);
  const refused = answers.filter((answer) => !answer.allowed);
  for (const { retryAfterSeconds } of refused) {
    expect(retryAfterSeconds).toBeGreaterThanOrEqual(1);
    expect(retryAfterSeconds).toBeLessThanOrEqual(DAY);
  }
});

test('what is tried and who tries are counted apart', async () => {
  const attempt = { what: 'a', who: 'x', windowSeconds: DAY, max: 1 };
  expect((await countAttempt(db, attempt)).allowed).toBe(true);
  expect((await countAttempt(db, attempt)).allowed).toBe(false);
  expect((await countAttempt(db, { ...attempt, who: 'y' })).allowed).toBe(true);
  expect((await countAttempt(db, { ...attempt, what: 'b' })).allowed).toBe(true);
});

test('when a window is over, attempts are allowed again', async () => {
  const attempt = { what: 'over', who: 'x', windowSeconds: DAY, max: 1 };
  await countAttempt(db, attempt);
  expect((await countAttempt(db, attempt)).allowed).toBe(false);
  await sql`update attempt set window_starts_at = window_starts_at - interval '1 day' where what = 'over'`.execute(
    db,
  );
  expect((await countAttempt(db, attempt)).allowed).toBe(true);
});

test('counts, sessions and sign-ins that are over are removed, and no others', async () => {
  await sql`
    insert into attempt (what, who, window_starts_at, count)
      values ('clean', 'old', now() - interval '2 days', 1), ('clean', 'new', now(), 1);
    insert into account (id, issuer, subject, display_name, email, email_key, email_verified)
      values ('01890000-0000-7000-8000-000000000001', 'i', 's', 'n', 'e', 'e', true);
    insert into session (token_hash, account_id, expires_at)
      select hash::bytea, '01890000-0000-7000-8000-000000000001', now() + step
      from (values ('old', interval '-1 s'), ('new', interval '1 h')) as row (hash, step);
    insert into sign_in (state_hash, code_verifier, nonce, return_to, expires_at)
      select hash::bytea, '', '', '/', now() + step
      from (values ('old', interval '-1 s'), ('new', interval '1 h')) as row (hash, step);
  `.execute(db);
  await removeExpired(db);
  const { rows } = await sql<{ kept: string }>`
    select who as kept from attempt where what = 'clean'
    union all select encode(token_hash, 'escape') from session
    union all select encode(state_hash, 'escape') from sign_in
  `.execute(db);
  expect(rows.map((row) => row.kept)).toEqual(['new', 'new', 'new']);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::a', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('the client address %s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
