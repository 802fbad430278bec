import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../support/api.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { newLicenseId } from '../support/partner.ts';
import { unique } from '../support/unique.ts';

let muniment: Muniment;

beforeAll(async () => {
  muniment = await startMuniment();
});

afterAll(async () => {
  await muniment.stop();
});

function push(api: Api, ...records: unknown[]) {
  return api.call(pushRecords, {
    body: { records: records.map((record, place) => ({ line: place + 1, record })) },
  });
}

function product(partNumber = `P-${unique()}`) {
  return {
    partNumber,
    name: 'Ledgerline Standard',
    family: 'Ledgerline',
    version: '7',
    pool: 'servers' as const,
  };
}

test('a product is created, updated and left as it is, by its part number (P7)', async () => {
  const { partNumber, ...body } = product();
  const put = (changed: object) =>
    muniment.publisher.call(putProduct, { params: { partNumber }, body: { ...body, ...changed } });
  expect(await put({})).toMatchObject({ status: 201, body: { outcome: 'created' } });
  expect(await put({})).toMatchObject({ status: 200, body: { outcome: 'unchanged' } });
  expect(await put({ version: '8' })).toMatchObject({ status: 200, body: { outcome: 'updated' } });
});

test('a bad record is told by its field, and the others are saved', async () => {
  const good = product();
  const { body } = await push(
    muniment.publisher,
    { type: 'product', ...good },
    { type: 'product', ...product(), colour: 'red' },
    { type: 'product', ...product(), pool: 'swimming' },
    { type: 'weather' },
    null,
    { type: 'product', ...good },
  );
  expect(body.records).toEqual([
    { line: 1, outcome: 'created' },
    { line: 2, outcome: 'rejected', pointer: '/colour', detail: 'There is no such field.' },
    { line: 3, outcome: 'rejected', pointer: '/pool', detail: expect.stringContaining('applications') },
    { line: 4, outcome: 'rejected', pointer: '/type', detail: expect.stringContaining('product') },
    { line: 5, outcome: 'rejected', pointer: '', detail: 'A record is an object.' },
    { line: 6, outcome: 'created' },
  ]);
});

test('what only the publisher may push is to a partner a type that there is not', async () => {
  const partner = await muniment.newPartner();
  const { body } = await push(partner.api, { type: 'product', ...product() }, { type: 'weather' });
  const [ofPublisher, unknown] = body.records;
  expect(ofPublisher).toEqual({ ...unknown, line: 1 });
  expect(ofPublisher?.detail).not.toContain('product,');
});

function order(licenseId: string, change: object = {}) {
  return {
    type: 'order',
    licenseId,
    resellerOrderNumber: `NG-${unique()}`,
    orderedOn: '2026-03-02',
    reseller: 'Northgate Licensing',
    lines: [{ partNumber: 'CAS-STD-2027', quantity: 5, country: 'SE' }],
    ...change,
  };
}

async function ledgerOf(number: string) {
  const { rows } = await sql<{ event: string; actor: string; licenseIds: string[]; details: object }>`
    select e.event, (e.body::jsonb) #>> '{actor,kind}' as actor, e.license_ids as "licenseIds",
      (e.body::jsonb) -> 'details' as details
    from ledger_entry e join organization o on o.id = e.organization_id
    where o.number = ${number} order by e.sequence
  `.execute(muniment.db);
  return rows;
}

async function idOf(licenseId: string): Promise<string> {
  const { id } = await muniment.db
    .selectFrom('license')
    .select('id')
    .where('license_id', '=', licenseId)
    .executeTakeFirstOrThrow();
  return id;
}

describe('records of contracts', () => {
  beforeAll(async () => {
    await push(muniment.publisher, { type: 'product', ...product('CAS-STD-2027') });
  });

  test('a foreign license ID is answered like one that there is not, and nothing is saved under it (R10)', async () => {
    const other = await (await muniment.newPartner()).organization();
    const foreign = await other.license();
    const partner = await muniment.newPartner();
    const { body } = await push(partner.api, order(foreign), order(newLicenseId()));
    const [ofForeign, ofUnknown] = body.records;
    expect(ofForeign).toEqual({ ...ofUnknown, line: 1 });
    expect(ofForeign).toMatchObject({ outcome: 'rejected', pointer: '/licenseId' });
    expect(await ledgerOf(other.number)).not.toContainEqual(
      expect.objectContaining({ event: 'records.saved' }),
    );
  });

  test('an unknown product, a wrong field and a foreign organization are told, each at its field', async () => {
    const organization = await (await muniment.newPartner()).organization();
    const other = await (await muniment.newPartner()).organization();
    const licenseId = await organization.license();
    const { body } = await push(
      organization.partner.api,
      order(licenseId, { lines: [{ partNumber: 'NO-SUCH', quantity: 1, country: 'SE' }] }),
      order(licenseId, { orderedOn: '2026-02-30' }),
      {
        type: 'agreement',
        number: `A-${unique()}`,
        organizationNumber: other.number,
        name: 'X',
        contacts: {},
      },
      { type: 'organization', number: other.number, name: 'Mine now' },
      { type: 'organization', number: `O-${unique()}`, name: 'Works', timeZone: 'Mars/Olympus' },
      // No text of PostgreSQL, and in no schema: it alone is refused.
      { ...keyOf(licenseId), partNumber: 'CAS\u0000' },
      { ...keyOf(licenseId), partNumber: 'CAS-STD-2027' },
    );
    expect(body.records.map(({ outcome, pointer }) => [outcome, pointer])).toEqual([
      ['rejected', '/lines/0/partNumber'],
      ['rejected', '/orderedOn'],
      ['rejected', '/organizationNumber'],
      ['rejected', '/number'],
      ['rejected', '/timeZone'],
      ['rejected', expect.any(String)],
      ['created', undefined],
    ]);
  });

  test('of two lines with one key the later counts, and both are told', async () => {
    const organization = await (await muniment.newPartner()).organization();
    const first = order(await organization.license());
    const { body } = await push(organization.partner.api, first, { ...first, reseller: 'Quayside' });
    expect(body.records.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
    const again = await push(organization.partner.api, { ...first, reseller: 'Quayside' });
    expect(again.body.records).toEqual([{ line: 1, outcome: 'unchanged' }]);
  });

  test('an organization, its agreement, its license ID and an order come together, in any order', async () => {
    const partner = await muniment.newPartner();
    const number = `O-${unique()}`;
    const agreementNumber = `A-${unique()}`;
    const licenseId = newLicenseId();
    const { body } = await push(
      partner.api,
      order(licenseId),
      {
        type: 'license',
        licenseId,
        organizationNumber: number,
        agreementNumber,
        name: 'Works',
        program: 'Enterprise',
        startDate: '2026-01-01',
        endDate: '2028-12-31',
        country: 'SE',
        contacts: { primaryContact: { displayName: 'Ana Lind', email: 'ana.lind@corvane.example' } },
      },
      {
        type: 'agreement',
        number: agreementNumber,
        organizationNumber: number,
        name: 'Master',
        contacts: {},
      },
      { type: 'organization', number, name: 'Corvane Textiles' },
    );
    expect(body.records.map(({ line, outcome }) => [line, outcome])).toEqual([
      [1, 'created'],
      [2, 'created'],
      [3, 'created'],
      [4, 'created'],
    ]);
    expect((await ledgerOf(number)).map(({ event }) => event)).toEqual([
      'organization.created',
      'agreement.created',
      'license.set-up',
      'records.saved',
    ]);
  });

  test('a request is one entry in the ledger of each organization, license ID by license ID (B5)', async () => {
    const partner = await muniment.newPartner();
    const [one, two] = [await partner.organization(), await partner.organization()];
    const [first, second, third] = [await one.license(), await one.license(), await two.license()];
    const orders = [order(first), order(first), order(second), order(third)];
    await push(partner.api, ...orders, { type: 'weather' });
    await push(partner.api, ...orders);
    const ofOne = (await ledgerOf(one.number)).filter(({ event }) => event === 'records.saved');
    const ids = [await idOf(first), await idOf(second)];
    expect(ofOne).toEqual([
      {
        event: 'records.saved',
        actor: 'partner',
        licenseIds: [...ids].sort(),
        details: {
          saved: [
            { licenseId: ids[0], type: 'order', created: 2, updated: 0 },
            { licenseId: ids[1], type: 'order', created: 1, updated: 0 },
          ],
        },
      },
    ]);
    expect((await ledgerOf(two.number)).filter(({ event }) => event === 'records.saved')).toHaveLength(1);
  });

  test('the publisher pushes for any partner, and sets nothing up', async () => {
    const organization = await (await muniment.newPartner()).organization();
    const licenseId = await organization.license({ contact: 'ana.lind@corvane.example' });
    const facts = {
      organizationNumber: organization.number,
      name: 'Works, renamed',
      program: 'Select',
      startDate: '2026-01-01',
      endDate: '2031-12-31',
      country: 'SE',
      contacts: { primaryContact: { displayName: 'Ana Lind', email: 'ana.lind@corvane.example' } },
    };
    const { body } = await push(
      muniment.publisher,
      order(licenseId),
      { type: 'license', licenseId, ...facts },
      { type: 'license', licenseId: newLicenseId(), ...facts },
      { type: 'organization', number: organization.number, name: 'Corvane, renamed' },
      { type: 'organization', number: `O-${unique()}`, name: 'Corvane' },
    );
    expect(body.records.map(({ outcome, pointer }) => [outcome, pointer])).toEqual([
      ['created', undefined],
      ['updated', undefined],
      ['rejected', '/licenseId'],
      ['updated', undefined],
      ['rejected', '/number'],
    ]);
    expect(new Set((await ledgerOf(organization.number)).slice(2).map(({ actor }) => actor))).toEqual(
      new Set(['publisher']),
    );
  });

  test('the same Idempotency-Key saves once, and answers the same', async () => {
    const organization = await (await muniment.newPartner()).organization();
    const body = { records: [{ line: 7, record: order(await organization.license()) }] };
    const call = () => organization.partner.api.call(pushRecords, { body, idempotencyKey: 'import-1' });
    const [first, again] = [await call(), await call()];
    expect(first.body.records).toEqual([{ line: 7, outcome: 'created' }]);
    expect(again.body).toEqual(first.body);
  });
});

function keyOf(licenseId: string) {
  const key = 'CDFGH-23467-JKMNP-QRTVW-PX7W4';
  return { type: 'key', licenseId, keyNumber: unique(), keyType: 'mak', key };
}

test('a record that is nested without end is refused before anything writes it again', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const answer = await muniment.publisher.send('POST', '/v1/partner/records', {
    body: `{"records":[{"line":1,"record":{"type":"product","a":${deep}}}]}`,
    headers: { 'idempotency-key': 'deep' },
  });
  expect(answer).toMatchObject({ status: 400, problemId: 'invalid-request' });
  expect(answer.problem.errors).toEqual([
    { pointer: '/records/0/record', detail: 'It is nested too deeply.' },
  ]);
});

test('whoever is no partner and no publisher pushes nothing', async () => {
  const organization = await (await muniment.newPartner()).organization();
  const admin = await organization.administrator();
  expect(await push(admin.api, order(admin.licenseId))).toMatchObject({
    status: 404,
    problemId: 'not-found',
  });
  expect(await push(muniment.nobody, order(admin.licenseId))).toMatchObject({ status: 401 });
});
