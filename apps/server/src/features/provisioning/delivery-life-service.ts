import type { Queryable } from '../../database/connect.ts';
import { deleteOldDeliveries } from './delivery-life-repository.ts';

/** So long it can be looked up what a system was sent. */
const KEPT_DAYS = 90;

/** Removes deliveries that ended long ago: they name people, and nothing is to be learned from them any more. */
export function removeOldDeliveries(q: Queryable): Promise<void> {
  return deleteOldDeliveries(q, KEPT_DAYS);
}
