import { listLedger } from '@muniment/contract/ledger.ts';
import { exportServices, listLicenseServices, listServices } from '@muniment/contract/online-services.ts';
import { putOrganization } from '@muniment/contract/partners.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import {
  exportRedemptions,
  getRedemption,
  listRedemptions,
  redeemOffer,
} from '@muniment/contract/redemptions.ts';
import {
  cancelReservation,
  exportReservations,
  getReservation,
  listLicenseReservations,
  listPartnerReservations,
  listReservations,
  putReservationOrder,
  type Reservation,
  reserveService,
} from '@muniment/contract/reservations.ts';
import { addDays, addMonths } from '@muniment/domain/calendar-date.ts';
import { dateIn, startOfDay } from '@muniment/domain/time-zone.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

const ZONE = 'Asia/Tokyo';
const today = () => dateIn(ZONE, new Date());

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment();
  for (const [partNumber, name] of [
    ['OSV-MEET-1', 'Tidewater Meetings'],
    ['OSV-MAIL-1', '=Tidewater Mail'],
  ] as const) {
    const body = { name, family: 'Tidewater', version: 'Online', pool: 'applications' as const };
    await muniment.publisher.call(putProduct, { params: { partNumber }, body });
  }
});
afterAll(() => muniment.stop());
beforeEach(async () => {
  organization = await (await muniment.newPartner()).organization();
  const { number, name } = organization;
  const set = await organization.partner.api.call(putOrganization, {
    params: { number },
    body: { name, timeZone: ZONE },
  });
  expect(set.body.timeZone).toBe(ZONE);
  admin = await organization.administrator({ licenses: 2 });
  await push(
    admin.licenseIds.map((licenseId) => service(licenseId, 'OSV-MEET-1')),
    ['created', 'created'],
  );
});

function service(licenseId: string, partNumber: string, more: object = {}) {
  // The anniversary is out of reach of any usage date.
  return { type: 'service', licenseId, partNumber, seats: 100, anniversary: addMonths(today(), -1), ...more };
}

async function push(records: readonly object[], outcomes: readonly string[], api = organization.partner.api) {
  const lines = records.map((record, index) => ({ line: index + 1, record }));
  const answer = await api.call(pushRecords, { body: { records: lines } });
  expect(answer.body.records.map(({ outcome, detail }) => detail ?? outcome)).toEqual(outcomes);
}

interface Wanted {
  partNumber: string;
  quantity: number;
  usageCountry: string;
  usageDate: string;
}

function ask(wanted: Partial<Wanted> = {}, member = admin, licenseId = member.licenseId) {
  return member.api.call(reserveService, {
    params: { licenseId },
    body: {
      partNumber: 'OSV-MEET-1',
      quantity: 25,
      usageCountry: 'JP',
      usageDate: addDays(today(), 30),
      ...wanted,
    },
  });
}

async function reserved(wanted: Partial<Wanted> = {}): Promise<Reservation> {
  const answer = await ask(wanted);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}

function cancel({ id, licenseId }: Reservation, member = admin, reason = 'Put off') {
  return member.api.call(cancelReservation, { params: { licenseId, reservationId: id }, body: { reason } });
}

const events = async (member: Member) =>
  (await member.api.call(listLedger, { query: {} })).body.items.map(({ event, details }) => ({
    event,
    details,
  }));

describe('W6 reserving', () => {
  test('a service says on which days it may be reserved, in the time zone of its organization', async () => {
    const { items, total } = (await admin.api.call(listServices, { query: {} })).body;
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      partNumber: 'OSV-MEET-1',
      product: 'Tidewater Meetings',
      seats: 100,
      endsOn: null,
      usageDays: { first: today(), last: addMonths(today(), 6), closed: null, timeZone: ZONE },
    });
    const one = await admin.api.call(listLicenseServices, {
      params: { licenseId: admin.licenseId },
      query: {},
    });
    expect(one.body.items.map(({ licenseId }) => licenseId)).toEqual([admin.licenseId]);
    const csv = await admin.api.call(exportServices, { query: { q: 'meetings' } });
    expect(csv.text).toContain(`${admin.licenseId},OSV-MEET-1,Tidewater Meetings,100,`);
  });

  test('it is kept as it was asked for, listed, found, and written down', async () => {
    const made = await reserved();
    expect(made).toMatchObject({
      licenseId: admin.licenseId,
      product: 'Tidewater Meetings',
      quantity: 25,
      usageCountry: 'JP',
      status: 'active',
      cancelableUntil: new Date(startOfDay(ZONE, made.usageDate).getTime() - 72 * 3_600_000).toISOString(),
    });
    const later = await reserved({ quantity: 7, usageDate: addDays(today(), 60) });
    const params = { licenseId: admin.licenseId, reservationId: made.id };
    expect((await admin.api.call(getReservation, { params })).body).toEqual(made);
    const listed = async (query: object) =>
      (await admin.api.call(listReservations, { query })).body.items.map(({ id }) => id);
    expect(await listed({})).toEqual([later.id, made.id]);
    expect(await listed({ sort: 'usageDate' })).toEqual([made.id, later.id]);
    expect(await listed({ sort: '-quantity', status: 'active', q: 'TIDEWATER meet' })).toEqual([
      made.id,
      later.id,
    ]);
    expect(await listed({ licenseId: admin.licenseIds[1] })).toEqual([]);
    const first = await admin.api.call(listReservations, { query: { limit: 1 } });
    expect(first.body).toMatchObject({ total: 2, items: [{ id: later.id }] });
    expect(await listed({ limit: 1, cursor: first.body.nextCursor })).toEqual([made.id]);
    const csv = (await admin.api.call(exportReservations, { query: { sort: 'usageDate' } })).text;
    expect(csv.split('\r\n').slice(1, 3)).toEqual(
      [made, later].map((one) => expect.stringContaining(one.id)),
    );
    expect(await events(admin)).toContainEqual({
      event: 'service.reserved',
      details: {
        reservations: [
          expect.objectContaining({ reservationId: made.id, partNumber: 'OSV-MEET-1', quantity: 25 }),
        ],
      },
    });
  });

  test.each([
    ['yesterday', { usageDate: addDays(today(), -1) }, '/usageDate'],
    ['seven months ahead', { usageDate: addMonths(today(), 7) }, '/usageDate'],
    ['a day more than six months ahead', { usageDate: addDays(addMonths(today(), 6), 1) }, '/usageDate'],
    ['a day that there is not', { usageDate: '2027-02-29' }, '/usageDate'],
    ['no seats', { quantity: 0 }, '/quantity'],
    ['a million', { quantity: 1_000_000 }, '/quantity'],
    ['half a seat', { quantity: 1.5 }, '/quantity'],
    ['a country that there is not', { usageCountry: 'ZZ' }, '/usageCountry'],
  ])('%s is refused, and the field is named', async (_name, wanted, pointer) => {
    const answer = await ask(wanted);
    expect(answer).toMatchObject({ status: 400, problemId: 'invalid-request' });
    expect(answer.problem.errors?.map((error) => error.pointer)).toEqual([pointer]);
  });

  test('the first day and the last one are taken', async () => {
    await reserved({ usageDate: today(), quantity: 1 });
    await reserved({ usageDate: addMonths(today(), 6), quantity: 100_000 });
  });

  test('the last 30 days before the anniversary are closed, the anniversary is not', async () => {
    const anniversary = addDays(today(), 60);
    const before = service(admin.licenseId, 'OSV-MAIL-1', { anniversary: addMonths(anniversary, -24) });
    await push([before], ['created']);
    const partNumber = 'OSV-MAIL-1';
    // Of 29 February, 24 months before is 28 February: then the anniversary is a day earlier.
    const day = addMonths(addMonths(anniversary, -24), 24);
    expect(await ask({ partNumber, usageDate: addDays(day, -30) })).toMatchObject({ status: 400 });
    const refused = await ask({ partNumber, usageDate: addDays(day, -1) });
    expect(refused.problem.detail).toContain(`From ${addDays(day, -30)} to ${addDays(day, -1)}`);
    await reserved({ partNumber, usageDate: addDays(day, -31) });
    await reserved({ partNumber, usageDate: day });
  });

  test('the anniversary is that of the contract where no other is told', async () => {
    const startDate = addMonths(addDays(today(), 40), -36);
    const anniversary = addMonths(startDate, 36);
    const licenseId = await organization.license({ startDate, contact: admin.email });
    await muniment.register(admin.email);
    await push([{ type: 'service', licenseId, partNumber: 'OSV-MEET-1', seats: 1 }], ['created']);
    const { items } = (await admin.api.call(listServices, { query: { licenseId } })).body;
    expect(items.map(({ usageDays }) => usageDays.closed)).toEqual([
      { from: addDays(anniversary, -30), to: addDays(anniversary, -1) },
    ]);
  });

  test('of a product that the license ID has no service of there is nothing to reserve', async () => {
    expect(await ask({ partNumber: 'OSV-MAIL-1' })).toMatchObject({ problemId: 'not-found' });
  });

  test('R10 who may not reserve learns nothing, whether the license ID is theirs, foreign or unknown', async () => {
    const reader = await organization.colleague(admin, { roles: ['product-keys-reader'] });
    const stranger = await (await (await muniment.newPartner()).organization()).administrator();
    const made = await reserved();
    for (const member of [reader, stranger]) {
      const refused = await ask({}, member, admin.licenseId);
      expect(refused).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
      expect(refused.problem.detail).toBe((await ask({}, member, 'NO-SUCH')).problem.detail);
      expect(await cancel(made, member)).toMatchObject({ problemId: 'license-id-not-found' });
      expect((await member.api.call(listReservations, { query: {} })).body.total).toBe(0);
      expect((await member.api.call(exportReservations, { query: {} })).text).not.toContain(made.id);
    }
  });
});

describe('W6 canceling', () => {
  test('up to 72 hours before its usage date, with a reason, once', async () => {
    const made = await reserved({ usageDate: addDays(today(), 4) });
    const canceled = await cancel(made, admin, '  The project was put off. ');
    expect(canceled.body).toMatchObject({
      status: 'canceled',
      cancelReason: 'The project was put off.',
      cancelableUntil: null,
    });
    const again = await cancel(made);
    expect(again).toMatchObject({ status: 409, problemId: 'reservation-not-cancelable' });
    expect((await events(admin))[0]).toMatchObject({ event: 'service.reservation-canceled' });
    expect(JSON.stringify(await events(admin))).not.toContain('put off');
  });

  test('later it is refused, and without a reason', async () => {
    const soon = await reserved({ usageDate: addDays(today(), 3) });
    expect(soon.cancelableUntil).toBeNull();
    expect(await cancel(soon)).toMatchObject({ problemId: 'reservation-not-cancelable' });
    const later = await reserved();
    expect(await cancel(later, admin, ' ')).toMatchObject({ status: 400 });
    expect(await cancel({ ...later, id: admin.vlUserId })).toMatchObject({ problemId: 'not-found' });
    expect(await cancel({ ...later, licenseId: admin.licenseIds[1] as string })).toMatchObject({
      problemId: 'not-found',
    });
  });

  test('what is reserved is not edited', async () => {
    const { licenseId, id } = await reserved();
    const path = `/v1/licenses/${licenseId}/reservations/${id}`;
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect((await admin.api.send(method, path, { body: { quantity: 1 } })).status).toBe(404);
    }
  });
});

describe('W6 the order of a reservation', () => {
  test('makes it ordered, by the partner of its license ID, and then it is not canceled', async () => {
    const made = await reserved();
    const { items } = (
      await organization.partner.api.call(listPartnerReservations, { query: { status: 'active' } })
    ).body;
    expect(items).toEqual([made]);
    const params = { licenseId: made.licenseId, reservationId: made.id };
    const put = (orderNumber: string, api = organization.partner.api) =>
      api.call(putReservationOrder, { params, body: { orderNumber } });
    const foreign = await muniment.newPartner();
    expect(await put('R-1', foreign.api)).toMatchObject({ problemId: 'license-id-not-found' });
    expect((await foreign.api.call(listPartnerReservations, { query: {} })).body.items).toEqual([]);
    expect((await put('R-1')).body).toEqual({ outcome: 'updated' });
    expect((await put('R-1')).body).toEqual({ outcome: 'unchanged' });
    const ordered = (await admin.api.call(getReservation, { params })).body;
    expect(ordered).toMatchObject({ status: 'ordered', orderNumber: 'R-1', cancelableUntil: null });
    expect(await cancel(made)).toMatchObject({ problemId: 'reservation-not-cancelable' });
    const listed = await admin.api.call(listLicenseReservations, {
      params: { licenseId: made.licenseId },
      query: { status: 'ordered', q: 'r-1' },
    });
    expect(listed.body.items).toEqual([ordered]);
  });

  test('of one that is canceled is refused', async () => {
    const made = await reserved();
    await cancel(made);
    const record = { type: 'reservation-order', licenseId: made.licenseId, reservationId: made.id };
    await push([{ ...record, orderNumber: 'R-2' }], ['It was canceled.']);
  });
});

describe('W6 redeeming', () => {
  const offer = (licenseId: string, offerNumber: string, more: object = {}) => ({
    type: 'redemption',
    licenseId,
    offerNumber,
    partNumber: 'OSV-MEET-1',
    quantity: 10,
    ...more,
  });

  test('what is available is redeemed once, and is fixed then', async () => {
    const [first = '', second = ''] = admin.licenseIds;
    await push([offer(first, 'B-1'), offer(second, 'B-1'), offer(first, 'B-2')], Array(3).fill('created'));
    await push([offer(first, 'B-2', { quantity: 12 }), offer(first, 'B-1')], ['updated', 'unchanged']);
    const { items } = (
      await admin.api.call(listRedemptions, { query: { licenseId: first, sort: 'offerNumber' } })
    ).body;
    expect(items).toMatchObject([
      { offerNumber: 'B-1', quantity: 10, status: 'available', redeemedAt: null },
      { offerNumber: 'B-2', quantity: 12, status: 'available' },
    ]);
    const params = { licenseId: first, redemptionId: items[0]?.id ?? '' };
    const redeemed = (await admin.api.call(redeemOffer, { params })).body;
    expect(redeemed).toMatchObject({ offerNumber: 'B-1', status: 'redeemed' });
    expect((await admin.api.call(getRedemption, { params })).body).toEqual(redeemed);
    const again = await admin.api.call(redeemOffer, { params });
    expect(again).toMatchObject({ status: 409, problemId: 'already-redeemed' });
    expect(again.problem.at).toBe(redeemed.redeemedAt);
    await push(
      [offer(first, 'B-1', { quantity: 99 }), offer(first, 'B-1')],
      ['It was redeemed, and stays as it was.', 'unchanged'],
    );
    const elsewhere = { licenseId: second, redemptionId: params.redemptionId };
    expect(await admin.api.call(redeemOffer, { params: elsewhere })).toMatchObject({
      problemId: 'not-found',
    });
    const available = await admin.api.call(listRedemptions, { query: { status: 'available' } });
    expect(available.body.total).toBe(2);
    const csv = (await admin.api.call(exportRedemptions, { query: { status: 'redeemed' } })).text;
    expect(csv).toContain(`${first},B-1,OSV-MEET-1,Tidewater Meetings,10,redeemed,${redeemed.redeemedAt}`);
    expect((await events(admin))[0]).toMatchObject({ event: 'service.redeemed' });
  });

  test('ten times at once it is redeemed once', async () => {
    await push([offer(admin.licenseId, 'B-4')], ['created']);
    const [item] = (await admin.api.call(listRedemptions, { query: {} })).body.items;
    const params = { licenseId: admin.licenseId, redemptionId: item?.id ?? '' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => admin.api.call(redeemOffer, { params })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
    expect((await events(admin)).filter(({ event }) => event === 'service.redeemed')).toHaveLength(1);
  });

  test('R10 only who holds a role that redeems may', async () => {
    await push([offer(admin.licenseId, 'B-3')], ['created']);
    const [item] = (await admin.api.call(listRedemptions, { query: {} })).body.items;
    const viewer = await organization.colleague(admin, { roles: ['licensing-info-viewer'] });
    const params = { licenseId: admin.licenseId, redemptionId: item?.id ?? '' };
    expect(await viewer.api.call(redeemOffer, { params })).toMatchObject({
      problemId: 'license-id-not-found',
    });
    const reader = await organization.colleague(admin, { roles: ['product-keys-reader'] });
    expect((await reader.api.call(redeemOffer, { params })).status).toBe(200);
  });
});

describe('W6 services that a partner pushes', () => {
  test('are those of its own license IDs and of products that there are', async () => {
    const [licenseId = ''] = admin.licenseIds;
    await push(
      [service(licenseId, 'OSV-MEET-1'), service(licenseId, 'NONE'), service('NO-SUCH', 'OSV-MEET-1')],
      [
        'unchanged',
        'The catalog has no product of this part number.',
        'There is no such license ID of yours.',
      ],
    );
    const foreign = await muniment.newPartner();
    await push([service(licenseId, 'OSV-MEET-1')], ['There is no such license ID of yours.'], foreign.api);
    await push([service(licenseId, 'OSV-MEET-1', { seats: 7 })], ['updated'], muniment.publisher);
  });
});

test('W6 the time zone of an organization is one of the IANA database', async () => {
  const { number, name } = organization;
  const put = (timeZone: string) =>
    organization.partner.api.call(putOrganization, { params: { number }, body: { name, timeZone } });
  for (const none of ['Berlin', '+01:00', 'Europe/Atlantis']) {
    const refused = await put(none);
    expect(refused).toMatchObject({ status: 400, problemId: 'invalid-request' });
    expect(refused.problem.errors?.[0]?.pointer).toBe('/timeZone');
  }
  expect((await put('Europe/Berlin')).body.timeZone).toBe('Europe/Berlin');
  const without = await organization.partner.api.call(putOrganization, {
    params: { number },
    body: { name },
  });
  expect(without.body.timeZone).toBe('Europe/Berlin');
});
