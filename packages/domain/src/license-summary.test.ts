import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addUp,
  ENTITLEMENT_TYPES,
  type Entitlement,
  PRODUCT_POOLS,
  summarizeEntitlements,
  totalsOfPools,
} from './license-summary.ts';

const studio: Entitlement = {
  family: 'Castellan',
  version: '2027',
  pool: 'applications',
  type: 'license-and-software-assurance',
  granted: false,
  quantity: 120,
  softwareAssuranceQuantity: 100,
  effectiveFrom: '2026-03-01',
  effectiveTo: null,
  softwareAssuranceTo: '2026-06-30',
};

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const entitlement: fc.Arbitrary<Entitlement> = fc.record({
  family: fc.constantFrom('Castellan', 'Ledgerline', 'Łódź Suite'),
  version: fc.constantFrom('2024', '2027'),
  pool: fc.constantFrom(...PRODUCT_POOLS),
  type: fc.constantFrom(...ENTITLEMENT_TYPES),
  granted: fc.boolean(),
  quantity: fc.nat(1_000_000),
  softwareAssuranceQuantity: fc.nat(1_000_000),
  effectiveFrom: day,
  effectiveTo: fc.option(day),
  softwareAssuranceTo: fc.option(day),
});

describe('W4 what counts on a day', () => {
  test.each([
    ['2026-02-28', []],
    ['2026-03-01', [120, 100]],
    ['2026-06-30', [120, 100]],
    ['2026-07-01', [120, 0]],
  ])('on %s', (asOf, expected) => {
    const rows = summarizeEntitlements([studio], asOf);
    expect(rows.flatMap((row) => [row.effectiveQuantity, row.activeSoftwareAssuranceQuantity])).toEqual(
      expected,
    );
  });

  test('an entitlement counts on its last day and not on the next, and so does its Software Assurance', () => {
    const ending = { ...studio, effectiveTo: '2026-05-31', softwareAssuranceTo: null };
    expect(summarizeEntitlements([ending], '2026-05-31')).toMatchObject([
      { effectiveQuantity: 120, activeSoftwareAssuranceQuantity: 100 },
    ]);
    expect(summarizeEntitlements([ending], '2026-06-01')).toEqual([]);
  });

  test('what was granted stands apart from what was ordered', () => {
    const rows = summarizeEntitlements([studio, { ...studio, granted: true, quantity: 5 }], '2026-07-01');
    expect(rows.map(({ granted, effectiveQuantity }) => [granted, effectiveQuantity])).toEqual([
      [false, 120],
      [true, 5],
    ]);
  });
});

describe('W4 a sum', () => {
  test('is the same in whatever order entitlements come', () => {
    fc.assert(
      fc.property(fc.array(entitlement), day, fc.infiniteStream(fc.nat()), (all, asOf, numbers) => {
        const shuffled = all
          .map((one) => [numbers.next().value as number, one] as const)
          .toSorted(([one], [other]) => one - other)
          .map(([, one]) => one);
        expect(summarizeEntitlements(shuffled, asOf)).toEqual(summarizeEntitlements(all, asOf));
      }),
    );
  });

  test('is the same however license IDs are split', () => {
    fc.assert(
      fc.property(fc.array(fc.array(entitlement)), day, (byLicense, asOf) => {
        const parts = byLicense.map((of) => summarizeEntitlements(of, asOf));
        expect(addUp(parts.flat())).toEqual(summarizeEntitlements(byLicense.flat(), asOf));
      }),
    );
  });

  test('of the pools is the sum of all rows, and loses none', () => {
    fc.assert(
      fc.property(fc.array(entitlement), day, (all, asOf) => {
        const rows = summarizeEntitlements(all, asOf);
        const sum = (of: readonly { effectiveQuantity: number }[]) =>
          of.reduce((total, { effectiveQuantity }) => total + effectiveQuantity, 0);
        expect(sum(totalsOfPools(rows))).toBe(sum(rows));
        const counted = all.filter((one) => one.effectiveFrom <= asOf && (one.effectiveTo ?? asOf) >= asOf);
        expect(sum(rows)).toBe(counted.reduce((total, { quantity }) => total + quantity, 0));
      }),
    );
  });
});
