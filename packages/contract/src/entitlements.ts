import { ENTITLEMENT_TYPES } from '@muniment/domain/license-summary.ts';
import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { CalendarDate, LicenseIdAsked, LicenseIdNumber, Name, strict } from './fields.ts';
import { SavedRecord } from './records.ts';

const QUANTITY_MAX = 1_000_000_000;

const entitlementFacts = {
  partNumber: Name,
  entitlementType: Type.Enum([...ENTITLEMENT_TYPES]),
  granted: Type.Optional(
    Type.Boolean({ default: false, description: 'Given by the publisher on top of another, not ordered.' }),
  ),
  quantity: Type.Integer({ minimum: 0, maximum: QUANTITY_MAX }),
  softwareAssuranceQuantity: Type.Optional(Type.Integer({ minimum: 0, maximum: QUANTITY_MAX, default: 0 })),
  effectiveFrom: CalendarDate,
  effectiveTo: Type.Optional(
    Type.String({ ...CalendarDate, description: 'The last day that counts; left out: for good.' }),
  ),
  softwareAssuranceTo: Type.Optional(
    Type.String({
      ...CalendarDate,
      description: 'The last day of Software Assurance; left out: as long as the entitlement.',
    }),
  ),
};

/**
 * An entitlement as the publisher or the partner pushes it: so many of a product under a license ID. Known by license
 * ID and the publisher's entitlement number.
 *
 * @source W4
 */
export const EntitlementRecord = Type.Object(
  { licenseId: LicenseIdNumber, entitlementNumber: Name, ...entitlementFacts },
  strict,
);
export type EntitlementRecord = Type.Static<typeof EntitlementRecord>;

export const putEntitlement = endpoint({
  id: 'putEntitlement',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId/entitlements/:entitlementNumber',
  summary: 'Save an entitlement: so many of a product, which license summaries add up (W4)',
  needs: 'partner-or-publisher',
  params: Type.Object({ licenseId: LicenseIdAsked, entitlementNumber: Name }),
  body: Type.Object(entitlementFacts, {
    ...strict,
    examples: [
      {
        partNumber: 'CAS-STD-2027',
        entitlementType: 'license-and-software-assurance',
        quantity: 120,
        softwareAssuranceQuantity: 120,
        effectiveFrom: '2026-03-01',
        softwareAssuranceTo: '2029-02-28',
      },
    ],
  }),
  responses: { 200: SavedRecord, 201: SavedRecord },
  problems: ['license-id-not-found'],
});
