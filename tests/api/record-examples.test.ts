import { pushRecords } from '@muniment/contract/records.ts';
import { reserveService } from '@muniment/contract/reservations.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECORD_KINDS } from '../../apps/server/src/features/records/kinds.ts';
import type { Api } from '../support/api.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { type RecordExample, readRecordExamples } from './record-examples.ts';

let muniment: Muniment;
let examples: RecordExample[];
beforeAll(async () => {
  muniment = await startMuniment();
  examples = await readRecordExamples();
});
afterAll(() => muniment.stop());

const push = (api: Api, records: readonly object[]) =>
  api.call(pushRecords, { body: { records: records.map((record, place) => ({ line: place + 1, record })) } });

function dayIn(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

test('every type of record has an example in the how-to', () => {
  const types = new Set(examples.map(({ type }) => type));
  expect(types).toEqual(new Set(RECORD_KINDS.map(({ type }) => type)));
});

test('every example of the how-to is taken, in the order of the page', async () => {
  const ofPublisher = new Set(RECORD_KINDS.flatMap(({ by, type }) => (by === 'publisher' ? [type] : [])));
  const catalog = examples.filter(({ type }) => ofPublisher.has(type));
  const answer = await push(muniment.publisher, catalog);
  expect(answer.body.records.filter(({ outcome }) => outcome !== 'created')).toEqual([]);

  const partner = await muniment.newPartner();
  const contracts = examples.filter(({ type }) => !ofPublisher.has(type) && type !== 'reservation-order');
  const saved = await push(partner.api, contracts);
  expect(saved.body.records.filter(({ outcome }) => outcome !== 'created')).toEqual([]);

  // Of a reservation only its own id can be ordered.
  const ordered = examples.find(({ type }) => type === 'reservation-order');
  const contact = 'ines.valdivia@corvane.example';
  await muniment.register(contact);
  const api = muniment.as(await muniment.personToken(contact, '30118'));
  // Far from the anniversary, in whose last days nothing is reserved.
  const service = examples.find(({ type }) => type === 'service');
  await push(partner.api, [{ ...service, anniversary: dayIn(-150) }]);
  const usageDate = dayIn(2);
  const reserved = await api.call(reserveService, {
    params: { licenseId: ordered?.licenseId ?? '' },
    body: { partNumber: 'OSV-MEET-1', quantity: 5, usageCountry: 'PT', usageDate },
  });
  expect(reserved.status).toBe(201);
  const order = await push(partner.api, [{ ...ordered, reservationId: reserved.body.id }]);
  expect(order.body.records).toEqual([{ line: 1, outcome: expect.stringMatching(/created|updated/) }]);
});
