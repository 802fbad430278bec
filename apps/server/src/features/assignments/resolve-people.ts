import type { WantedUser } from '@muniment/contract/assignment-changes.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { v7 } from 'uuid';
import type { Queryable } from '../../database/connect.ts';
import { invalidField, Problem } from '../../problem.ts';
import type { KnownVlUser } from '../vl-users/known-vl-user.ts';
import { findVlUsers } from '../vl-users/vl-user-service.ts';

/** A VL user that a change names, whether there already or to be added by it. */
export interface Person extends KnownVlUser {
  readonly isNew: boolean;
  /** A business e-mail that the change gives to somebody who is there already. */
  readonly newBusinessEmail: string | null;
}

/**
 * Finds out who each wanted user is; somebody unknown gets an id, but no row yet.
 *
 * @returns One person for each wanted user, in the same order; the same person is the same object.
 * @throws Problem vl-user-not-found for an unknown id; invalid-request where a new person has no name (S10).
 */
export async function resolvePeople(
  q: Queryable,
  organizationId: string,
  wanted: readonly WantedUser[],
): Promise<Person[]> {
  const known = await findVlUsers(q, organizationId, {
    ids: wanted.flatMap((user) => ('vlUserId' in user ? [user.vlUserId.toLowerCase()] : [])),
    emailKeys: wanted.flatMap((user) => ('vlUserId' in user ? [] : [keyOf(user.signInEmail)])),
  });
  const byId = new Map(known.map((user) => [user.id, user]));
  const byEmail = new Map(known.map((user) => [user.signInEmailKey, user]));
  const people = new Map<string, Person>();

  return wanted.map((user, index) => {
    if ('vlUserId' in user) {
      const found = byId.get(user.vlUserId.toLowerCase());
      if (found === undefined) {
        const pointer = `/assignments/${index}/user/vlUserId`;
        throw new Problem('vl-user-not-found', {
          errors: [{ pointer, detail: 'There is no such VL user.' }],
        });
      }
      return remember(people, found.signInEmailKey, () => ({
        ...found,
        isNew: false,
        newBusinessEmail: null,
      }));
    }
    const key = keyOf(user.signInEmail);
    return remember(people, key, () => {
      const found = byEmail.get(key);
      if (found !== undefined) return { ...found, isNew: false, newBusinessEmail: changedEmail(found, user) };
      if (user.displayName === undefined) {
        throw invalidField(`/assignments/${index}/user/displayName`, 'Somebody new needs a full name.');
      }
      return {
        id: v7(),
        signInEmail: user.signInEmail,
        signInEmailKey: key,
        businessEmail: user.businessEmail ?? user.signInEmail,
        displayName: user.displayName.trim(),
        isNew: true,
        newBusinessEmail: null,
      };
    });
  });
}

function changedEmail(
  found: KnownVlUser,
  user: { readonly businessEmail?: string | undefined },
): string | null {
  return user.businessEmail === undefined || user.businessEmail === found.businessEmail
    ? null
    : user.businessEmail;
}

function remember(people: Map<string, Person>, key: string, make: () => Person): Person {
  const before = people.get(key);
  if (before !== undefined) return before;
  const person = make();
  people.set(key, person);
  return person;
}

function keyOf(address: string): string {
  const key = emailKey(address);
  // The schema's format let it pass, so it has one.
  if (key === null) throw invalidField('/assignments', 'This is no e-mail address.');
  return key;
}
