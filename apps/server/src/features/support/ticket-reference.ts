import { randomInt } from 'node:crypto';

/** Without what is mistaken for another on paper or by phone: I, L, O, U, 0 and 1. */
const CHARACTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 8;

/** A name for a ticket, `T-7KQ2-M4XR`. Drawn by lot: it tells neither how many there are nor when one was written. */
export function newTicketReference(): string {
  const drawn = Array.from({ length: LENGTH }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('');
  return `T-${drawn.slice(0, LENGTH / 2)}-${drawn.slice(LENGTH / 2)}`;
}
