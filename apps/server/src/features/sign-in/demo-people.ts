import { createHash } from 'node:crypto';
import { emailKey } from '@muniment/domain/email-address.ts';

/** Somebody to pick on the demo's sign-in page. */
export interface DemoPerson {
  readonly subject: string;
  readonly email: string;
  readonly displayName: string;
  /** One line on what they may do. */
  readonly about: string;
  readonly organizationName: string;
}

/** Whoever was picked, or typed in. */
export type PickedPerson = Pick<DemoPerson, 'subject' | 'email' | 'displayName'>;

/**
 * The subject that the demo provider gives to an address: the same address is the same person every time.
 *
 * @param key Made by {@link emailKey}.
 */
export function demoSubject(key: string): string {
  return `demo-${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
}

/**
 * Who signs in with an address that was typed.
 *
 * @param name As typed; may be empty. Then it is the known one, or one made of the address.
 * @param known Who has this address already.
 * @returns null where the text is no e-mail address.
 */
export function typedPerson(email: string, name: string, known: PickedPerson | null): PickedPerson | null {
  const address = email.trim();
  const key = emailKey(address);
  if (key === null) return null;
  const typedName = name.replace(/\p{Cc}+/gu, ' ').trim();
  return {
    subject: known?.subject ?? demoSubject(key),
    email: known?.email ?? address,
    displayName: typedName || known?.displayName || nameOfAddress(address),
  };
}

/** `mara.lind@lindgren.example` → `Mara Lind` */
function nameOfAddress(address: string): string {
  return address
    .slice(0, address.lastIndexOf('@'))
    .replace(/\+.*$/, '')
    .split(/[._-]+/)
    .filter(Boolean)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ');
}
