import type {
  AssignmentChangeAnswer,
  AssignmentChangeRequest,
} from '@muniment/contract/assignment-changes.ts';
import type { AssignmentRefusal } from '@muniment/domain/assignment-decision.ts';
import type { AssignmentFacts, WantedAssignment } from '@muniment/domain/assignment-facts.ts';
import { decideAssignments } from '@muniment/domain/decide-assignments.ts';
import type { Member } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField, Problem } from '../../problem.ts';
import { requireVersions } from '../vl-users/vl-user-service.ts';
import { answerOf, type Named } from './assignment-answer.ts';
import {
  type KnownLicense,
  lockLicenses,
  lockPeople,
  selectAdministered,
  selectLicenses,
  selectLiveGrants,
  selectUserFacts,
} from './assignment-repository.ts';
import { type ReadAssignment, readAssignments } from './read-request.ts';
import { type Person, resolvePeople } from './resolve-people.ts';
import { addPeople, type SaveDeps, saveDecision } from './save-decision.ts';

/**
 * Sets the complete assigned roles of many (VL user, license ID) pairs: all of it, or nothing.
 *
 * The one command that changes roles. With `dryRun` it answers the same difference, e-mails and checks, and
 * saves nothing; what would be refused is then a blocking check.
 *
 * @throws Problem license-id-not-found, vl-user-not-found, unknown-role, stale-version, last-administrator,
 *   role-inherited, invalid-request.
 * @source S1-S10, M4, M5, M7, M9, A1, A6
 */
export async function changeAssignments(
  trx: Trx,
  deps: SaveDeps,
  actor: Member,
  request: AssignmentChangeRequest,
): Promise<AssignmentChangeAnswer> {
  const dryRun = request.dryRun ?? false;
  const organizationId = actor.organization.id;
  const assignments = readAssignments(request);

  const licenses = await findLicenses(trx, actor, assignments, !dryRun);
  const people = dryRun
    ? await resolvePeople(trx, organizationId, assignments)
    : await addAndLockPeople(trx, actor, assignments);
  const known = [...new Set(people)];
  const wanted = assignments.map(
    ({ licenseId, roles }, index): WantedAssignment => ({
      userKey: (people[index] as Person).id,
      licenseId: (licenses.get(licenseId) as KnownLicense).id,
      roles,
    }),
  );
  refuseRepeatedPairs(wanted);
  await requireExpected(trx, actor, request.expected ?? [], known);
  const facts = await readFacts(trx, actor, [...licenses.values()], known);
  const decision = decideAssignments(facts, wanted);

  const named: Named = {
    people: new Map(known.map((person) => [person.id, person])),
    licenses: new Map([...licenses.values()].map((license) => [license.id, license])),
  };
  const unreadable = decision.refusals.find((refusal) => !dryRun || !isShownAsCheck(refusal));
  if (unreadable !== undefined) throw problemOf(unreadable, named);
  const saved = dryRun
    ? null
    : await saveDecision(trx, deps, actor, { facts, decision, named, reason: request.reason });
  return answerOf(decision, named, deps, saved);
}

/** Gives new people rows, locks everybody concerned, and reads who they are once more: as they are now. */
async function addAndLockPeople(
  trx: Trx,
  actor: Member,
  assignments: readonly ReadAssignment[],
): Promise<Person[]> {
  const organizationId = actor.organization.id;
  const people = await resolvePeople(trx, organizationId, assignments);
  const known = await addPeople(trx, organizationId, [...new Set(people)], holdersOf(people, assignments));
  await lockPeople(trx, organizationId, [...known.map(({ id }) => id), actor.vlUserId]);
  return resolvePeople(trx, organizationId, assignments);
}

/** Refuses a change from an older state of the people whom it names. @throws Problem stale-version, invalid-request. */
async function requireExpected(
  trx: Trx,
  actor: Member,
  expected: NonNullable<AssignmentChangeRequest['expected']>,
  known: readonly Person[],
): Promise<void> {
  const named = new Set(known.map(({ id }) => id));
  const foreign = expected.findIndex(({ vlUserId }) => !named.has(vlUserId.toLowerCase()));
  if (foreign !== -1)
    throw invalidField(`/expected/${foreign}/vlUserId`, 'The change does not name this VL user.');
  await requireVersions(trx, actor, expected);
}

/** Who is to hold something: somebody new who is not stays without a row. */
function holdersOf(people: readonly Person[], assignments: readonly ReadAssignment[]): Set<Person> {
  return new Set(people.filter((_, index) => (assignments[index]?.roles.length ?? 0) > 0));
}

/** Refuses license IDs that the caller does not administer now. @throws Problem license-id-not-found. @source R10 */
export async function requireAdministered(
  trx: Trx,
  actor: Member,
  assignments: readonly { readonly licenseId: string }[],
): Promise<void> {
  await findLicenses(trx, actor, assignments, false);
}

async function findLicenses(
  trx: Trx,
  actor: Member,
  assignments: readonly { readonly licenseId: string }[],
  lock: boolean,
): Promise<Map<string, KnownLicense>> {
  const asked = [...new Set(assignments.map(({ licenseId }) => licenseId))];
  const found = await selectLicenses(trx, actor.organization.id, asked);
  const administered = await selectAdministered(
    trx,
    actor.organization.id,
    actor.vlUserId,
    found.map((license) => license.id),
  );
  const licenses = new Map(
    found.filter(({ id }) => administered.has(id)).map((license) => [license.licenseId, license]),
  );
  // One that is not there and one that somebody else administers are the same to the caller (R10).
  const missing = asked.filter((licenseId) => !licenses.has(licenseId));
  if (missing.length > 0) throw licenseIdsNotFound(missing);
  // Only now: whoever administers none of them neither waits for a lock, which would tell, nor holds one up.
  if (lock)
    await lockLicenses(
      trx,
      actor.organization.id,
      [...licenses.values()].map(({ id }) => id),
    );
  return licenses;
}

function licenseIdsNotFound(licenseIds: readonly string[]): Problem {
  return new Problem('license-id-not-found', {
    detail: `You administer no license ID ${licenseIds.slice(0, 10).join(', ')}${licenseIds.length > 10 ? ' and more' : ''}.`,
    licenseIds,
  });
}

function refuseRepeatedPairs(wanted: readonly WantedAssignment[]): void {
  const seen = new Set<string>();
  wanted.forEach(({ userKey, licenseId }, index) => {
    const pair = `${userKey} ${licenseId}`;
    if (seen.has(pair)) {
      throw invalidField(`/assignments/${index}`, 'The same person and license ID are in the list already.');
    }
    seen.add(pair);
  });
}

async function readFacts(
  trx: Trx,
  actor: Member,
  licenses: readonly KnownLicense[],
  people: readonly Person[],
): Promise<AssignmentFacts> {
  const organizationId = actor.organization.id;
  const licenseIds = licenses.map((license) => license.id);
  const at = await currentTime(trx);
  const administered = await selectAdministered(trx, organizationId, actor.vlUserId, licenseIds);
  const grants = await selectLiveGrants(
    trx,
    organizationId,
    licenseIds,
    people.map((person) => person.id),
  );
  const holders = new Set([...grants.map((grant) => grant.userKey), ...people.map((person) => person.id)]);
  const users = new Map(await selectUserFacts(trx, organizationId, [...holders], at));
  for (const { id } of people) {
    // In a dry run somebody new has no row yet.
    if (!users.has(id)) users.set(id, { userKey: id, registered: false, present: true, invitation: null });
  }
  return { at, administered, users, grants };
}

/** In a dry run these refusals are blocking checks beside the difference. */
function isShownAsCheck(refusal: AssignmentRefusal): boolean {
  return refusal.kind === 'last-administrator' || refusal.kind === 'role-inherited';
}

function problemOf(refusal: AssignmentRefusal, named: Named): Problem {
  const licenseIdOf = (id: string) => named.licenses.get(id)?.licenseId ?? id;
  switch (refusal.kind) {
    case 'license-id-not-found':
      return licenseIdsNotFound(refusal.licenseIds.map(licenseIdOf));
    case 'last-administrator': {
      const licenseIds = refusal.licenseIds.map(licenseIdOf).sort();
      return new Problem('last-administrator', {
        detail: `No administrator who has registered would be left on ${licenseIds.join(', ')}. Name another one first.`,
        licenseIds,
      });
    }
    case 'role-inherited':
      return new Problem('role-inherited', {
        detail:
          'Only its holder can give an inherited role up. Leave it out of the list: that does not remove it.',
        errors: refusal.places.map(({ assignment, role }) => ({
          pointer: `/assignments/${assignment}/roles/${role}`,
          detail: 'This role is inherited from the agreement.',
        })),
      });
    case 'invalid-period':
      return new Problem('invalid-request', {
        detail: 'A role starts now or later, and ends after it starts.',
        errors: refusal.places.map(({ assignment, role }) => ({
          pointer: `/assignments/${assignment}/roles/${role}`,
          detail: 'Give a start that is not past, and an end after it.',
        })),
      });
  }
}
