import { validate as isUuid } from 'uuid';
import { invalidField } from './problem.ts';

/** Where a list goes on: the sort values of the last row that was answered, as an opaque text. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What a value of a cursor is. */
export type CursorPart = keyof CursorValues;

interface CursorValues {
  text: string;
  id: string;
  /** RFC 3339, as text. */
  instant: string;
  integer: number;
}

const IS_PART: { [P in CursorPart]: (value: unknown) => boolean } = {
  text: (value) => typeof value === 'string',
  id: isUuid,
  instant: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  integer: Number.isSafeInteger,
};

/**
 * Reads a cursor that {@link encodeCursor} made.
 *
 * @param parts What the list put into it.
 * @throws Problem invalid-request where it is not one of this list.
 */
export function decodeCursor<const P extends readonly CursorPart[]>(
  cursor: string | undefined,
  parts: P,
): { [I in keyof P]: CursorValues[P[I]] } | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.length === parts.length) {
      if (parts.every((part, index) => IS_PART[part](values[index]))) {
        return values as unknown as { [I in keyof P]: CursorValues[P[I]] };
      }
    }
  } catch {
    // Falls through to the refusal.
  }
  throw invalidField('query/cursor', 'This is no cursor of this list. Start again without it.');
}
