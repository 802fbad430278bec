import type { WantedUser } from '@muniment/contract/assignment-changes.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { v7 } from 'uuid';
import type { Queryable } from '../../database/connect.ts';
import { invalidField, Problem } from '../../problem.ts';
import { findDirectoryNames } from '../directory/directory-service.ts';
import type { KnownVlUser } from '../vl-users/known-vl-user.ts';
import { findVlUsers } from '../vl-users/vl-user-service.ts';

/** A VL user that a change names, whether there already or to be added by it. */
export interface Person extends KnownVlUser {
  /** There is no row for them: in a dry run, or because they are to hold nothing. */
  readonly isNew: boolean;
  /** A business e-mail that the change gives to somebody who is there already. */
  readonly newBusinessEmail: string | null;
}

/** A wanted user, and whether they are to hold anything by it. */
interface Wanted {
  readonly user: WantedUser;
  readonly roles: readonly unknown[];
}

/**
 * Finds out who each wanted user is; somebody unknown gets an id, but no row yet. Of names and business e-mails
 * that several entries give to one person, the first counts; the name of whoever is in the directory comes from there.
 *
 * @returns One person for each entry, in the same order; the same person is the same object.
 * @throws Problem vl-user-not-found for an unknown id; invalid-request where a new person has no name (S10).
 */
export async function resolvePeople(
  q: Queryable,
  organizationId: string,
  entries: readonly Wanted[],
): Promise<Person[]> {
  const wanted = entries.map(({ user }) => user);
  const known = await findVlUsers(q, organizationId, {
    ids: wanted.flatMap((user) => ('vlUserId' in user ? [user.vlUserId.toLowerCase()] : [])),
    emailKeys: wanted.flatMap((user) => ('vlUserId' in user ? [] : [keyOf(user.signInEmail)])),
  });
  const byId = new Map(known.map((user) => [user.id, user]));
  const byEmail = new Map(known.map((user) => [user.signInEmailKey, user]));
  const people = new Map<string, Person>();
  const given = givenByEmail(entries);
  const names = await findDirectoryNames(
    q,
    organizationId,
    [...given.keys()].filter((key) => !byEmail.has(key)),
  );

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
        newBusinessEmail: changedEmail(found, given.get(found.signInEmailKey)),
      }));
    }
    const key = keyOf(user.signInEmail);
    return remember(people, key, () => {
      const found = byEmail.get(key);
      const { businessEmail, displayName: typedName } = given.get(key) ?? {};
      if (found !== undefined) {
        return { ...found, isNew: false, newBusinessEmail: changedEmail(found, { businessEmail }) };
      }
      const displayName = names.get(key) ?? typedName;
      if (displayName === undefined) {
        throw invalidField(`/assignments/${index}/user/displayName`, 'Somebody new needs a full name.');
      }
      return {
        id: v7(),
        signInEmail: user.signInEmail,
        signInEmailKey: key,
        businessEmail: businessEmail ?? user.signInEmail,
        displayName: displayName.trim(),
        isNew: true,
        newBusinessEmail: null,
      };
    });
  });
}

interface Given {
  readonly businessEmail?: string | undefined;
  readonly displayName?: string | undefined;
}

/** A business e-mail comes with roles: else anybody could redirect the mail of people whom they do not see. */
function givenByEmail(entries: readonly Wanted[]): Map<string, Given> {
  const given = new Map<string, Given>();
  for (const { user, roles } of entries) {
    if ('vlUserId' in user) continue;
    const key = keyOf(user.signInEmail);
    const before = given.get(key);
    given.set(key, {
      businessEmail: before?.businessEmail ?? (roles.length > 0 ? user.businessEmail : undefined),
      displayName: before?.displayName ?? user.displayName,
    });
  }
  return given;
}

function changedEmail(found: KnownVlUser, given: Given | undefined): string | null {
  const wanted = given?.businessEmail;
  return wanted === undefined || wanted === found.businessEmail ? null : wanted;
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
