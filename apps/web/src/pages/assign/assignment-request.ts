import type { AssignmentChangeRequest, WantedUser } from '@muniment/contract/assignment-changes.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { Draft, DraftLicense, DraftPerson } from './draft.ts';

type WantedRole = AssignmentChangeRequest['assignments'][number]['roles'][number];

/**
 * What Verify and save sends of a draft: the complete wanted roles of every pair, and what was read of the
 * people who are there already.
 */
export function requestOf({ people, reason }: Pick<Draft, 'people' | 'reason'>): AssignmentChangeRequest {
  const trimmed = reason.trim();
  return {
    assignments: people.flatMap((person) => {
      const user = wantedUser(person);
      return person.licenses.map((license) => ({
        user,
        licenseId: license.licenseId,
        roles: license.roles.map((role) => wantedRole(license, role)),
      }));
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

/** A role by its name where its period stays as it is. @source B6 */
function wantedRole({ periods }: DraftLicense, role: Role): WantedRole {
  const period = periods?.[role];
  if (period === undefined) return role;
  const { startsAt, endsAt } = period;
  return { role, ...(startsAt === null ? {} : { startsAt }), endsAt };
}

function wantedUser(person: DraftPerson): WantedUser {
  const { vlUserId, signInEmail, businessEmail, displayName } = person;
  if (vlUserId === null) {
    return { signInEmail, displayName, ...(businessEmail === signInEmail ? {} : { businessEmail }) };
  }
  // Only this form can carry another business e-mail.
  return changesBusinessEmail(person) ? { signInEmail, businessEmail } : { vlUserId };
}
