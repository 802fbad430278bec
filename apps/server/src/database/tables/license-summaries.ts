import type { SummaryState } from '@muniment/contract/license-summaries.ts';
import type { EntitlementType, ProductPool } from '@muniment/domain/license-summary.ts';
import type { ColumnType, Generated } from 'kysely';

type Fixed<T> = ColumnType<T, T, never>;

/** So many of a product under a license ID. Dates are YYYY-MM-DD. */
export interface EntitlementTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  license_id: Fixed<string>;
  entitlement_number: Fixed<string>;
  product_id: string;
  type: EntitlementType;
  is_granted: boolean;
  quantity: number;
  software_assurance_quantity: number;
  effective_from: string;
  effective_to: string | null;
  software_assurance_to: string | null;
  created_at: ColumnType<Date, Date | undefined, never>;
  updated_at: ColumnType<Date, Date | undefined, Date>;
}

/** Of one person, who alone reads it. */
export interface LicenseSummaryTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  vl_user_id: Fixed<string>;
  as_of: Fixed<string>;
  state: SummaryState;
  reason: 'gave-up' | null;
  license_count: Fixed<number>;
  done_count: Generated<number>;
  attempts: Generated<number>;
  run_after: Date;
  created_at: Fixed<Date>;
  ended_at: Date | null;
}

export interface LicenseSummaryLicenseTable {
  organization_id: Fixed<string>;
  summary_id: Fixed<string>;
  license_id: Fixed<string>;
  is_done: Generated<boolean>;
}

/** What one license ID adds to a summary. */
export interface LicenseSummaryRowTable {
  organization_id: Fixed<string>;
  summary_id: Fixed<string>;
  license_id: Fixed<string>;
  family: Fixed<string>;
  version: Fixed<string>;
  pool: Fixed<ProductPool>;
  type: Fixed<EntitlementType>;
  is_granted: Fixed<boolean>;
  effective_quantity: Fixed<number>;
  active_software_assurance_quantity: Fixed<number>;
}
