import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

const ID_BYTES = 16;
const GENERATION_BYTES = 4;
const MAC_BYTES = 32;

/**
 * The token in the link of an invitation: its id, its generation, and a 256-bit HMAC over both.
 *
 * It is made when a mail is rendered and never stored, so that a copy of the database opens no link.
 */
export function invitationToken(secret: Buffer, id: string, generation: number): string {
  const claims = Buffer.alloc(ID_BYTES + GENERATION_BYTES);
  claims.set(parse(id));
  claims.writeUInt32BE(generation, ID_BYTES);
  return Buffer.concat([claims, macOf(secret, claims)]).toString('base64url');
}

/** The id and generation that a token was made of, or null where this server did not make it. */
export function readInvitationToken(
  secret: Buffer,
  token: string,
): { id: string; generation: number } | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID_BYTES + GENERATION_BYTES + MAC_BYTES) return null;
  const claims = bytes.subarray(0, ID_BYTES + GENERATION_BYTES);
  if (!timingSafeEqual(bytes.subarray(claims.length), macOf(secret, claims))) return null;
  return { id: stringify(claims, 0), generation: claims.readUInt32BE(ID_BYTES) };
}

function macOf(secret: Buffer, claims: Buffer): Buffer {
  return createHmac('sha256', secret).update('invitation').update(claims).digest();
}
