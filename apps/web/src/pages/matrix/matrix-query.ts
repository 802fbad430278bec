import {
  type AccessMatrix,
  getAccessMatrix,
  listMatrixLicenses,
  type MatrixLicense,
} from '@muniment/contract/access-matrix.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../api/client.ts';
import type { MatrixSearch } from '../../app/paths.ts';

/** The matrix is read in tiles of so many people by so many license IDs. */
export const TILE = { rows: 50, columns: 100 } as const;
const LICENSES_PER_PAGE = 1_000;

/** What narrows the matrix on the server. */
export interface MatrixFilter extends Pick<MatrixSearch, 'q' | 'agreement'> {
  /** Only people who hold something on it. */
  readonly licenseId: string | undefined;
}

/** A person: one row. Roles by license ID, as far as tiles are loaded; a license ID not named has none. */
export interface MatrixPerson {
  readonly id: string;
  readonly displayName: string;
  readonly roles: ReadonlyMap<string, readonly Role[]>;
}

/** All columns of the matrix, in order: thousands at most, and the grid must know each one's place. */
export function columnsQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: [organization, 'matrix', 'columns'],
    queryFn: async ({ signal }) => {
      const columns: MatrixLicense[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const query = { limit: LICENSES_PER_PAGE, ...(cursor && { cursor }) };
        const page = await api.call(listMatrixLicenses, { query, signal });
        columns.push(...page.items);
        cursor = page.nextCursor;
      }
      return columns;
    },
  });
}

/** Which tile, counted in tiles from the start of both axes. */
export interface TilePlace {
  readonly row: number;
  readonly column: number;
}

/** One tile. `fromLicenseId` is the license ID of its first column. */
export function tileQuery(
  api: Api,
  organization: string,
  { q, agreement, licenseId }: MatrixFilter,
  place: TilePlace,
  fromLicenseId: string,
) {
  return queryOptions({
    queryKey: [organization, 'matrix', 'tile', { q, agreement, licenseId, fromLicenseId }, place.row],
    queryFn: ({ signal }) =>
      api.call(getAccessMatrix, {
        query: {
          ...(q && { q }),
          ...(agreement && { agreement }),
          ...(licenseId && { licenseId }),
          offset: place.row * TILE.rows,
          limit: TILE.rows,
          fromLicenseId,
          columns: TILE.columns,
        },
        signal,
      }),
  });
}

/** Puts tiles together: people by their place in the list. */
export function joinTiles(
  tiles: readonly { readonly place: TilePlace; readonly data: AccessMatrix | undefined }[],
): Map<number, MatrixPerson> {
  const people = new Map<number, { id: string; displayName: string; roles: Map<string, readonly Role[]> }>();
  for (const { place, data } of tiles) {
    for (const [offset, { vlUserId, displayName, cells }] of (data?.rows ?? []).entries()) {
      const row = place.row * TILE.rows + offset;
      const person = people.get(row) ?? { id: vlUserId, displayName, roles: new Map() };
      for (const { licenseId, roles } of cells) person.roles.set(licenseId, roles);
      people.set(row, person);
    }
  }
  return people;
}
