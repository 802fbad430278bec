import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** What a link is good for: one file, as it was then, for one VL user, under one license ID. */
export interface LinkClaims {
  /** Of the link itself, made with it. */
  readonly linkId: string;
  readonly organizationId: string;
  readonly vlUserId: string;
  /** Internal. */
  readonly licenseId: string;
  readonly downloadId: string;
  /** Of the file: bytes of another one are never sent behind those of this one. */
  readonly sha256: Buffer;
  readonly expiresAt: Date;
}

const ID_BYTES = 16;
const HASH_BYTES = 32;
const TIME_BYTES = 6;
const CLAIM_BYTES = 5 * ID_BYTES + HASH_BYTES + TIME_BYTES;
const MAC_BYTES = 32;

/**
 * The token in a download link: what it is good for, and a 256-bit HMAC over it.
 *
 * It is no permission: that is asked whenever the link is used.
 */
export function downloadToken(secret: Buffer, claims: LinkClaims): string {
  const { linkId, organizationId, vlUserId, licenseId, downloadId, sha256, expiresAt } = claims;
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(expiresAt.getTime(), 0, TIME_BYTES);
  const ids = [linkId, organizationId, vlUserId, licenseId, downloadId].map((id) => parse(id));
  const bytes = Buffer.concat([...ids, sha256, time]);
  return Buffer.concat([bytes, macOf(secret, bytes)]).toString('base64url');
}

/** What a token is good for, or null where this server did not make it. Whether it is over, is not said. */
export function readDownloadToken(secret: Buffer, token: string): LinkClaims | null {
  const bytes = Buffer.from(token, 'base64url');
  // Another spelling of the same bytes is another link.
  if (bytes.length !== CLAIM_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null;
  const claims = bytes.subarray(0, CLAIM_BYTES);
  if (!timingSafeEqual(bytes.subarray(CLAIM_BYTES), macOf(secret, claims))) return null;
  const id = (place: number) => stringify(claims, place * ID_BYTES);
  return {
    linkId: id(0),
    organizationId: id(1),
    vlUserId: id(2),
    licenseId: id(3),
    downloadId: id(4),
    sha256: Buffer.from(claims.subarray(5 * ID_BYTES, 5 * ID_BYTES + HASH_BYTES)),
    expiresAt: new Date(claims.readUIntBE(5 * ID_BYTES + HASH_BYTES, TIME_BYTES)),
  };
}

function macOf(secret: Buffer, claims: Buffer): Buffer {
  return createHmac('sha256', secret).update('download').update(claims).digest();
}
