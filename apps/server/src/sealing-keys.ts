import { deriveKey } from './encryption-key.ts';
import { openSealedText, sealText } from './sealed-text.ts';

/** A text as it is kept, and the id of the key that it was sealed under. */
export interface SealedText {
  readonly text: string;
  readonly keyId: string;
}

/** The instance's keys: what is new is sealed under the first; what the second sealed opens too, while a key is changed. */
export interface EncryptionKeys {
  readonly current: Buffer;
  readonly previous: Buffer | null;
}

/** The keys for one purpose, of both. */
export function deriveKeys({ current, previous }: EncryptionKeys, purpose: string): EncryptionKeys {
  return {
    current: deriveKey(current, purpose),
    previous: previous === null ? null : deriveKey(previous, purpose),
  };
}

/** Opens what either key sealed. @throws Error where neither did, or it was changed. */
export function openWithEither({ current, previous }: EncryptionKeys, sealed: string): string {
  try {
    return openSealedText(current, sealed);
  } catch (error) {
    if (previous === null) throw error;
    return openSealedText(previous, sealed);
  }
}

/** Seals a text anew that the key from before sealed. @returns null where there is nothing to do, or neither key opens it. */
export function resealed({ current, previous }: EncryptionKeys, sealed: string): string | null {
  if (previous === null || opens(current, sealed) || !opens(previous, sealed)) return null;
  return sealText(current, openSealedText(previous, sealed));
}

function opens(key: Buffer, sealed: string): boolean {
  try {
    openSealedText(key, sealed);
    return true;
  } catch {
    return false;
  }
}

/** Seals and opens what is kept for long, for one purpose. */
export interface SealingKeys {
  /** Of the key that new texts are sealed under. */
  readonly keyId: string;
  /** @param boundTo What the text belongs to; it opens for nothing else. */
  seal(text: string, boundTo: readonly string[]): SealedText;
  /** @throws Error where its key is not among ours, or the text was changed, or belongs to something else. */
  open(sealed: SealedText, boundTo: readonly string[]): string;
}

/**
 * The keys for one purpose. The id of a key says nothing of it: it is derived from it as another key would be.
 *
 * @source NIST SP 800-38D, RFC 5869
 */
export function sealingKeys({ current, previous }: EncryptionKeys, purpose: string): SealingKeys {
  const keyId = sealingKeyId(current);
  const byId = new Map(
    [previous, current]
      .filter((key) => key !== null)
      .map((key) => [sealingKeyId(key), deriveKey(key, purpose)] as const),
  );
  const keyOf = (id: string) => {
    const key = byId.get(id);
    if (key === undefined) throw new Error(`This was sealed under another ENCRYPTION_KEY, of the id ${id}`);
    return key;
  };
  const bindingOf = (id: string, boundTo: readonly string[]) => JSON.stringify([...boundTo, id]);
  return {
    keyId,
    seal: (text, boundTo) => ({ text: sealText(keyOf(keyId), text, bindingOf(keyId, boundTo)), keyId }),
    open: (sealed, boundTo) =>
      openSealedText(keyOf(sealed.keyId), sealed.text, bindingOf(sealed.keyId, boundTo)),
  };
}

/** What a key is called where something sealed under it is kept. */
function sealingKeyId(key: Buffer): string {
  return deriveKey(key, 'id of the key').subarray(0, 8).toString('hex');
}
