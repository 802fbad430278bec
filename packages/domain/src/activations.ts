import { addMonths, type CalendarDate } from './calendar-date.ts';

/** What a key of an online service is used for. */
export const ACTIVATION_CHOICES = ['add-seats', 'renew'] as const;
export type ActivationChoice = (typeof ACTIVATION_CHOICES)[number];

/** So long a key renews a service, and so long one lasts that a key begins. */
export const KEY_MONTHS = 12;

/** A service of a license ID, before a key is used for it. */
export interface ServiceFacts {
  readonly seats: number;
  /** The last day; null: none is known. */
  readonly endsOn: CalendarDate | null;
}

export type ActivationDecision =
  | { readonly kind: 'activate'; readonly seatsAdded: number; readonly endsOn: CalendarDate | null }
  | { readonly kind: 'refused'; readonly refusal: 'nothing-to-renew' | 'too-few-seats' | 'ended' };

/**
 * Decides what a key does to the service that it is for.
 *
 * Its seats are added to those that are there; where there is no such service yet, it begins today and lasts 12 months;
 * to one that has ended, none are added. Or it renews the service for 12 months, from the last day that it has, or from today where that is over; but not more
 * seats than the key is for.
 *
 * @param service null: the license ID has no such service.
 * @param today In the organization's time zone.
 * @source W6
 */
export function decideActivation(
  choice: ActivationChoice,
  keySeats: number,
  service: ServiceFacts | null,
  today: CalendarDate,
): ActivationDecision {
  if (choice === 'add-seats') {
    if (service !== null && service.endsOn !== null && service.endsOn < today) {
      return { kind: 'refused', refusal: 'ended' };
    }
    const endsOn = service === null ? addMonths(today, KEY_MONTHS) : service.endsOn;
    return { kind: 'activate', seatsAdded: keySeats, endsOn };
  }
  if (service === null || service.endsOn === null) return { kind: 'refused', refusal: 'nothing-to-renew' };
  if (keySeats < service.seats) return { kind: 'refused', refusal: 'too-few-seats' };
  const from = service.endsOn > today ? service.endsOn : today;
  return { kind: 'activate', seatsAdded: 0, endsOn: addMonths(from, KEY_MONTHS) };
}
