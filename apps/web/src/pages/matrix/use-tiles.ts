import type { AccessMatrix, MatrixLicense } from '@muniment/contract/access-matrix.ts';
import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import {
  joinTiles,
  type MatrixFilter,
  type MatrixPerson,
  TILE,
  type TilePlace,
  tileQuery,
} from './matrix-query.ts';

export interface Tiles {
  /** How many people match; null while that is not known. */
  readonly total: number | null;
  /** By place in the list, as far as they are loaded. */
  readonly people: ReadonlyMap<number, MatrixPerson>;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The tiles of the matrix that are in sight. While another filter loads, what the last one showed stays. */
export function useTiles(
  filter: MatrixFilter,
  columns: readonly MatrixLicense[],
  places: readonly TilePlace[],
): Tiles {
  const api = useApi();
  const { number } = useOrganization();
  const asked = places.filter(({ column }) => columns[column * TILE.columns] !== undefined);
  const results = useQueries({
    queries: asked.map((place) =>
      tileQuery(api, number, filter, place, columns[place.column * TILE.columns]?.licenseId ?? ''),
    ),
  });
  const answers = useSame(results.map((result) => result.data));
  // The places are those of the answers: other places, other answers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const people = useMemo(
    () => joinTiles(asked.map((place, index) => ({ place, data: answers[index] }))),
    [answers],
  );
  const total = answers.find((answer) => answer !== undefined)?.total ?? null;
  const shown = useRef<Pick<Tiles, 'total' | 'people'>>({ total: null, people: new Map() });
  if (total !== null) shown.current = { total, people };

  const failed = results.filter(({ isError }) => isError);
  return {
    ...shown.current,
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const { refetch } of failed) void refetch();
    },
  };
}

/** The same array while its entries are the same. */
function useSame(entries: readonly (AccessMatrix | undefined)[]): readonly (AccessMatrix | undefined)[] {
  const last = useRef(entries);
  const isSame =
    entries.length === last.current.length && entries.every((entry, index) => entry === last.current[index]);
  if (!isSame) last.current = entries;
  return last.current;
}
