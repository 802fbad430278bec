import { randomInt } from 'node:crypto';
import { checkGroup, KEY_CHARACTERS } from '@muniment/domain/product-key.ts';

/** A product key that nobody has, with its check group. */
export function newProductKey(): string {
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => KEY_CHARACTERS[randomInt(KEY_CHARACTERS.length)]).join(''),
  );
  return [...groups, checkGroup(groups)].join('-');
}
