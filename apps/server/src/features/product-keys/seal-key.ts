import type { SealedText, SealingKeys } from '../../sealing-keys.ts';

/** What a key is bound to: sealed for one row, it opens in no other. */
export interface KeyPlace {
  readonly organizationId: string;
  /** The internal id of its license ID. */
  readonly licenseKey: string;
  readonly number: string;
}

/** Seals a product key for its place. @source W3 */
export function sealKey(sealing: SealingKeys, place: KeyPlace, key: string): SealedText {
  return sealing.seal(key, placeOf(place));
}

/** Opens a product key in its place. @throws Error where it was put there from another one, or changed, or its key is gone. */
export function openKey(sealing: SealingKeys, place: KeyPlace, sealed: SealedText): string {
  return sealing.open(sealed, placeOf(place));
}

/** The last five letters and digits of a key, in capitals: what people know it by. */
export function lastFiveOf(key: string): string {
  return key
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(-5)
    .toUpperCase();
}

/** How a key looks that is not shown. Its form is always the same, and tells nothing of the key's. */
export function maskedKey(lastFive: string): string {
  return `•••••-•••••-•••••-•••••-${lastFive}`;
}

function placeOf({ organizationId, licenseKey, number }: KeyPlace): string[] {
  return [organizationId, licenseKey, number];
}
