import { addDays } from '@muniment/domain/calendar-date.ts';
import { checkGroup } from '@muniment/domain/product-key.ts';
import type { Member, PartnerActor } from '../src/actor.ts';
import type { Trx } from '../src/database/connect.ts';
import { listOpenServices } from '../src/features/online-services/list-services.ts';
import { listOpenRedemptions, redeem } from '../src/features/online-services/redeem.ts';
import { cancel, reserve } from '../src/features/online-services/reserve.ts';
import { activate } from '../src/features/online-services/use-key.ts';
import type { RecordDeps } from '../src/features/records/record-kind.ts';
import { saveRecords } from '../src/features/records/save-records.ts';
import { haldenMember } from './halden-member.ts';
import { MARIE_CLAIRE } from './halden-people.ts';

const GROUP = '30551207';

/** Keys of the demo: the first two are used, the others are there to be tried. They stand in how-to/online-services.md. */
const KEYS = [
  ['CDFGH', '23467', 'JKMNP', 'QRTVW'],
  ['MNPQR', '46792', 'TVWXY', 'CDFGH'],
  ['HJKMN', '79234', 'CDFGH', 'PQRTV'],
  ['XYC23', '67923', 'MNPQR', 'TVWXY'],
].map((groups) => [...groups, checkGroup(groups)].join('-'));

/** What Halden's online services manager did: some reservations in each status, two keys used, an offer redeemed. */
export async function tellServices(trx: Trx, deps: RecordDeps, partner: PartnerActor): Promise<void> {
  const actor = await haldenMember(trx, MARIE_CLAIRE);
  await push(trx, deps, partner, [
    ...KEYS.map((key, place) => ({
      type: 'activation-key',
      key,
      partNumber: place % 2 === 0 ? 'OSV-MEET-1' : 'OSV-MAIL-1',
      seats: 25,
    })),
  ]);
  for (const key of KEYS.slice(0, 2)) await activate(trx, actor, GROUP, { key, choice: 'add-seats' });

  const made = [];
  for (const [partNumber, quantity, usageCountry, days] of [
    ['OSV-MEET-1', 40, 'NO', 21],
    ['OSV-MAIL-1', 250, 'SE', 60],
    ['OSV-STORE-1', 12, 'PL', 35],
    ['OSV-SUITE-1', 80, 'NO', 90],
    ['OSV-MEET-1', 5, 'JP', 14],
  ] as const) {
    const usageDate = await openDay(trx, actor, partNumber, days);
    made.push(await reserve(trx, actor, GROUP, { partNumber, quantity, usageCountry, usageDate }));
  }
  const [, ordered, canceled] = made;
  if (ordered === undefined || canceled === undefined) throw new Error('The demo reserved too little');
  const params = { licenseId: GROUP, reservationId: canceled.id };
  await cancel(trx, actor, params, 'The site in Gdańsk opens later than planned.');
  const order = { type: 'reservation-order', licenseId: GROUP, reservationId: ordered.id };
  await push(trx, deps, partner, [{ ...order, orderNumber: 'NG-30117' }]);

  const { items } = await listOpenRedemptions(trx, actor, { status: 'available', limit: 1 });
  const [offer] = items;
  if (offer === undefined) throw new Error('The demo has nothing to redeem');
  await redeem(trx, actor, { licenseId: offer.licenseId, redemptionId: offer.id });
}

/** So many days from today, or behind those that are closed before the anniversary. */
async function openDay(trx: Trx, actor: Member, partNumber: string, days: number): Promise<string> {
  const { items } = await listOpenServices(trx, actor, { licenseId: GROUP, q: partNumber });
  const [service] = items;
  if (service === undefined) throw new Error(`${GROUP} has no ${partNumber}`);
  const { first, closed } = service.usageDays;
  const day = addDays(first, days);
  return closed !== null && day >= closed.from && day <= closed.to ? addDays(closed.to, 1) : day;
}

async function push(trx: Trx, deps: RecordDeps, partner: PartnerActor, records: object[]): Promise<void> {
  const reports = await saveRecords(
    trx,
    deps,
    partner,
    records.map((record, place) => ({ line: place + 1, record })),
  );
  const bad = reports.find(({ outcome }) => outcome === 'rejected');
  if (bad !== undefined) throw new Error(`The demo holds a bad record, ${bad.pointer}: ${bad.detail}`);
}
