import { ReservationOrderRecord } from '@muniment/contract/reservations.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { ownLicenses, unknownLicenseId } from '../records/own-licenses-service.ts';
import type { RecordActor, RecordKind, Saved } from '../records/record-kind.ts';
import { lockReservations, type ReservationOrder, updateOrdered } from './reservation-repository.ts';

/** Orders that came in for reservations, as partners and the publisher push them. @source W6 */
export const reservationOrderKind: RecordKind<typeof ReservationOrderRecord> = {
  type: 'reservation-order',
  schema: ReservationOrderRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) => saveOrders(trx, actor, records),
};

async function saveOrders(
  trx: Trx,
  actor: RecordActor,
  records: readonly ReservationOrderRecord[],
): Promise<Saved[]> {
  const licenses = await ownLicenses(
    trx,
    actor,
    records.map(({ licenseId }) => licenseId),
  );
  const read = records.map((record): ReservationOrder | Saved => {
    const license = licenses.get(record.licenseId);
    if (license === undefined) return unknownLicenseId;
    const { organizationId, id: licenseId } = license;
    const reservationId = record.reservationId.toLowerCase();
    return { organizationId, licenseId, reservationId, orderNumber: record.orderNumber.trim() };
  });
  const wanted = new Map(read.flatMap((one) => ('outcome' in one ? [] : [[keyOf(one), one]])));
  const known = await lockReservations(trx, [...wanted.values()]);
  const outcomeOf = (one: ReservationOrder): Saved => {
    const before = known.get(keyOf(one));
    const refuse = (detail: string): Saved => ({ outcome: 'rejected', pointer: '/reservationId', detail });
    if (before === undefined) return refuse('The license ID has no such reservation.');
    if (before.status === 'canceled') return refuse('It was canceled.');
    const { organizationId, licenseId } = one;
    const isAsBefore = before.orderNumber === wanted.get(keyOf(one))?.orderNumber;
    return { outcome: isAsBefore ? 'unchanged' : 'updated', organizationId, licenseId };
  };
  const changed = [...wanted.values()].filter((one) => outcomeOf(one).outcome === 'updated');
  if (changed.length > 0) await updateOrdered(trx, changed, await currentTime(trx));
  return read.map((one) => ('outcome' in one ? one : outcomeOf(one)));
}

function keyOf(one: { readonly licenseId: string; readonly reservationId: string }): string {
  return `${one.licenseId} ${one.reservationId}`;
}
