import { createHmac, randomInt } from 'node:crypto';
import { ACCESS_CODE_ALPHABET, ACCESS_CODE_LENGTH } from '@muniment/domain/home-use.ts';

/** A new access code: 45 random bits, which whoever asks the check too often is kept from guessing by its token. */
export function newAccessCode(): string {
  return Array.from({ length: ACCESS_CODE_LENGTH }, () =>
    ACCESS_CODE_ALPHABET.charAt(randomInt(ACCESS_CODE_ALPHABET.length)),
  ).join('');
}

/**
 * What an access code is found by. Keyed: so few bits could be tried out one by one on a copy of the database.
 *
 * @param key 32 bytes.
 */
export function hashOfAccessCode(key: Buffer, code: string): Buffer {
  return createHmac('sha256', key).update(code).digest();
}
