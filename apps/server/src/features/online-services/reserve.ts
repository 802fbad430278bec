import type { BodyOf } from '@muniment/contract/endpoint.ts';
import type { Reservation, reserveService } from '@muniment/contract/reservations.ts';
import {
  CANCEL_HOURS,
  CLOSED_DAYS,
  cancelableUntil,
  decideCancel,
  decideReservation,
  MONTHS_AHEAD,
  RESERVED_SEATS_MAX,
  type ReservationRefusal,
} from '@muniment/domain/reservations.ts';
import { DEFAULT_TIME_ZONE } from '@muniment/domain/time-zone.ts';
import { validate as isUuid, v7 } from 'uuid';
import type { Member } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { Problem } from '../../problem.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { viewReservation } from './list-reservations.ts';
import { authorOf, holdOpenedLicense } from './opened-license.ts';
import {
  insertReservation,
  lockReservation,
  type ReservationRow,
  selectReservation,
  updateCanceled,
} from './reservation-repository.ts';
import { selectService, selectTimeZone } from './service-repository.ts';

/**
 * Reserves seats of an online service.
 *
 * @throws Problem license-id-not-found; not-found where the license ID has no such service; invalid-request that names
 *   every field which is refused.
 * @source W6, R10, B5
 */
export async function reserve(
  trx: Trx,
  actor: Member,
  licenseId: string,
  wanted: BodyOf<typeof reserveService>,
): Promise<Reservation> {
  const license = await holdOpenedLicense(trx, actor, licenseId, 'service:reserve');
  const service = await selectService(trx, license, wanted.partNumber);
  if (service === null) {
    const detail = 'The license ID has no online service of this part number.';
    throw new Problem('not-found', { detail, errors: [{ pointer: '/partNumber', detail }] });
  }
  const at = await currentTime(trx);
  const timeZone = (await selectTimeZone(trx, license.organizationId)) ?? DEFAULT_TIME_ZONE;
  const facts = { now: at, timeZone, anniversary: service.anniversary };
  refuse(decideReservation(facts, wanted));

  const { quantity, usageCountry, usageDate } = wanted;
  const id = v7();
  const reservation = {
    id,
    serviceId: service.id,
    quantity,
    usageCountry,
    usageDate,
    at,
    vlUserId: actor.vlUserId,
  };
  await insertReservation(trx, license, reservation);
  const made = await selectReservation(trx, license, id);
  if (made === null) throw new Error('The reservation is not there');
  await appendToLedger(trx, license.organizationId, authorOf(actor), at, {
    event: 'service.reserved',
    version: 1,
    licenseIds: [license.id],
    details: {
      reservations: [
        {
          licenseId: license.id,
          reservationId: id,
          partNumber: service.partNumber,
          quantity,
          usageCountry,
          usageDate,
        },
      ],
    },
  });
  return viewReservation(made, at);
}

function refuse(refusals: readonly ReservationRefusal[]): void {
  if (refusals.length === 0) return;
  const errors = refusals.map((refusal) => ({ pointer: `/${refusal.field}`, detail: detailOf(refusal) }));
  const [first] = errors;
  throw new Problem('invalid-request', { detail: `${first?.pointer}: ${first?.detail}`, errors });
}

function detailOf(refusal: ReservationRefusal): string {
  switch (refusal.kind) {
    case 'out-of-bounds':
      return `Give a whole number from 1 to ${RESERVED_SEATS_MAX}.`;
    case 'no-country':
      return 'There is no country of this code (ISO 3166-1 alpha-2).';
    case 'no-day':
      return 'There is no such day.';
    case 'past':
      return `This day is over. The first one is today, ${refusal.days.first}.`;
    case 'too-far':
      return `This is more than ${MONTHS_AHEAD} months ahead. The last day is ${refusal.days.last}.`;
    case 'before-anniversary':
      return `From ${refusal.days.closed?.from} to ${refusal.days.closed?.to}, the last ${CLOSED_DAYS} days before the anniversary, nothing is reserved.`;
  }
}

/**
 * Cancels a reservation.
 *
 * @throws Problem license-id-not-found, not-found, reservation-not-cancelable.
 * @source W6, R10, B5
 */
export async function cancel(
  trx: Trx,
  actor: Member,
  { licenseId, reservationId }: { readonly licenseId: string; readonly reservationId: string },
  reason: string,
): Promise<Reservation> {
  const license = await holdOpenedLicense(trx, actor, licenseId, 'service:reserve');
  if (!isUuid(reservationId) || !(await lockReservation(trx, license, reservationId))) {
    throw new Problem('not-found');
  }
  const at = await currentTime(trx);
  const before = await readReservation(trx, license, reservationId);
  const { status, usageDate } = before;
  const timeZone = before.timeZone ?? DEFAULT_TIME_ZONE;
  const refusal = decideCancel({ now: at, timeZone, status, usageDate });
  if (refusal !== null) {
    const until = cancelableUntil(usageDate, timeZone).toISOString();
    throw new Problem('reservation-not-cancelable', {
      detail: {
        canceled: 'It is canceled already.',
        ordered: 'It was ordered: ask whoever sold you the service.',
        'too-late': `It could be canceled until ${until}, ${CANCEL_HOURS} hours before its usage date begins.`,
      }[refusal],
    });
  }
  await updateCanceled(trx, license.organizationId, before.id, {
    at,
    vlUserId: actor.vlUserId,
    reason: reason.trim(),
  });
  const after = await readReservation(trx, license, before.id);
  await appendToLedger(trx, license.organizationId, authorOf(actor), at, {
    event: 'service.reservation-canceled',
    version: 1,
    licenseIds: [license.id],
    details: { reservations: [{ licenseId: license.id, reservationId: before.id }] },
  });
  return viewReservation(after, at);
}

async function readReservation(
  trx: Trx,
  license: { readonly organizationId: string; readonly id: string },
  reservationId: string,
): Promise<ReservationRow> {
  const row = await selectReservation(trx, license, reservationId);
  if (row === null) throw new Error('The reservation is not there');
  return row;
}
