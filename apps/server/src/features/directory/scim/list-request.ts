import { type FoundAttribute, findAttribute } from './attribute-path.ts';
import { type Filter, parseFilter } from './filter.ts';
import { memberNamed } from './read-user.ts';
import { invalidValue } from './scim-error.ts';

/** As many users as one page holds. */
export const FILTER_RESULTS_MAX = 1_000;
const COUNT_DEFAULT = 100;

/** What of a directory is asked for. @source RFC 7644 3.4.2 */
export interface ListRequest {
  readonly filter: Filter | null;
  readonly sort: { readonly by: FoundAttribute; readonly descending: boolean } | null;
  /** From 1. */
  readonly startIndex: number;
  readonly count: number;
}

/**
 * Reads the parameters of a list, from a query or from the body of a search.
 *
 * @throws ScimError invalidFilter, invalidValue.
 */
export function readListRequest(parameters: Readonly<Record<string, unknown>>): ListRequest {
  const filter = textOf(parameters, 'filter');
  const sortBy = textOf(parameters, 'sortBy');
  const sortOrder = textOf(parameters, 'sortOrder')?.toLowerCase();
  if (sortOrder !== undefined && sortOrder !== 'ascending' && sortOrder !== 'descending') {
    throw invalidValue('sortOrder is neither ascending nor descending.');
  }
  return {
    filter: filter === undefined ? null : parseFilter(filter),
    sort: sortBy === undefined ? null : { by: sortAttribute(sortBy), descending: sortOrder === 'descending' },
    startIndex: Math.max(1, numberOf(parameters, 'startIndex') ?? 1),
    count: Math.min(FILTER_RESULTS_MAX, Math.max(0, numberOf(parameters, 'count') ?? COUNT_DEFAULT)),
  };
}

function sortAttribute(path: string): FoundAttribute {
  const found = findAttribute(path);
  if (found !== null && 'attribute' in found && found.attribute.name !== 'schemas') return found;
  throw invalidValue(`Users cannot be sorted by ${path.slice(0, 100)}.`);
}

function textOf(parameters: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = memberNamed(parameters, name);
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw invalidValue(`Give ${name} once, as text.`);
  return value;
}

function numberOf(parameters: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = memberNamed(parameters, name);
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number))
    throw invalidValue(`${name} is no integer.`);
  return number;
}
