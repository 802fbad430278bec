import type { EntitlementType } from '@muniment/domain/license-summary.ts';
import { sql } from 'kysely';
import type { Trx } from '../../database/connect.ts';

export interface PushedEntitlement {
  readonly organizationId: string;
  /** Internal. */
  readonly licenseId: string;
  readonly entitlementNumber: string;
  readonly productId: string;
  readonly type: EntitlementType;
  readonly isGranted: boolean;
  readonly quantity: number;
  readonly softwareAssuranceQuantity: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly softwareAssuranceTo: string | null;
}

/**
 * Saves entitlements, each known by license ID and entitlement number, and named once. Give them in an order that all
 * share, so that two who save the same ones wait for each other instead of for ever.
 *
 * @returns Those that are new or differ; what is as it was is left out.
 */
export async function upsertEntitlements(
  trx: Trx,
  entitlements: readonly (PushedEntitlement & { readonly id: string })[],
): Promise<{ licenseId: string; entitlementNumber: string; isNew: boolean }[]> {
  const { rows } = await sql<{ licenseId: string; entitlementNumber: string; isNew: boolean }>`
    insert into entitlement (
      organization_id, id, license_id, entitlement_number, product_id, type, is_granted, quantity,
      software_assurance_quantity, effective_from, effective_to, software_assurance_to
    )
    select * from unnest(
      ${entitlements.map((one) => one.organizationId)}::uuid[],
      ${entitlements.map((one) => one.id)}::uuid[],
      ${entitlements.map((one) => one.licenseId)}::uuid[],
      ${entitlements.map((one) => one.entitlementNumber)}::text[],
      ${entitlements.map((one) => one.productId)}::uuid[],
      ${entitlements.map((one) => one.type)}::text[],
      ${entitlements.map((one) => one.isGranted)}::boolean[],
      ${entitlements.map((one) => one.quantity)}::integer[],
      ${entitlements.map((one) => one.softwareAssuranceQuantity)}::integer[],
      ${entitlements.map((one) => one.effectiveFrom)}::date[],
      ${entitlements.map((one) => one.effectiveTo)}::date[],
      ${entitlements.map((one) => one.softwareAssuranceTo)}::date[]
    )
    on conflict (organization_id, license_id, entitlement_number) do update
    set product_id = excluded.product_id, type = excluded.type, is_granted = excluded.is_granted,
      quantity = excluded.quantity, software_assurance_quantity = excluded.software_assurance_quantity,
      effective_from = excluded.effective_from, effective_to = excluded.effective_to,
      software_assurance_to = excluded.software_assurance_to, updated_at = now()
    where (entitlement.product_id, entitlement.type, entitlement.is_granted, entitlement.quantity,
        entitlement.software_assurance_quantity, entitlement.effective_from, entitlement.effective_to,
        entitlement.software_assurance_to)
      is distinct from
        (excluded.product_id, excluded.type, excluded.is_granted, excluded.quantity,
        excluded.software_assurance_quantity, excluded.effective_from, excluded.effective_to,
        excluded.software_assurance_to)
    returning license_id as "licenseId", entitlement_number as "entitlementNumber", xmax = 0 as "isNew"
  `.execute(trx);
  return rows;
}
