import type { ColumnType, Generated } from 'kysely';

type Fixed<T> = ColumnType<T, T, never>;

export interface HomeUseEntitlementTable {
  organization_id: Fixed<string>;
  license_id: Fixed<string>;
  total: number;
  used: number;
  updated_at: Date;
}

/** There is none before its terms were accepted. */
export interface HomeUseProgramTable {
  organization_id: Fixed<string>;
  license_id: Fixed<string>;
  version: Generated<number>;
  terms_version: string;
  terms_accepted_at: Date;
  terms_accepted_by: string;
  contact_name: string | null;
  contact_email: string | null;
  /** In their ASCII form. */
  domains: Generated<string[]>;
  /** null: the program is not active. */
  sealed_access_code: string | null;
  access_code_hash: Buffer | null;
  code_made_at: Date | null;
  deactivated_at: Date | null;
}
