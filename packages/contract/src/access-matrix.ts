import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  AgreementNumber,
  countedPageOf,
  Id,
  LicenseIdAsked,
  orNull,
  pageQuery,
  RoleId,
  StatusId,
  strict,
} from './fields.ts';
import { peopleFilterQuery } from './selections.ts';

/** As many people, and as many license IDs, one window of the matrix may span. */
const MATRIX_ROWS_MAX = 100;
export const MATRIX_COLUMNS_MAX = 200;

/** One column of the matrix. */
export const MatrixLicense = Type.Object({
  licenseId: Type.String(),
  name: Type.String(),
  agreementNumber: orNull(Type.String()),
  administrators: Type.Integer({ description: 'Reachable ones (A5): 1 is a sole administrator.' }),
});
export type MatrixLicense = Type.Static<typeof MatrixLicense>;

export const listMatrixLicenses = endpoint({
  id: 'listMatrixLicenses',
  tag: 'Access matrix',
  method: 'GET',
  path: '/v1/access-matrix/license-ids',
  summary: 'The columns of the access matrix: the license IDs that the caller administers, by license ID',
  needs: 'assignment:manage',
  query: Type.Object({ ...pageQuery, agreement: Type.Optional(AgreementNumber) }, strict),
  responses: { 200: countedPageOf(MatrixLicense) },
});

/** One row of the matrix, as far as the window reaches. */
const MatrixRow = Type.Object({
  vlUserId: Id,
  displayName: Type.String(),
  status: StatusId,
  cells: Type.Array(
    Type.Object({
      licenseId: Type.String(),
      roles: Type.Array(RoleId, { description: 'Assigned or inherited, also those that wait.' }),
    }),
    { description: 'Where they hold something, by license ID; empty cells are left out.' },
  ),
});

export const AccessMatrix = Type.Object({
  total: Type.Integer({ description: 'How many people match, over all windows.' }),
  licenseIds: Type.Array(Type.String(), { description: 'The columns of this window, in order.' }),
  rows: Type.Array(MatrixRow, { description: 'The people of this window, by name.' }),
});
export type AccessMatrix = Type.Static<typeof AccessMatrix>;

export const getAccessMatrix = endpoint({
  id: 'getAccessMatrix',
  tag: 'Access matrix',
  method: 'GET',
  path: '/v1/access-matrix',
  summary: 'A window of people by license IDs: who holds what on the license IDs that the caller administers',
  needs: 'assignment:manage',
  query: Type.Object(
    {
      q: peopleFilterQuery.q,
      // Only its license IDs, and people who hold something on them.
      agreement: Type.Optional(AgreementNumber),
      role: Type.Optional(
        Type.Union([RoleId, Type.Array(RoleId)], {
          description: 'Only people who hold any of these, on those license IDs. Cells tell all roles.',
        }),
      ),
      licenseId: Type.Optional(
        Type.Union([LicenseIdAsked, Type.Array(LicenseIdAsked, { maxItems: 10 })], {
          description: 'Only people who hold something on any of these.',
        }),
      ),
      offset: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0, description: 'Rows before the window.' }),
      ),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MATRIX_ROWS_MAX, default: 50 })),
      // The first column of the window; left out, the first of all.
      fromLicenseId: Type.Optional(LicenseIdAsked),
      columns: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: MATRIX_COLUMNS_MAX,
          default: 50,
          description: 'How many columns the window spans.',
        }),
      ),
    },
    strict,
  ),
  responses: { 200: AccessMatrix },
});
