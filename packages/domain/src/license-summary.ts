/** What an entitlement can be. @source W4 */
export const ENTITLEMENT_TYPES = [
  'license',
  'license-and-software-assurance',
  'software-assurance',
  'step-up',
  'subscription',
] as const;
export type EntitlementType = (typeof ENTITLEMENT_TYPES)[number];

/** In the order in which a summary shows them. */
export const PRODUCT_POOLS = ['applications', 'systems', 'servers'] as const;
export type ProductPool = (typeof PRODUCT_POOLS)[number];

/** What is told apart in a summary: entitlements that agree in all of it are one row. */
interface SummaryKind {
  readonly family: string;
  readonly version: string;
  readonly pool: ProductPool;
  readonly type: EntitlementType;
  /** Given by the publisher on top of another entitlement, not ordered. */
  readonly granted: boolean;
}

/** So many of a product under a license ID, for a while. Days are YYYY-MM-DD, the last one included. */
export interface Entitlement extends SummaryKind {
  readonly quantity: number;
  readonly softwareAssuranceQuantity: number;
  readonly effectiveFrom: string;
  /** null: for good. */
  readonly effectiveTo: string | null;
  /** null: as long as the entitlement. */
  readonly softwareAssuranceTo: string | null;
}

/** One row of a summary. @source W4 */
export interface SummaryRow extends SummaryKind {
  readonly effectiveQuantity: number;
  readonly activeSoftwareAssuranceQuantity: number;
}

export interface PoolTotal {
  readonly pool: ProductPool;
  readonly effectiveQuantity: number;
  readonly activeSoftwareAssuranceQuantity: number;
}

/**
 * Adds up what counts on a day.
 *
 * @param asOf YYYY-MM-DD.
 * @returns A row for each product family, version, pool, type and whether it was granted, with something that counts;
 *   by pool, family, version and type.
 * @source W4
 */
export function summarizeEntitlements(entitlements: readonly Entitlement[], asOf: string): SummaryRow[] {
  return addUp(
    entitlements
      .filter((one) => isWithin(asOf, one.effectiveFrom, one.effectiveTo))
      .map((one) => ({
        ...kindOf(one),
        effectiveQuantity: one.quantity,
        activeSoftwareAssuranceQuantity: isWithin(asOf, one.effectiveFrom, one.softwareAssuranceTo)
          ? one.softwareAssuranceQuantity
          : 0,
      })),
  );
}

/**
 * Makes one summary of several, of different license IDs say: which they are added up by makes no difference.
 *
 * @source W4
 */
export function addUp(rows: readonly SummaryRow[]): SummaryRow[] {
  const sums = new Map<string, SummaryRow>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = sums.get(key);
    sums.set(key, {
      ...kindOf(row),
      effectiveQuantity: (sum?.effectiveQuantity ?? 0) + row.effectiveQuantity,
      activeSoftwareAssuranceQuantity:
        (sum?.activeSoftwareAssuranceQuantity ?? 0) + row.activeSoftwareAssuranceQuantity,
    });
  }
  return [...sums.values()]
    .filter((row) => row.effectiveQuantity > 0 || row.activeSoftwareAssuranceQuantity > 0)
    .toSorted(byPlace);
}

/** What each pool adds up to, one without rows to zero. @source W4 */
export function totalsOfPools(rows: readonly SummaryRow[]): PoolTotal[] {
  return PRODUCT_POOLS.map((pool) => {
    const of = rows.filter((row) => row.pool === pool);
    return {
      pool,
      effectiveQuantity: of.reduce((sum, row) => sum + row.effectiveQuantity, 0),
      activeSoftwareAssuranceQuantity: of.reduce((sum, row) => sum + row.activeSoftwareAssuranceQuantity, 0),
    };
  });
}

function isWithin(day: string, from: string, to: string | null): boolean {
  return from <= day && (to === null || day <= to);
}

function kindOf({ family, version, pool, type, granted }: SummaryKind): SummaryKind {
  return { family, version, pool, type, granted };
}

function keyOf(kind: SummaryKind): string {
  return JSON.stringify(Object.values(kindOf(kind)));
}

function byPlace(one: SummaryRow, other: SummaryRow): number {
  return (
    PRODUCT_POOLS.indexOf(one.pool) - PRODUCT_POOLS.indexOf(other.pool) ||
    compare(one.family, other.family) ||
    compare(one.version, other.version) ||
    ENTITLEMENT_TYPES.indexOf(one.type) - ENTITLEMENT_TYPES.indexOf(other.type) ||
    Number(one.granted) - Number(other.granted)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
