import type { DirectoryAccount } from '@muniment/contract/vl-users.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { type DraftIdentity, type DraftPerson, isSamePerson, keyOf } from './draft.ts';

/** What the form for someone outside the directory holds. */
export interface ExternalEntry {
  readonly signInEmail: string;
  readonly displayName: string;
  readonly businessEmail: string;
}

/** What is wrong with an entry, by field; none where it may be added. */
export type EntryErrors = Partial<Record<keyof ExternalEntry, 'email' | 'name' | 'nameTooLong'>>;

const NAME_MAX = 200;

/** Checks an entry as the server would. @source S1, S10 */
export function checkEntry(entry: ExternalEntry): EntryErrors {
  const errors: EntryErrors = {};
  if (emailKey(entry.signInEmail.trim()) === null) errors.signInEmail = 'email';
  if (entry.displayName.trim() === '') errors.displayName = 'name';
  else if (entry.displayName.trim().length > NAME_MAX) errors.displayName = 'nameTooLong';
  if (!isBusinessEmail(entry.businessEmail)) errors.businessEmail = 'email';
  return errors;
}

/** Whether a text may stand for a business e-mail: an address, or nothing, which is the sign-in e-mail. */
export function isBusinessEmail(text: string): boolean {
  return text.trim() === '' || emailKey(text.trim()) !== null;
}

/** Somebody found: an account of the directory, or a VL user, who may be external. */
export function fromDirectory(account: DirectoryAccount): DraftIdentity {
  const { vlUserId, signInEmail, displayName, businessEmail, external } = account;
  return {
    id: vlUserId ?? newId(),
    vlUserId,
    signInEmail,
    displayName,
    businessEmail,
    savedBusinessEmail: vlUserId === null ? null : businessEmail,
    isExternal: external,
  };
}

/**
 * Somebody entered by their sign-in e-mail.
 *
 * @param isExternal Whether there is a directory that they are not in.
 */
export function fromEntry(entry: ExternalEntry, isExternal: boolean): DraftIdentity {
  const signInEmail = entry.signInEmail.trim();
  return {
    id: newId(),
    vlUserId: null,
    signInEmail,
    displayName: entry.displayName.trim(),
    businessEmail: entry.businessEmail.trim() || signInEmail,
    savedBusinessEmail: null,
    isExternal,
    hasTypedName: true,
  };
}

function newId(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return `new-${[...random].map((part) => part.toString(36)).join('')}`;
}

/**
 * Adds somebody to the list. Whoever is there already under the same address stays one entry; a business e-mail
 * that was given with the second one is taken over.
 */
export function addIdentity(
  list: readonly DraftIdentity[],
  added: DraftIdentity,
  businessEmail = '',
): { list: readonly DraftIdentity[]; merged: DraftIdentity | null } {
  const present = list.find((each) => isSamePerson(each, added));
  if (present === undefined) return { list: [...list, added], merged: null };
  const merged = businessEmail.trim() === '' ? present : { ...present, businessEmail: businessEmail.trim() };
  return { list: list.map((each) => (each === present ? merged : each)), merged };
}

export interface UserChange {
  readonly kind: 'added' | 'edited' | 'removed' | 'none';
  readonly identity: DraftIdentity;
  /** How many license IDs leave the draft with somebody who is removed. */
  readonly licenseIds: number;
}

/** What applying a list does to the people of a draft; what changes comes first. */
export function userChanges(before: readonly DraftPerson[], after: readonly DraftIdentity[]): UserChange[] {
  const beforeByKey = new Map(before.map((person) => [keyOf(person.signInEmail), person]));
  const afterKeys = new Set(after.map(({ signInEmail }) => keyOf(signInEmail)));
  const remaining = after.map((identity): UserChange => {
    const known = beforeByKey.get(keyOf(identity.signInEmail));
    return { kind: known === undefined ? 'added' : kindOfEdit(known, identity), identity, licenseIds: 0 };
  });
  const removed = before
    .filter(({ signInEmail }) => !afterKeys.has(keyOf(signInEmail)))
    .map((person): UserChange => ({ kind: 'removed', identity: person, licenseIds: person.licenses.length }));
  const all = [...remaining, ...removed];
  return [...all.filter(({ kind }) => kind !== 'none'), ...all.filter(({ kind }) => kind === 'none')];
}

function kindOfEdit(before: DraftPerson, after: DraftIdentity): 'edited' | 'none' {
  return before.businessEmail === after.businessEmail && before.displayName === after.displayName
    ? 'none'
    : 'edited';
}
