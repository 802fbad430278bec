import type { Activation } from '@muniment/contract/activations.ts';
import type { OnlineService } from '@muniment/contract/online-services.ts';
import type { Redemption } from '@muniment/contract/redemptions.ts';
import type { Reservation } from '@muniment/contract/reservations.ts';
import type { ActivationChoice } from '@muniment/domain/activations.ts';

const counts = new Intl.NumberFormat('en');
const seats = (count: number) => (count === 1 ? '1 seat' : `${counts.format(count)} seats`);

/** What commands about online services print. */
export const serviceMessages = {
  noServices: 'There are no such online services.',
  noReservations: 'There are no such reservations.',
  noActivations: 'There are no such activations.',
  noRedemptions: 'There is nothing of this to redeem.',
  notFound: (offer: string, licenseId: string) => `${licenseId} has nothing to redeem of the number ${offer}`,
  needsYes: 'Nobody is here to confirm. Add --yes to do it without a question.',
  statuses: {
    active: 'Active',
    canceled: 'Canceled',
    ordered: 'Ordered',
    available: 'Available',
    redeemed: 'Redeemed',
  },
  choices: { 'add-seats': 'Seats added', renew: 'Renewed' },
  days: ({ usageDays: { first, last, closed } }: OnlineService) =>
    closed === null ? `${first} to ${last}` : `${first} to ${last}, not ${closed.from} to ${closed.to}`,
  reserving: (partNumber: string, licenseId: string, quantity: number, country: string, date: string) =>
    `Reserve ${seats(quantity)} of ${partNumber} under ${licenseId}, for use in ${country} from ${date}? [y/N] `,
  reserved: ({ id, product, quantity, usageDate, cancelableUntil }: Reservation) =>
    `Reserved ${seats(quantity)} of ${product} from ${usageDate}: ${id}. ${
      cancelableUntil === null
        ? 'It can no longer be canceled.'
        : `It can be canceled until ${cancelableUntil}.`
    }`,
  canceling: ({ product, quantity, usageDate }: Reservation) =>
    `Cancel ${seats(quantity)} of ${product} from ${usageDate}, for good? [y/N] `,
  canceled: ({ product, quantity }: Reservation) => `Canceled ${seats(quantity)} of ${product}.`,
  askKey: 'Product key: ',
  keyWrong: (group: number) => `Group ${group} of the key is wrong`,
  keyHint: 'A key has five groups of five characters; the fifth one checks the others.',
  using: (licenseId: string, choice: ActivationChoice) =>
    choice === 'renew'
      ? `Renew the service of this key under ${licenseId} for 12 months? [y/N] `
      : `Add the seats of this key under ${licenseId}? [y/N] `,
  used: ({ product, seats: added, choice, licenseId, endsOn }: Activation) =>
    choice === 'renew'
      ? `Renewed ${product} under ${licenseId} to ${endsOn}.`
      : `Added ${seats(added)} of ${product} under ${licenseId}${endsOn === null ? '' : `, to ${endsOn}`}.`,
  redeeming: (offer: string, licenseId: string) =>
    `Redeem ${offer} under ${licenseId}, once and for good? [y/N] `,
  redeemed: ({ offerNumber, product, quantity }: Redemption) =>
    `Redeemed ${offerNumber}: ${counts.format(quantity)} of ${product}.`,
} as const;
