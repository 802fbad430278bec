import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { connect, type Database } from '../../database/connect.ts';
import { inTransaction } from '../../database/transaction.ts';
import { checkChain } from './ledger-repository.ts';
import { appendToLedger, beginLedger } from './ledger-service.ts';

const ENTRIES = 6;
const LICENSE = '01890000-0000-7000-8000-00000000abcd';

let database: TestDatabase;
let db: Database;
let superuser: Client;
let organizationId: string;
let organizations = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ db } = connect(database.serverUrl, 4));
  superuser = new Client(database.adminUrl);
  await superuser.connect();
  await sql`insert into partner (id, name) values (md5('p')::uuid, 'Partner')`.execute(db);
});
afterAll(async () => {
  await superuser.end();
  await db.destroy();
  await database.drop();
});

beforeEach(async () => {
  organizations += 1;
  organizationId = `01890000-0000-7000-8000-${String(organizations).padStart(12, '0')}`;
  await sql`
    insert into organization (id, number, name, partner_id)
    values (${organizationId}, ${`O-${organizations}`}, 'O', md5('p')::uuid)
  `.execute(db);
  await inTransaction(db, (trx) => beginLedger(trx, organizationId));
  for (let count = 1; count <= ENTRIES; count += 1) await append(count);
});

function append(count: number): Promise<void> {
  const author = { kind: 'system' as const, id: null, name: 'Test' };
  return inTransaction(db, (trx) =>
    appendToLedger(trx, organizationId, author, new Date('2026-01-01T00:00:00.123Z'), {
      event: 'test.happened',
      version: 1,
      licenseIds: [LICENSE],
      details: { count, text: 'Größe "quoted" \\ \u2028' },
    }),
  );
}

test('B5 a chain that nobody touched is whole', async () => {
  expect(await checkChain(db, organizationId, 'changes')).toMatchObject({
    entries: ENTRIES,
    firstBroken: null,
  });
});

test('B5 entries that many append at once come one after the other', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => append(index)));
  expect(await checkChain(db, organizationId, 'changes')).toMatchObject({
    entries: ENTRIES + 20,
    firstBroken: null,
  });
});

describe('the user of the running server cannot rewrite the ledger', () => {
  test.each([
    ['update', sql`update ledger_entry set event = 'forged'`],
    ['delete', sql`delete from ledger_entry`],
    ['truncate', sql`truncate ledger_entry`],
    ['drop the trigger', sql`drop trigger ledger_entry_only_grows on ledger_entry`],
    ['disable the trigger', sql`alter table ledger_entry disable trigger all`],
    ['replace triggers', sql`set session_replication_role = replica`],
  ])('%s', async (_what, statement) => {
    await expect(statement.execute(db)).rejects.toMatchObject({ code: '42501' });
    expect(await checkChain(db, organizationId, 'changes')).toMatchObject({
      entries: ENTRIES,
      firstBroken: null,
    });
  });

  test('nor does the owner of the tables by mistake', async () => {
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    for (const statement of [
      'update ledger_entry set version = 2',
      'delete from ledger_entry',
      'truncate ledger_entry',
    ]) {
      await expect(owner.query(statement)).rejects.toThrow('The ledger only grows');
    }
    await owner.end();
  });
});

describe('what somebody with all rights tampers with shows', () => {
  async function tamper(statement: string): Promise<void> {
    await superuser.query('set session_replication_role = replica');
    await superuser.query(statement.replaceAll('OURS', `organization_id = '${organizationId}'`));
    await superuser.query('set session_replication_role = origin');
  }

  test.each([
    [
      'a changed body',
      `update ledger_entry set body = replace(body, '"count":3', '"count":4') where OURS and sequence = 3`,
      3,
    ],
    ['a body that is no JSON any more', "update ledger_entry set body = '{' where OURS and sequence = 3", 3],
    ['a changed hash', `update ledger_entry set hash = sha256('x') where OURS and sequence = 3`, 3],
    [
      'a changed body with its hash made to fit',
      `update ledger_entry set body = '{}', hash = sha256(previous_hash || convert_to('{}', 'UTF8')) where OURS and sequence = 3`,
      3,
    ],
    [
      'another time in its column',
      `update ledger_entry set at = at + interval '1 day' where OURS and sequence = 4`,
      4,
    ],
    [
      'another event in its column',
      `update ledger_entry set event = 'forged' where OURS and sequence = 4`,
      4,
    ],
    [
      'another id in its column',
      `update ledger_entry set id = md5('x')::uuid where OURS and sequence = 4`,
      4,
    ],
    [
      'nobody who may read it any more',
      `update ledger_entry set license_ids = '{}' where OURS and sequence = 4`,
      4,
    ],
    [
      'somebody else who may read it',
      `update ledger_entry set license_ids = license_ids || md5('x')::uuid where OURS and sequence = 4`,
      4,
    ],
    ['another version in its column', `update ledger_entry set version = 2 where OURS and sequence = 4`, 4],
    ['a missing entry', 'delete from ledger_entry where OURS and sequence = 3', 4],
    ['a missing first entry', 'delete from ledger_entry where OURS and sequence = 1', 2],
    ['a cut-off tail', `delete from ledger_entry where OURS and sequence > ${ENTRIES - 2}`, ENTRIES - 1],
    ['everything cut off', 'delete from ledger_entry where OURS', 1],
    [
      'two entries that changed places',
      `update ledger_entry set sequence = case sequence when 2 then 1003 when 3 then 1002 end where OURS and sequence in (2, 3);
       update ledger_entry set sequence = sequence - 1000 where OURS and sequence > 1000`,
      2,
    ],
  ])('B5 %s', async (_what, statement, firstBroken) => {
    await tamper(statement);
    expect(await checkChain(db, organizationId, 'changes')).toMatchObject({ firstBroken });
  });

  test('B5 an entry that was slipped in', async () => {
    await superuser.query(`
      insert into ledger_entry
        (organization_id, chain, sequence, id, at, event, version, license_ids, body, previous_hash, hash)
      select organization_id, chain, sequence + 1, md5('y')::uuid, at, event, version, license_ids, body, hash, hash
      from ledger_entry where organization_id = '${organizationId}' and sequence = ${ENTRIES}`);
    expect(await checkChain(db, organizationId, 'changes')).toMatchObject({ firstBroken: ENTRIES + 1 });
  });
});
