import {
  activateService,
  exportActivations,
  getActivation,
  listActivations,
  listLicenseActivations,
} from '@muniment/contract/activations.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { listServices } from '@muniment/contract/online-services.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import type { ActivationChoice } from '@muniment/domain/activations.ts';
import { addMonths } from '@muniment/domain/calendar-date.ts';
import { dateIn } from '@muniment/domain/time-zone.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newProductKey } from '../support/activation-keys.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment();
  const body = {
    name: 'Tidewater Mail',
    family: 'Tidewater',
    version: 'Online',
    pool: 'applications' as const,
  };
  await muniment.publisher.call(putProduct, { params: { partNumber: 'OSV-MAIL-1' }, body });
});
afterAll(() => muniment.stop());
beforeEach(async () => {
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
});

async function push(records: readonly object[], outcomes: readonly string[], api = organization.partner.api) {
  const lines = records.map((record, index) => ({ line: index + 1, record }));
  const answer = await api.call(pushRecords, { body: { records: lines } });
  expect(answer.body.records.map(({ outcome, detail }) => detail ?? outcome)).toEqual(outcomes);
  return answer;
}

function keyRecord(key: string, seats = 10) {
  return { type: 'activation-key', key, partNumber: 'OSV-MAIL-1', seats };
}

async function soldKey(seats = 10): Promise<string> {
  const key = newProductKey();
  await push([keyRecord(key, seats)], ['created']);
  return key;
}

function use(
  key: string,
  choice: ActivationChoice = 'add-seats',
  member = admin,
  licenseId = member.licenseId,
) {
  return member.api.call(activateService, { params: { licenseId }, body: { key, choice } });
}

const today = () => dateIn('UTC', new Date());
async function serviceOf(member: Member) {
  const { items } = (await member.api.call(listServices, { query: {} })).body;
  return items.map(({ seats, endsOn }) => ({ seats, endsOn }));
}

describe('W6 activating', () => {
  test('the first key begins a service for twelve months, the next one adds its seats', async () => {
    const first = await soldKey();
    const typed = ` ${first.toLowerCase().replaceAll('-', '')} `;
    const answer = await use(typed);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        licenseId: admin.licenseId,
        partNumber: 'OSV-MAIL-1',
        lastFive: first.slice(-5),
        choice: 'add-seats',
        seats: 10,
        endsOn: addMonths(today(), 12),
      },
    });
    await use(await soldKey(5));
    expect(await serviceOf(admin)).toEqual([{ seats: 15, endsOn: addMonths(today(), 12) }]);
    const { items, total } = (await admin.api.call(listActivations, { query: { q: first.slice(-5) } })).body;
    expect({ items, total }).toEqual({ items: [answer.body], total: 1 });
    const params = { licenseId: admin.licenseId, activationId: answer.body.id };
    expect((await admin.api.call(getActivation, { params })).body).toEqual(answer.body);
    const all = await admin.api.call(listLicenseActivations, {
      params: { licenseId: admin.licenseId },
      query: {},
    });
    expect(all.body.items.map(({ seats }) => seats)).toEqual([5, 10]);
    const csv = (await admin.api.call(exportActivations, { query: { sort: 'seats' } })).text;
    expect(csv.split('\r\n')[2]).toMatch(
      new RegExp(`^${admin.licenseId},OSV-MAIL-1,.*,${first.slice(-5)},add-seats,10,`),
    );
  });

  test('a renewal is for twelve months more, and the same push again takes nothing back', async () => {
    const endsOn = addMonths(today(), 2);
    const record = {
      type: 'service',
      licenseId: admin.licenseId,
      partNumber: 'OSV-MAIL-1',
      seats: 20,
      endsOn,
    };
    await push([record], ['created']);
    const small = await soldKey(19);
    expect(await use(small, 'renew')).toMatchObject({ status: 409, problemId: 'activation-refused' });
    expect((await use(await soldKey(20), 'renew')).body).toMatchObject({ endsOn: addMonths(endsOn, 12) });
    expect((await use(small)).status).toBe(201);
    await push([record], ['unchanged']);
    expect(await serviceOf(admin)).toEqual([{ seats: 39, endsOn: addMonths(endsOn, 12) }]);
  });

  test('seats that a key adds do not fix the last day: the publisher’s system still says when the service ends', async () => {
    const record = { type: 'service', licenseId: admin.licenseId, partNumber: 'OSV-MAIL-1', seats: 20 };
    const sooner = addMonths(today(), 2);
    await push([{ ...record, endsOn: addMonths(today(), 8) }], ['created']);
    await use(await soldKey(5));
    await push([{ ...record, endsOn: sooner }], ['updated']);
    expect(await serviceOf(admin)).toEqual([{ seats: 25, endsOn: sooner }]);
  });

  test('where there is nothing to renew the key stays unused', async () => {
    const key = await soldKey();
    expect(await use(key, 'renew')).toMatchObject({ problemId: 'activation-refused' });
    expect((await use(key)).status).toBe(201);
  });

  test('a wrong check group is refused before any key is looked up, and its group is named', async () => {
    const key = await soldKey();
    const groups = key.split('-');
    groups[2] = groups[2] === '22222' ? '33333' : '22222';
    const refused = await use(groups.join('-'));
    expect(refused).toMatchObject({ status: 400, problemId: 'product-key-invalid' });
    expect(refused.problem.errors).toEqual([{ pointer: '/key', detail: expect.stringContaining('Group 3') }]);
    expect(refused.text).not.toContain(groups[0]);
    for (const none of ['x', 'CDFGH', '0'.repeat(25), `${key}C`]) {
      expect(await use(none)).toMatchObject({ problemId: 'product-key-invalid' });
    }
    expect((await use(key)).status).toBe(201);
  });

  test('a used key says when and for which license ID, and no more', async () => {
    const key = await soldKey();
    const used = (await use(key)).body;
    const elsewhere = await (await muniment.newPartner()).organization();
    const stranger = await elsewhere.administrator();
    for (const member of [admin, stranger]) {
      const refused = await use(key, 'add-seats', member);
      expect(refused).toMatchObject({ status: 409, problemId: 'product-key-redeemed' });
      const { type: _type, title: _title, instance: _instance, ...said } = refused.problem;
      expect(said).toEqual({
        status: 409,
        detail: `It was used on ${used.activatedAt} for license ID ${admin.licenseId}.`,
        licenseIds: [admin.licenseId],
        at: used.activatedAt,
      });
    }
    expect(await use(newProductKey())).toMatchObject({ status: 404, problemId: 'product-key-not-found' });
  });

  test('the same key used ten times at once is used once', async () => {
    const other = await (await (await muniment.newPartner()).organization()).administrator();
    const key = await soldKey();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => use(key, 'add-seats', index % 2 === 0 ? admin : other)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
    const seats = [...(await serviceOf(admin)), ...(await serviceOf(other))].map((one) => one.seats);
    expect(seats).toEqual([10]);
  });

  test('two different keys at once are both used, also where they begin the service', async () => {
    const keys = [await soldKey(3), await soldKey(4)];
    const answers = await Promise.all(keys.map((key) => use(key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await serviceOf(admin)).map(({ seats }) => seats)).toEqual([7]);
  });

  test('the same request sent again with its Idempotency-Key is answered as before', async () => {
    const input = {
      params: { licenseId: admin.licenseId },
      body: { key: await soldKey(), choice: 'add-seats' as const },
    };
    const first = await admin.api.call(activateService, { ...input, idempotencyKey: 'once' });
    const again = await admin.api.call(activateService, { ...input, idempotencyKey: 'once' });
    expect(again.body).toEqual(first.body);
  });

  test('guesses are bounded, for each person, over all license IDs', async () => {
    const guesses = [];
    for (let count = 0; count < 61; count += 1) guesses.push(await use(newProductKey()));
    expect(guesses.map(({ problemId }) => problemId)).toEqual([
      ...Array(60).fill('product-key-not-found'),
      'too-many-requests',
    ]);
    expect(Number(guesses.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    const colleague = await organization.colleague(admin, { roles: ['product-keys-reader'] });
    expect((await use(await soldKey(), 'add-seats', colleague)).status).toBe(201);
  });

  test('R10 who may not activate learns nothing of the key, nor uses up a try', async () => {
    const key = await soldKey();
    const viewer = await organization.colleague(admin, { roles: ['licensing-info-viewer'] });
    for (const typed of [key, 'no key', newProductKey()]) {
      expect(await use(typed, 'add-seats', viewer)).toMatchObject({ problemId: 'license-id-not-found' });
    }
    expect((await viewer.api.call(listActivations, { query: {} })).body.total).toBe(0);
    const { rows } = await sql`
      select from attempt a join account c on c.id::text = a.who
      join vl_user v on v.account_id = c.id where v.id = ${viewer.vlUserId} and a.what = 'product-key'
    `.execute(muniment.db);
    expect(rows).toEqual([]);
  });
});

describe('W6 keys that are pushed', () => {
  test('are of whoever sells them, and fixed once they are used', async () => {
    const key = await soldKey(10);
    await push([keyRecord(key, 10), keyRecord(key.toLowerCase(), 12)], ['updated', 'updated']);
    const foreign = await muniment.newPartner();
    await push([keyRecord(key, 12)], ['Somebody else sells this key.'], foreign.api);
    await use(key);
    await push([keyRecord(key, 12), keyRecord(newProductKey())], ['unchanged', 'created']);
    await push([keyRecord(key, 13)], ['It was used, and stays as it was.'], muniment.publisher);
    const wrong = `${key.slice(0, -1)}${key.endsWith('2') ? '3' : '2'}`;
    const answer = await push([keyRecord(wrong)], [expect.stringContaining('Group 5')] as never);
    expect(answer.text).not.toContain(key.slice(0, 5));
  });

  test('stand nowhere in the database but by their hash and their last five characters', async () => {
    const key = await soldKey();
    await admin.api.call(activateService, {
      params: { licenseId: admin.licenseId },
      body: { key, choice: 'add-seats' },
      idempotencyKey: 'canary',
    });
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')
    `.execute(muniment.db);
    const found: string[] = [];
    for (const { name } of tables) {
      const forms = [key.slice(0, 5), key.replaceAll('-', '').slice(0, 20)].map((form) => `%${form}%`);
      const { rows } =
        await sql`select from ${sql.raw(name)} t where t::text ilike any(${forms}) limit 1`.execute(
          muniment.db,
        );
      if (rows.length > 0) found.push(name);
    }
    expect(found).toEqual([]);
    const entries = (await admin.api.call(listLedger, { query: {} })).text;
    expect(entries).toContain('service.activated');
    expect(entries).not.toContain(key.slice(-5));
  });
});
