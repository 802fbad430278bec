import type { MessageId } from '../messages/en.ts';

/** One line of the palette: goes somewhere (`href`) or does something (`onAction`). */
export interface PaletteEntry {
  /** Its kind and what it is about: `person:0193…`, `license:72041183`, `action:sign-out`. */
  readonly id: string;
  readonly label: string;
  /** Beside the label: an address, the name of a contract. */
  readonly about?: string;
  /** Named at the end of the line. */
  readonly group: MessageId;
  readonly href?: string;
  readonly onAction?: () => void;
}

/**
 * Whether what was typed means a label: every word of it is there, in any order.
 *
 * @param contains How the person's language compares, from `useFilter`.
 */
export function matches(
  text: string,
  label: string,
  contains: (label: string, word: string) => boolean,
): boolean {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => contains(label, word));
}
