import { PRODUCTS } from '../../apps/server/seed/records/products.ts';

/** What a line of a mixed file is, of each license ID: 19 lines. */
const MIX = {
  license: 1,
  order: 4,
  key: 3,
  entitlement: 4,
  invoice: 2,
  subscription: 1,
  'download-offer': 2,
  'home-use-entitlement': 1,
  service: 1,
} as const;

const LICENSES_OF_ORGANIZATION = 100;
const LETTERS = 'BCDFGHJKMPQRTVWXY2346789';

/** How a mixed file is made up, in words. */
export const MIX_IN_WORDS = Object.entries(MIX)
  .map(([type, count]) => `${count} ${type}`)
  .join(', ');

/** Lines of contracts with all that belongs to them, license ID after license ID. */
export function* mixedRecords(prefix: string, lines: number): Generator<object> {
  let made = 0;
  for (let license = 0; made < lines; license += 1) {
    for (const record of ofLicense(prefix, license)) {
      yield record;
      made += 1;
      if (made === lines) return;
    }
  }
}

/** Lines that set license IDs up, in organizations with a hundred of them. */
export function* setUpRecords(prefix: string, lines: number): Generator<object> {
  for (let license = 0, made = 0; made < lines; license += 1) {
    if (license % LICENSES_OF_ORGANIZATION === 0) {
      yield organizationOf(prefix, license);
      made += 1;
    }
    yield licenseOf(prefix, license);
    made += 1;
  }
}

function* ofLicense(prefix: string, license: number): Generator<object> {
  if (license % LICENSES_OF_ORGANIZATION === 0) yield organizationOf(prefix, license);
  yield licenseOf(prefix, license);
  const licenseId = licenseIdOf(prefix, license);
  const product = (place: number) => PRODUCTS[(license + place) % PRODUCTS.length]?.partNumber ?? '';
  const day = (place: number) => `2026-0${1 + (place % 9)}-1${place % 10}`;
  for (let place = 0; place < MIX.order; place += 1) {
    yield {
      type: 'order',
      licenseId,
      resellerOrderNumber: `NG-${license}-${place}`,
      customerOrderNumber: `PO-${license}-${place}`,
      orderedOn: day(place),
      reseller: 'Northgate Licensing',
      lines: [0, 1, 2].map((line) => ({
        partNumber: product(place + line),
        quantity: 10 + line,
        country: 'SE',
      })),
    };
  }
  for (let place = 0; place < MIX.key; place += 1) {
    yield {
      type: 'key',
      licenseId,
      keyNumber: `K${place}`,
      partNumber: product(place),
      keyType: 'mak',
      key: keyOf(license * MIX.key + place),
      activationsUsed: place,
      activationsTotal: 50,
    };
  }
  for (let place = 0; place < MIX.entitlement; place += 1) {
    yield {
      type: 'entitlement',
      licenseId,
      entitlementNumber: `E${place}`,
      partNumber: product(place),
      entitlementType: 'license',
      quantity: 25,
      effectiveFrom: day(place),
    };
  }
  for (let place = 0; place < MIX.invoice; place += 1) {
    yield {
      type: 'invoice',
      licenseId,
      invoiceNumber: `I-${prefix}${license}-${place}`,
      kind: 'invoice',
      invoiceDate: day(place),
      totalDue: { amount: '12400.00', currency: 'SEK' },
      lines: [
        {
          description: 'Licenses',
          partNumber: product(place),
          quantity: 25,
          unitPrice: '496.00',
          amount: '12400.00',
        },
      ],
    };
  }
  yield {
    type: 'subscription',
    licenseId,
    subscriptionNumber: `S-${license}`,
    partNumber: 'OSV-SUITE-1',
    quantity: 50,
    assigned: 20,
    minimumQuantity: 10,
    maximumQuantity: 500,
    endsOn: '2027-06-30',
    autoRenew: true,
  };
  for (let place = 0; place < MIX['download-offer']; place += 1) {
    yield { type: 'download-offer', licenseId, partNumber: product(place) };
  }
  yield { type: 'home-use-entitlement', licenseId, total: 100, used: 12 };
  yield { type: 'service', licenseId, partNumber: 'OSV-MEET-1', seats: 40, endsOn: '2027-06-30' };
}

function organizationOf(prefix: string, license: number): object {
  const number = organizationNumber(prefix, license);
  return { type: 'organization', number, name: `Corvane Works ${number}` };
}

function licenseIdOf(prefix: string, license: number): string {
  return `${prefix}${String(license).padStart(6, '0')}`;
}

function organizationNumber(prefix: string, license: number): string {
  return `${prefix}${Math.floor(license / LICENSES_OF_ORGANIZATION)}`;
}

function licenseOf(prefix: string, license: number): object {
  const number = organizationNumber(prefix, license);
  return {
    type: 'license',
    licenseId: licenseIdOf(prefix, license),
    organizationNumber: number,
    name: `Works ${license}`,
    program: 'Enterprise',
    startDate: '2026-01-01',
    endDate: '2028-12-31',
    city: 'Malmö',
    country: 'SE',
    contacts: {
      primaryContact: {
        displayName: `Contact ${license % 10}`,
        email: `contact${license % 10}@${number.toLowerCase()}.example`,
      },
    },
  };
}

function keyOf(number: number): string {
  let rest = number;
  const tail = Array.from({ length: 10 }, () => {
    const letter = LETTERS[rest % LETTERS.length] ?? 'B';
    rest = Math.floor(rest / LETTERS.length);
    return letter;
  }).join('');
  return `CDFGH-23467-JKMNP-${tail.slice(0, 5)}-${tail.slice(5)}`;
}
