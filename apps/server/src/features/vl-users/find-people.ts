import type { AnswerOf } from '@muniment/contract/endpoint.ts';
import type { FoundAccess, lookUpPeople } from '@muniment/contract/people-lookups.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { type Member, viewerOf } from '../../actor.ts';
import type { Queryable } from '../../database/connect.ts';
import { findPeopleAt, hasDirectory } from '../directory/directory-service.ts';
import { type GrantOfPerson, selectGrantsOfPeople } from './held-by-people-repository.ts';
import { selectVersions } from './seen-person-repository.ts';

/**
 * Whom these addresses name, and what each holds on the license IDs that the caller administers: for files and pasted
 * lists of thousands of people. Whoever is not known is left out.
 *
 * @source S1, R9, R10
 */
export async function findPeopleByAddress(
  q: Queryable,
  actor: Member,
  signInEmails: readonly string[],
): Promise<AnswerOf<typeof lookUpPeople>> {
  const viewer = viewerOf(actor);
  const keys = signInEmails.map((signInEmail) => emailKey(signInEmail.trim()));
  const [people, isThere] = [
    await findPeopleAt(
      q,
      viewer,
      keys.filter((key) => key !== null),
    ),
    await hasDirectory(q, viewer),
  ];
  const ids = people.flatMap(({ vlUserId }) => vlUserId ?? []);
  const [grants, versions] =
    ids.length === 0
      ? [[], new Map()]
      : [await selectGrantsOfPeople(q, viewer, ids), await selectVersions(q, viewer, ids)];
  const grantsOf = Map.groupBy(grants, ({ vlUserId }) => vlUserId);
  const byKey = new Map(people.map((person) => [person.emailKey, person]));
  return {
    hasDirectory: isThere,
    items: signInEmails.flatMap((signInEmail, index) => {
      const found = byKey.get(keys[index] ?? '');
      if (found === undefined) return [];
      const { emailKey: _, ...account } = found;
      const held = grantsOf.get(found.vlUserId ?? '');
      // Of somebody who holds nothing there nothing is told, as their page does not exist.
      const access =
        held === undefined
          ? null
          : { etag: versions.get(found.vlUserId ?? '')?.etag ?? '""', licenses: byLicense(held) };
      return [{ signInEmail, account, access }];
    }),
  };
}

function byLicense(grants: readonly GrantOfPerson[]): FoundAccess['licenses'] {
  return [...Map.groupBy(grants, ({ licenseId }) => licenseId)].map(([licenseId, held]) => ({
    licenseId,
    agreementNumber: held.find(({ agreementNumber }) => agreementNumber !== null)?.agreementNumber ?? null,
    roles: held.map(({ role, inherited, startsAt, endsAt }) => ({
      role,
      origin: inherited ? ('inherited' as const) : ('assigned' as const),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt?.toISOString() ?? null,
    })),
  }));
}
