import type { PartnerActor, PublisherActor } from '../src/actor.ts';
import type { Trx } from '../src/database/connect.ts';
import type { HomeUseDeps } from '../src/features/home-use/program-view.ts';
import { RECORD_KINDS } from '../src/features/records/kinds.ts';
import type { RecordDeps } from '../src/features/records/record-kind.ts';
import { saveRecords } from '../src/features/records/save-records.ts';
import { selectDemoContracts } from './demo-repository.ts';
import { HALDEN_NUMBER } from './halden-robotics.ts';
import { tellHomeUse } from './home-use-story.ts';
import { saveInvoiceDocuments } from './invoice-documents.ts';
import type { DemoRecord, DemoRecordContext } from './records/demo-record.ts';
import { downloads } from './records/downloads.ts';
import { entitlements } from './records/entitlements.ts';
import { homeUse } from './records/home-use.ts';
import { invoices } from './records/invoices.ts';
import { keys } from './records/keys.ts';
import { orders } from './records/orders.ts';
import { products } from './records/products.ts';
import { services } from './records/services.ts';
import { subscriptions } from './records/subscriptions.ts';
import { seededRandom } from './seeded-random.ts';
import { tellServices } from './service-story.ts';

/** Each makes the records of one page; those that others name stand before them. */
const GENERATORS: readonly ((context: DemoRecordContext) => readonly DemoRecord[])[] = [
  products,
  orders,
  subscriptions,
  downloads,
  invoices,
  homeUse,
  keys,
  services,
  entitlements,
];

const SEED = 41_006;
const AT_ONCE = 1_000;

/**
 * Fills the demo with what the roles open: products, orders, keys and the rest, pushed by the publisher or the partner
 * of the license ID, as in any other instance.
 *
 * @throws Where a record is refused: the demo shows nothing that the API would not take.
 */
export async function loadDemoRecords(trx: Trx, deps: RecordDeps & HomeUseDeps, now: Date): Promise<void> {
  const contracts = await selectDemoContracts(trx);
  const records = GENERATORS.flatMap((generate, place) =>
    generate({ contracts, now, random: seededRandom(SEED + place) }),
  );
  const ofPublisher = new Set(RECORD_KINDS.flatMap(({ by, type }) => (by === 'publisher' ? [type] : [])));
  await push(
    { kind: 'publisher' },
    records.filter(({ type }) => ofPublisher.has(type)),
  );
  const partnerOf = new Map(contracts.map(({ licenseId, partner }) => [licenseId, partner]));
  const byPartner = Map.groupBy(
    records.filter(({ type }) => !ofPublisher.has(type)),
    ({ licenseId }) => partnerOf.get(String(licenseId)),
  );
  for (const [partner, pushed] of byPartner) {
    if (partner === undefined) throw new Error('A record of the demo names none of its license IDs');
    await push({ kind: 'partner', partner }, pushed);
  }
  await saveInvoiceDocuments(trx, deps, partnerOf, records);
  await tellHomeUse(trx, deps);
  const partnerOfHalden = contracts.find(
    ({ organizationNumber }) => organizationNumber === HALDEN_NUMBER,
  )?.partner;
  if (partnerOfHalden === undefined) throw new Error('The demo has no partner of Halden Robotics');
  await tellServices(trx, deps, { kind: 'partner', partner: partnerOfHalden });

  async function push(actor: PartnerActor | PublisherActor, pushed: readonly DemoRecord[]): Promise<void> {
    for (let from = 0; from < pushed.length; from += AT_ONCE) {
      const piece = pushed.slice(from, from + AT_ONCE);
      const reports = await saveRecords(
        trx,
        deps,
        actor,
        piece.map((record, place) => ({ line: place + 1, record })),
      );
      for (const { line, outcome, pointer, detail } of reports) {
        if (outcome !== 'rejected') continue;
        throw new Error(
          `The demo holds a bad record, ${pointer}: ${detail} ${JSON.stringify(piece[line - 1])}`,
        );
      }
    }
  }
}
