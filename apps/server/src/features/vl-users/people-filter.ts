import type { PeopleFilter } from '@muniment/contract/selections.ts';
import type { SeenFilter } from './seen-repository.ts';

/** The one filter of Manage Assignments as it comes: in a URL, where a field may stand alone, or in a body. */
export type AskedFilter = { readonly [K in keyof PeopleFilter]: PeopleFilter[K] | OneOf<PeopleFilter[K]> };
type OneOf<T> = T extends readonly (infer One)[] ? One : never;

/** Reads the filter that list, counts, export and selections share. */
export function filterOf(asked: AskedFilter): SeenFilter {
  return {
    statuses: listOf(asked.status),
    roles: listOf(asked.role),
    licenseIds: listOf(asked.licenseId),
    agreementNumber: null,
    q: asked.q?.trim() || null,
    vlUserIds: null,
  };
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as T];
}
