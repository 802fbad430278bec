const lists = {
  license: 'only under this license ID',
  limit: 'this many at most',
  csv: 'write them to this file as CSV',
};
const license = 'the license ID that it is under';

/** The help of `vl services`. */
export const serviceHelp = {
  about: 'List the online services that you may reserve, and for which days.',
  options: {
    ...lists,
    q: 'only with this text in product, part number or license ID',
    sort: 'order of the list (default: product)',
  },
  examples: ['vl services', 'vl services --license 12345678', 'vl services --csv services.csv'],
  reservations: {
    about: 'List the reservations under the license IDs on which you may reserve services.',
    options: {
      ...lists,
      q: 'only with this text in product, part number, license ID or order number',
      status: 'only of this status',
      sort: 'order of the list (default: -reservedAt)',
    },
    examples: ['vl services reservations --status active', 'vl services reservations --csv reservations.csv'],
  },
  reserve: {
    summary: 'Reserve seats of an online service.',
    about:
      'Reserve seats of an online service, for a usage date from today to six months ahead, but not in the last 30 ' +
      'days before the anniversary. A reservation is not edited; it can be canceled up to 72 hours before that day.',
    service: 'part number of the service',
    options: {
      license,
      quantity: 'how many seats, up to 100,000',
      country: 'where they are used, such as NO (ISO 3166-1)',
      date: 'the first day of their use, such as 2027-01-15',
      yes: 'reserve without asking',
    },
    examples: [
      'vl services reserve OSV-MEET-1 --license 12345678 --quantity 25 --country NO --date 2027-01-15',
      'vl services reserve OSV-MEET-1 --license 12345678 --quantity 25 --country NO --date 2027-01-15 --yes --json',
    ],
  },
  cancel: {
    about: 'Cancel a reservation, up to 72 hours before its usage date begins.',
    reservation: 'id of a reservation',
    options: { license, reason: 'why; whoever may reserve there reads it', yes: 'cancel without asking' },
    examples: [
      'vl services cancel 0197f2b8-1c55-7d0e-9c1a-5b1f6a0e3c77 --license 12345678 --reason "Put off to spring"',
    ],
  },
  activations: {
    about: 'List the keys that were used under the license IDs on which you may activate services.',
    options: {
      ...lists,
      q: 'only with this text in product, part number, license ID or the last five characters',
      sort: 'order of the list (default: -activatedAt)',
    },
    examples: ['vl services activations', 'vl services activations --q PX7W4'],
  },
  activate: {
    summary: 'Use a product key for an online service.',
    about:
      'Use a product key for an online service. The key is typed at a question or piped in, where no process list ' +
      'shows it.',
    options: {
      license: 'the license ID that it is used for',
      choice: 'add-seats: the key adds its seats; renew: it renews the service for 12 months',
      yes: 'use it without asking',
    },
    examples: [
      'vl services activate --license 12345678 --choice add-seats',
      'printf %s "$KEY" | vl services activate --license 12345678 --choice renew --yes',
    ],
  },
  redemptions: {
    about: 'List what may be redeemed, or was, under the license IDs on which you may redeem services.',
    options: {
      ...lists,
      q: 'only with this text in product, part number, license ID or offer number',
      status: 'only of this status',
      sort: 'order of the list (default: status)',
    },
    examples: ['vl services redemptions --status available'],
  },
  redeem: {
    about: 'Redeem an offer, once and for good.',
    offer: 'offer number, or the id of a redemption',
    options: { license, yes: 'redeem without asking' },
    examples: ['vl services redeem B-2041 --license 12345678'],
  },
} as const;
