import { invalidField } from './problem.ts';

/** Where a list goes on: the sort values of the last row that was answered, as an opaque text. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a cursor that {@link encodeCursor} made.
 *
 * @param length How many values it must hold.
 * @throws Problem invalid-request where it is not one of this list.
 */
export function decodeCursor(cursor: string | undefined, length: number): (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.length === length && values.every(isSortValue)) return values;
  } catch {
    // Falls through to the refusal.
  }
  throw invalidField('query/cursor', 'This is no cursor of this list. Start again without it.');
}

function isSortValue(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
