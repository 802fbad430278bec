import { activationKeyKind } from './save-keys.ts';
import { redemptionKind } from './save-offers.ts';
import { reservationOrderKind } from './save-reservation-orders.ts';
import { serviceKind } from './save-services.ts';

/** Keys come before services, in which order using a key locks them too. */
export const onlineServiceKinds = [
  activationKeyKind,
  serviceKind,
  redemptionKind,
  reservationOrderKind,
] as const;
