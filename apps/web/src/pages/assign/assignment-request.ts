import type { AssignmentChangeRequest, WantedUser } from '@muniment/contract/assignment-changes.ts';
import type { Draft, DraftPerson } from './draft.ts';

/**
 * What Verify and save sends of a draft: the complete wanted roles of every pair, and what was read of the
 * people who are there already.
 */
export function requestOf({ people, reason }: Pick<Draft, 'people' | 'reason'>): AssignmentChangeRequest {
  const trimmed = reason.trim();
  return {
    assignments: people.flatMap((person) => {
      const user = wantedUser(person);
      return person.licenses.map(({ licenseId, roles }) => ({ user, licenseId, roles: [...roles] }));
    }),
    expected: people.flatMap(({ vlUserId, etag }) =>
      vlUserId !== null && etag !== null ? [{ vlUserId, etag }] : [],
    ),
    ...(trimmed === '' ? {} : { reason: trimmed }),
  };
}

/** Whether saving gives a person another business e-mail than the saved one. */
export function changesBusinessEmail({ businessEmail, savedBusinessEmail }: DraftPerson): boolean {
  return savedBusinessEmail !== null && businessEmail !== savedBusinessEmail;
}

function wantedUser(person: DraftPerson): WantedUser {
  const { vlUserId, signInEmail, businessEmail, displayName } = person;
  if (vlUserId === null) {
    return { signInEmail, displayName, ...(businessEmail === signInEmail ? {} : { businessEmail }) };
  }
  // Only this form can carry another business e-mail.
  return changesBusinessEmail(person) ? { signInEmail, businessEmail } : { vlUserId };
}
