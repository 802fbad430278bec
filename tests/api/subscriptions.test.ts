import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import {
  changeSubscription,
  exportSubscriptions,
  getSubscription,
  listLicenseSubscriptions,
  listSubscriptionRequests,
  listSubscriptions,
  putSubscription,
  SUBSCRIPTION_SORTS,
} from '@muniment/contract/subscriptions.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let stranger: Member;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  stranger = await (await (await muniment.newPartner()).organization()).administrator();
  for (const [partNumber, name] of [
    ['CLD-PRO', 'Cloudbench Pro'],
    ['CLD-ONE', 'Cloudbench One'],
  ] as const) {
    const body = { name, family: 'Cloudbench', version: '1', pool: 'servers' as const };
    await muniment.publisher.call(putProduct, { params: { partNumber }, body });
  }
});
afterAll(() => muniment.stop());

const FACTS = {
  partNumber: 'CLD-PRO',
  quantity: 100,
  assigned: 60,
  minimumQuantity: 50,
  maximumQuantity: 500,
  endsOn: '2031-03-31',
  autoRenew: true,
};

function record(licenseId: string, subscriptionNumber: string, more: object = {}) {
  return { type: 'subscription', licenseId, subscriptionNumber, ...FACTS, ...more };
}

async function push(...records: object[]) {
  const body = { records: records.map((one, index) => ({ line: index + 1, record: one })) };
  const answer = await organization.partner.api.call(pushRecords, { body });
  return answer.body.records.map(({ outcome, pointer }) => pointer ?? outcome);
}

/** Somebody who manages one subscription, and what identifies it. */
async function scene(more: object = {}) {
  const admin = await organization.administrator();
  const { licenseId } = admin;
  expect(await push(record(licenseId, 'S-1', more))).toEqual(['created']);
  const { body } = await admin.api.call(listSubscriptions, {});
  const params = { licenseId, subscriptionId: body.items[0]?.id ?? '' };
  return {
    admin,
    licenseId,
    params,
    read: () => admin.api.call(getSubscription, { params }),
    ask: (wanted: { quantity?: number; autoRenew?: boolean }, ifMatch?: string) =>
      admin.api.call(changeSubscription, {
        params,
        body: wanted,
        ...(ifMatch === undefined ? {} : { ifMatch }),
      }),
    says: (facts: object = {}) => push(record(licenseId, 'S-1', { ...more, ...facts })),
    ledger: async () => {
      const { items } = (await admin.api.call(listLedger, { query: { licenseId } })).body;
      return items
        .filter(({ event }) => event.startsWith('subscription.'))
        .map(({ event, details }) => ({ event, details: details as { subscriptions: object[] } }));
    },
  };
}

test('W7 R10 the list holds the subscriptions that a role opens, with assigned of total, status and its day', async () => {
  const admin = await organization.administrator({ licenses: 2 });
  const [first = '', second = ''] = admin.licenseIds;
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  expect(
    await push(
      record(first, 'S-A', { endsOn: '2031-01-01' }),
      record(first, 'S-B', { autoRenew: false, endsOn: soon, partNumber: 'CLD-ONE' }),
      record(second, 'S-C', { suspended: true, endsOn: '2030-01-01', assigned: 3 }),
      record(second, 'S-D', { endsOn: '2026-01-01' }),
    ),
  ).toEqual(['created', 'created', 'created', 'created']);
  const all = (await admin.api.call(listSubscriptions, {})).body;
  expect(all.total).toBe(4);
  expect(all.items.map(({ subscriptionNumber, status }) => [subscriptionNumber, status])).toEqual([
    ['S-B', 'ending'],
    ['S-C', 'suspended'],
    ['S-A', 'active'],
    ['S-D', 'expired'],
  ]);
  expect(all.items[0]).toMatchObject({
    product: 'Cloudbench One',
    licenseId: first,
    assigned: 60,
    quantity: 100,
    endsOn: soon,
    autoRenew: false,
    requested: null,
    declined: null,
  });

  const manager = await organization.colleague(admin, {
    licenseIds: [first],
    roles: ['online-services-manager'],
  });
  const numbers = async (query: QueryOf<typeof listSubscriptions>) =>
    (await manager.api.call(listSubscriptions, { query })).body.items.map((one) => one.subscriptionNumber);
  expect(await numbers({})).toEqual(['S-B', 'S-A']);
  expect(await numbers({ q: 'cloudbench one' })).toEqual(['S-B']);
  expect(await numbers({ status: 'active' })).toEqual(['S-A']);
  expect(await numbers({ autoRenew: false })).toEqual(['S-B']);
  expect(await numbers({ endsFrom: '2030-12-31', endsTo: '2031-01-01' })).toEqual(['S-A']);
  expect(await numbers({ licenseId: second })).toEqual([]);
  for (const sort of SUBSCRIPTION_SORTS) {
    const query = { sort, limit: 3 };
    const page = (await admin.api.call(listSubscriptions, { query })).body;
    const rest = await admin.api.call(listSubscriptions, {
      query: { ...query, cursor: page.nextCursor ?? '' },
    });
    const names = [...page.items, ...rest.body.items].map((one) => one.subscriptionNumber);
    expect({ sort, names: names.sort() }).toEqual({ sort, names: ['S-A', 'S-B', 'S-C', 'S-D'] });
  }
  const viewer = await organization.colleague(admin, { roles: ['licensing-info-viewer'] });
  expect((await viewer.api.call(listSubscriptions, {})).body.items).toEqual([]);

  const csv = (await manager.api.call(exportSubscriptions, { query: { status: 'ending' } })).text;
  expect(csv.replace('\ufeff', '').trimEnd().split('\r\n').slice(1)).toEqual([
    `${first},S-B,CLD-ONE,Cloudbench One,60,100,ending,${soon},off,,`,
  ]);
});

test('W7 R10 a foreign, an unknown and an unopened license ID are the same answer to whatever is asked', async () => {
  const { admin, params } = await scene();
  const viewer = await organization.colleague(admin, { roles: ['licensing-info-viewer'] });
  const said = new Set<string>();
  for (const licenseId of [admin.licenseId, stranger.licenseId, 'L-UNKNOWN']) {
    const of = { ...params, licenseId };
    for (const answer of [
      await viewer.api.call(getSubscription, { params: of }),
      await viewer.api.call(listLicenseSubscriptions, { params: { licenseId }, query: {} }),
      await viewer.api.call(changeSubscription, { params: of, body: { quantity: 1 }, ifMatch: '"x"' }),
    ]) {
      expect(answer).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
      said.add(JSON.stringify({ ...answer.problem, instance: '' }));
    }
  }
  expect(said.size).toBe(1);
  const other = await organization.license();
  expect(
    await admin.api.call(getSubscription, { params: { ...params, subscriptionId: other } }),
  ).toMatchObject({ status: 404, problemId: 'not-found' });
});

test('W7 B5 a change waits beside what the publisher says, and is in the ledger with before and after', async () => {
  const { ask, read, ledger, params } = await scene();
  const asked = await ask({ quantity: 120, autoRenew: false });
  expect(asked.body).toMatchObject({
    quantity: 100,
    autoRenew: true,
    status: 'active',
    requested: { quantity: 120, autoRenew: false },
  });
  expect((await read()).etag).toBe(asked.etag);
  expect(await ledger()).toMatchObject([
    {
      event: 'subscription.change-requested',
      details: {
        subscriptions: [
          {
            subscriptionId: params.subscriptionId,
            before: { quantity: 100, autoRenew: true },
            after: { quantity: 120, autoRenew: false },
          },
        ],
      },
    },
  ]);
  // Asked again, nothing changes; asked for what is so, nothing waits.
  expect((await ask({ quantity: 120 })).etag).toBe(asked.etag);
  expect(await ledger()).toHaveLength(1);
  expect((await ask({ quantity: 100, autoRenew: true })).body.requested).toBeNull();
});

test.each([
  ['below what is assigned', { minimumQuantity: 10 }, 59, 'at least 60, since so many are assigned.'],
  ['below the minimum', { assigned: 5 }, 49, 'at least 50, by the contract.'],
  ['above the maximum', {}, 501, 'at most 500, by the contract.'],
])(
  'W7 a quantity %s is refused with the field and the bound, and changes nothing',
  async (_what, facts, quantity, detail) => {
    const { ask, read } = await scene(facts);
    const before = await read();
    const refused = await ask({ quantity });
    expect(refused).toMatchObject({ status: 409, problemId: 'quantity-out-of-bounds' });
    expect(refused.problem.errors).toEqual([{ pointer: '/quantity', detail }]);
    expect((await read()).etag).toBe(before.etag);
  },
);

test('W7 nothing changes after the end; a suspended one keeps its quantity', async () => {
  const ended = await scene({ endsOn: '2026-01-31' });
  for (const wanted of [{ quantity: 120 }, { autoRenew: false }]) {
    const refused = await ended.ask(wanted);
    expect(refused).toMatchObject({ status: 409, problemId: 'subscription-not-changeable' });
    expect(refused.problem.detail).toBe('It ended on 2026-01-31.');
  }
  const suspended = await scene({ suspended: true });
  expect(await suspended.ask({ quantity: 120 })).toMatchObject({ problemId: 'subscription-not-changeable' });
  expect((await suspended.ask({ autoRenew: false })).status).toBe(200);
});

test('W7 of two who change what they read at once one wins, the other is told that it is stale', async () => {
  const { ask, read, ledger } = await scene();
  const { etag } = await read();
  const answers = await Promise.all([110, 120, 130, 140].map((quantity) => ask({ quantity }, etag)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  const winner = answers.find(({ status }) => status === 200);
  expect((await read()).body.requested).toEqual(winner?.body.requested);
  expect(await ledger()).toHaveLength(1);
  expect((await ask({ quantity: 150 }, '*')).status).toBe(200);
});

test('W7 R10 a role that ends while a change waits for its turn ends the change', async () => {
  const { admin, params } = await scene();
  const manager = await organization.colleague(admin, { roles: ['online-services-manager'] });
  const held = await muniment.db.transaction().execute(async (trx) => {
    await trx
      .selectFrom('subscription')
      .select('id')
      .where('id', '=', params.subscriptionId)
      .forUpdate()
      .execute();
    const change = manager.api.call(changeSubscription, { params, body: { quantity: 120 } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const user = { vlUserId: manager.vlUserId };
    const assignments = [{ user, licenseId: admin.licenseId, roles: [] }];
    expect((await admin.api.call(changeAssignments, { body: { assignments } })).status).toBe(201);
    return { change };
  });
  expect(await held.change).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
});

test('W7 the publisher has the last word: what it says confirms a request, leaves it waiting, or declines it', async () => {
  const { ask, read, says, ledger } = await scene();
  await ask({ quantity: 120, autoRenew: false });
  // Sent again as it was: it waits on.
  expect(await says()).toEqual(['unchanged']);
  expect(await says({ assigned: 61 })).toEqual(['updated']);
  expect((await read()).body.requested).toMatchObject({ quantity: 120, autoRenew: false });
  expect(await says({ assigned: 61, autoRenew: false })).toEqual(['updated']);
  expect((await read()).body).toMatchObject({
    status: 'ending',
    requested: { quantity: 120, autoRenew: null },
  });
  expect(await says({ assigned: 61, autoRenew: false, quantity: 110 })).toEqual(['updated']);
  expect((await read()).body).toMatchObject({ quantity: 110, requested: null, declined: { quantity: 120 } });
  await ask({ quantity: 115 });
  expect((await read()).body).toMatchObject({ declined: null, requested: { quantity: 115 } });
  const declined = { assigned: 61, autoRenew: false, quantity: 110, declineRequest: true };
  expect(await says(declined)).toEqual(['updated']);
  expect(await says(declined)).toEqual(['unchanged']);
  expect((await read()).body).toMatchObject({ requested: null, declined: { quantity: 115 } });
  expect((await ledger()).map(({ event }) => event)).toEqual([
    'subscription.request-settled',
    'subscription.change-requested',
    'subscription.request-settled',
    'subscription.request-settled',
    'subscription.change-requested',
  ]);
});

test('W7 pushes and requests of the same subscription at once all end in an answer, and leave what may wait', async () => {
  const { ask, read, says } = await scene();
  const asked = Array.from({ length: 24 }, (_, index) =>
    index % 2 === 0 ? ask({ quantity: 90 + index }) : says({ quantity: 130 - index, assigned: 60 + index }),
  );
  for (const answer of await Promise.all(asked)) {
    expect(Array.isArray(answer) ? answer : [answer.status, answer.problemId]).toBeOneOf([
      ['updated'],
      ['unchanged'],
      [200, null],
      [409, 'quantity-out-of-bounds'],
    ]);
  }
  const { quantity, assigned, requested } = (await read()).body;
  expect(requested?.quantity ?? quantity).toBeGreaterThanOrEqual(assigned);
});

test('W7 what was read before the publisher spoke is stale', async () => {
  const { ask, read, says } = await scene();
  const { etag } = await read();
  await says({ quantity: 90 });
  expect(await ask({ quantity: 100 }, etag)).toMatchObject({ status: 412, problemId: 'stale-version' });
});

test('W7 partners read what waits on their own license IDs, the publisher all, the oldest first', async () => {
  const partner = await muniment.newPartner();
  const theirs = await partner.organization();
  const admin = await theirs.administrator();
  const body = {
    records: ['S-1', 'S-2', 'S-3'].map((number, line) => ({
      line: line + 1,
      record: record(admin.licenseId, number),
    })),
  };
  await partner.api.call(pushRecords, { body });
  const { items } = (await admin.api.call(listSubscriptions, { query: { sort: 'subscriptionNumber' } })).body;
  for (const { id } of items.toReversed().slice(0, 2)) {
    const params = { licenseId: admin.licenseId, subscriptionId: id };
    await admin.api.call(changeSubscription, { params, body: { quantity: 70 } });
  }
  const first = (await partner.api.call(listSubscriptionRequests, { query: { limit: 1 } })).body;
  const rest = await partner.api.call(listSubscriptionRequests, {
    query: { cursor: first.nextCursor ?? '' },
  });
  expect(rest.body.nextCursor).toBeNull();
  expect([...first.items, ...rest.body.items]).toMatchObject(
    ['S-3', 'S-2'].map((subscriptionNumber) => ({
      organizationNumber: theirs.number,
      licenseId: admin.licenseId,
      subscriptionNumber,
      partNumber: 'CLD-PRO',
      quantity: 100,
      requested: { quantity: 70, autoRenew: null },
    })),
  );
  const all = (await muniment.publisher.call(listSubscriptionRequests, { query: { limit: 1000 } })).body
    .items;
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(first.items.map(({ id }) => id)));
  expect((await stranger.api.call(listSubscriptionRequests, {})).status).toBe(404);
  // What the publisher confirms waits no longer.
  const params = { licenseId: admin.licenseId, subscriptionNumber: 'S-3' };
  const put = await partner.api.call(putSubscription, { params, body: { ...FACTS, quantity: 70 } });
  expect([put.status, put.body]).toEqual([200, { outcome: 'updated' }]);
  expect((await partner.api.call(listSubscriptionRequests, {})).body.items).toHaveLength(1);
});

test('W7 what is wrong with a subscription is told, and loses none of the others', async () => {
  const licenseId = await organization.license();
  expect(
    await push(
      record(stranger.licenseId, 'S-1'),
      record(licenseId, 'S-2', { partNumber: 'NO-SUCH' }),
      record(licenseId, 'S-3', { maximumQuantity: 40 }),
      record(licenseId, 'S-4', { assigned: 101 }),
      record(licenseId, 'S-5', { quantity: -1 }),
      record(licenseId, 'S-6'),
      record(licenseId, 'S-6', { quantity: 99 }),
    ),
  ).toEqual([
    '/licenseId',
    '/partNumber',
    '/maximumQuantity',
    '/assigned',
    '/quantity',
    'created',
    'created',
  ]);
});
