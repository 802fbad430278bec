import { ACTIONS } from '@muniment/domain/roles.ts';
import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { EmailAddress, Id, LicenseIdAsked, strict } from './fields.ts';

/** As many checks one call may hold. */
const CHECKS_MAX = 1_000;

const action = Type.Enum([...ACTIONS]);

export const AccessCheck = Type.Union([
  Type.Object({ vlUserId: Id, licenseId: LicenseIdAsked, action }, strict),
  Type.Object({ signInEmail: EmailAddress, licenseId: LicenseIdAsked, action }, strict),
]);
export type AccessCheck = Type.Static<typeof AccessCheck>;

export const checkAccess = endpoint({
  id: 'checkAccess',
  tag: 'Access',
  method: 'POST',
  path: '/v1/access/check',
  summary: 'Whether people may do things on license IDs, now',
  needs: 'person-or-publisher',
  scope: 'access:check',
  maxBodyBytes: 1024 * 1024,
  body: Type.Object({ checks: Type.Array(AccessCheck, { minItems: 1, maxItems: CHECKS_MAX }) }, strict),
  responses: { 200: Type.Object({ results: Type.Array(Type.Object({ allowed: Type.Boolean() })) }) },
});
