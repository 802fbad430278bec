import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** A secret of 256 random bits, as base64url (43 characters). */
export function randomSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/**
 * What is stored of a random secret, so that a copy of the database opens nothing.
 *
 * A plain SHA-256 is enough: there is nothing to guess in 256 random bits, so slowness would only cost requests.
 */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
